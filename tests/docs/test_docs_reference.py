"""All that a user can name is explained, and what is explained is there."""

import re
import tomllib
from dataclasses import fields, is_dataclass
from runpy import run_path
from typing import get_args

import pytest
from docs_reading import ROOT, names_in, part, text_of
from docx import Document

import briefing
from briefing import model
from briefing.compose import cues
from briefing.compose.rankers import RANKERS
from briefing.language import classes, gazetteer, namefile
from briefing.render import FORMATS, view
from briefing.render.docx.places import BLOCKS, LOGO, OWN, SHAPES, words_for
from briefing.settings import Cues, SectionSpec, Sign, Template, load_cue_set, shipped_cue_sets
from briefing.workshop import RULES

STEPS = {"sources": 1, "language": 2, "merge": 3, "compose": 4, "render": 5}
TEMPLATES = "docs/templates.md"


def field_names(kind: type) -> set[str]:
    assert is_dataclass(kind)
    return {field.name for field in fields(kind)}


def rows(text: str) -> set[str]:
    """What stands in code type in the first column of tables."""
    return names_in("\n".join(re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)))


class DescribeTheReadme:
    @pytest.mark.parametrize("name", briefing.__all__)
    def it_explains_the_public_name(self, name: str) -> None:
        assert re.search(rf"^\| `{name}\b", part("README.md", "## From Python"), re.MULTILINE)

    @pytest.mark.parametrize("name", [*FORMATS, *RANKERS, "analyst"])
    def it_names_every_format_and_ranker(self, name: str) -> None:
        assert f"`{name}`" in part("README.md", "## Command line")

    def it_names_the_libraries_that_set_up_installs(self) -> None:
        script, told = text_of("scripts/setup.sh"), part("README.md", "## Two commands")
        (packages,) = re.findall(r'apt="(.+)"', script)
        commands = re.findall(r"command=[\"']((?:brew|dnf|apk) .+)[\"']", script)
        assert len(commands) == 3
        for command in (packages, *commands):
            assert command in told


class DescribeThePageOnTemplates:
    def it_explains_the_keys_of_a_template(self) -> None:
        told = rows(part(TEMPLATES, "## The keys of template.toml").split("###")[0])
        settable = field_names(Template) - {"folders", "word_files", "cue_sets"}
        assert told == settable | {"extends", "[[section]]"}

    def it_lists_what_a_check_finds(self) -> None:
        told = re.findall(r"^\| `([\w-]+)` \| (error|warning) \| (.*) \|$", text_of(TEMPLATES), re.MULTILINE)
        assert told == [(name, rule.level, rule.about) for name, rule in RULES.items()]

    def it_explains_the_keys_of_a_section(self) -> None:
        told = rows(part(TEMPLATES, "### The keys of a section"))
        assert told == field_names(SectionSpec) - {"cues"} | {"[section.cues]"}

    def it_explains_the_shapes(self) -> None:
        assert rows(part(TEMPLATES, "### The shapes")) == set(get_args(model.Shape))

    @pytest.mark.parametrize("name", shipped_cue_sets())
    def it_names_the_cue_sets_with_their_sections(self, name: str) -> None:
        (line,) = re.findall(rf"^\| `{name}` \|.*$", part(TEMPLATES, "## Cue sets"), re.MULTILINE)
        assert names_in(line) == {name, *(section.id for section in load_cue_set(name).sections)}

    def it_explains_cues_and_signs(self) -> None:
        assert rows(part(TEMPLATES, "## Cues")) == field_names(Cues) | {"shared"} | set(get_args(Sign))

    @pytest.mark.parametrize("weight", ["STRONG", "WEAK", "HEADING", "SIGN", "WEAK_SIGN", "ASIDE", "PLACED", "SUPPORT"])
    def it_gives_the_weights_that_count(self, weight: str) -> None:
        assert re.search(rf"\b{getattr(cues, weight)}\b", part(TEMPLATES, "## Cues"))

    def it_explains_what_the_page_is_given(self) -> None:
        told = {kind: names_in(line) for line in part(TEMPLATES, "## The page").splitlines() for kind in names_in(line)}
        for name in view.__all__:
            kind = getattr(view, name)
            if is_dataclass(kind) and isinstance(kind, type):
                assert field_names(kind) <= told[name], name

    def it_lists_the_words_that_a_template_can_change(self) -> None:
        made = run_path(str(ROOT / "scripts" / "make_words_page.py"))
        assert text_of("docs/words.md") == made["page"]()

    def it_explains_the_styles_of_the_word_file(self) -> None:
        document = Document(str(ROOT / "templates" / "analyst" / "brief.docx"))
        styles = {style.name for style in document.styles} - {"Normal", "Default Paragraph Font"}
        assert rows(part(TEMPLATES, "### The styles")) == styles

    def it_explains_the_placeholders_of_the_word_file(self) -> None:
        nothing = view.View("", "", "", "", "", (), (), "")
        known = {*words_for(nothing), LOGO, *BLOCKS, "key_points", *SHAPES}
        own = {name for name in known if name.startswith(OWN)}
        known = known - own | {"words.as_of", "words.page", "words.of"}
        assert {f"{OWN}{key}" for key in ("as_of", "page", "of", "nothing")} <= own
        assert rows(part(TEMPLATES, "### The placeholders")) == {f"{{{{ {name} }}}}" for name in known}


class DescribeThePageOnData:
    @pytest.mark.parametrize(
        ("heading", "kind"),
        [
            ("## A section", model.Section),
            ("## An item", model.Item),
            ("## An actor", model.Actor),
            ("## An event of the timeline", model.Event),
            ("## A figure", model.Figure),
            ("## A disagreement", model.Disagreement),
        ],
    )
    def it_explains_every_field(self, heading: str, kind: type) -> None:
        assert rows(part("docs/brief-json.md", heading)) == field_names(kind)

    def it_explains_the_fields_of_a_source(self) -> None:
        expected = field_names(model.Source) | field_names(model.Document) - {"source"}
        assert rows(part("docs/brief-json.md", "## A source")) == expected

    def it_explains_the_fields_of_a_brief(self) -> None:
        expected = field_names(model.Brief) - {"documents"} | {"schema", "seal", "sources", "summary"}
        assert rows(part("docs/brief-json.md", "## The brief")) == expected


class DescribeTheDive:
    @pytest.mark.parametrize("folder", STEPS)
    def it_tells_what_each_file_of_a_step_does(self, folder: str) -> None:
        (heading,) = re.findall(rf"^## Step {STEPS[folder]}: \w+$", text_of("docs/dive.md"), re.MULTILINE)
        root = ROOT / "briefing" / folder
        files = {path.relative_to(root).as_posix() for path in root.rglob("*.py") if path.name != "__init__.py"}
        assert rows(part("docs/dive.md", heading)) == files

    def it_tells_what_each_file_of_verification_does(self) -> None:
        told = rows(part("docs/dive.md", "## Verification"))
        root = ROOT / "briefing" / "verification"
        assert told == {path.name for path in root.glob("*.py") if path.name != "__init__.py"}

    def it_tells_where_each_library_sits(self) -> None:
        told = part("docs/dive.md", "## Where each library sits").casefold()
        for requirement in tomllib.loads(text_of("pyproject.toml"))["project"]["dependencies"]:
            assert re.match(r"[\w-]+", requirement)[0] in told  # type: ignore[index]


class DescribeThePageOnNames:
    def it_names_every_file_table_and_key(self) -> None:
        told = names_in(text_of("docs/gazetteers.md"))
        assert {f"{name}.toml" for name in gazetteer.OURS} <= told
        assert {f"[{table}]" for table in namefile.TABLES} | {*namefile.SENSES} <= told
        assert rows(part("docs/gazetteers.md", "## A file of your own")) >= field_names(namefile.State) - {"kind"}


class DescribeThePageOnConcepts:
    def it_explains_the_keys_that_stand_before_the_tables(self) -> None:
        assert rows(part("docs/concepts.md", "## A file of your own")) == {*classes.LISTS}


class DescribeTheConventions:
    def it_gives_the_reason_for_each_rule_that_is_left_out(self) -> None:
        lint = tomllib.loads(text_of("pyproject.toml"))["tool"]["ruff"]["lint"]
        left_out = {*lint["ignore"], *(rule for rules in lint["per-file-ignores"].values() for rule in rules)}
        assert rows(part("docs/conventions.md", "## Lint")) == left_out


class DescribeTheGlossary:
    def it_names_types_that_exist(self) -> None:
        for name in re.findall(r"^Type `(\w+)`", text_of("docs/glossary.md"), re.MULTILINE):
            assert any(hasattr(module, name) for module in (model, view, briefing.settings)) or name == "str"

    @pytest.mark.parametrize("word", [*get_args(model.Nature), *get_args(model.Shape)])
    def it_holds_natures_and_shapes(self, word: str) -> None:
        assert f"`{word}`" in text_of("docs/glossary.md")
