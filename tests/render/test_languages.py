"""A document speaks the language of its template, and quotes in that of its sources."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from json import loads
from pathlib import Path
from shutil import copytree
from tomllib import loads as loads_toml

import pypdfium2
import pytest
from accord import HOSTILE, TEXTS, brief, item, said
from every_shape import shapes
from lxml import etree
from reading import page_of
from word_reading import parts_of

from briefing.errors import TemplateError
from briefing.merge.figures import STATES
from briefing.model import Apart, Brief, LeftOut, Origin, Reason, Section
from briefing.render import render
from briefing.render.languages import words_of
from briefing.render.view import Bullets
from briefing.render.viewing import view
from briefing.render.wording import count, date_range, embargoed, human_date, human_moment, spelled_count, told
from briefing.render.words import WORDS, Named, Words
from briefing.settings import Template, known_languages, load_template, shipped_folder
from briefing.settings.changed import HEADING
from briefing.settings.search import TEMPLATE

SHIPPED = [language for language in known_languages() if language != "en"]


def in_language(language: str, folder: Path, more: str = "", words: str = "", name: str = "own") -> Template:
    """A template that extends the shipped one, in a language."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / TEMPLATE).write_text(f'extends = "analyst"\nlanguage = "{language}"\n{more}', "utf-8")
    if words:
        (folder / name / "words.toml").write_text(words, "utf-8")
    return load_template(folder / name)


def headings_of_files() -> Iterator[str]:
    """What the shipped templates and cue sets say to a reader, as their files have it; and what stands in no file."""
    yield HEADING
    for file in (*shipped_folder().glob(f"*/{TEMPLATE}"), *shipped_folder().glob("cues/*.toml")):
        table = loads_toml(file.read_text("utf-8"))
        yield from (
            text for text in (table.get("audience"), *(one.get("heading") for one in table.get("section", ()))) if text
        )


def spoken(language: str) -> Words:
    return words_of(replace(load_template("analyst"), language=language))


def texts_in(words: Words) -> Iterator[str]:
    """Every text of the words, cut where something is put in."""
    for field in fields(Words):
        value = getattr(words, field.name)
        entries = value.entries.values() if isinstance(value, Named) else value if isinstance(value, tuple) else [value]
        for text in entries:
            yield from (part.strip(" ()“”«»\u00a0,.;:") for part in re.split(r"\{\w+\}", text))


class DescribeTheShippedLanguages:
    @pytest.mark.parametrize("language", SHIPPED)
    def it_has_every_word_in_every_form(self, language: str) -> None:
        # Reading refuses a file that lacks a key, a plural form or a place for what is put in.
        assert all(getattr(spoken(language), field.name) for field in fields(Words))

    @pytest.mark.parametrize("language", SHIPPED)
    def it_has_the_headings_and_audiences_of_all_that_is_shipped_and_no_others(self, language: str) -> None:
        told = loads_toml((shipped_folder() / "words" / f"{language}.toml").read_text("utf-8"))["headings"]
        assert told.keys() == {*headings_of_files()}

    @pytest.mark.parametrize("language", SHIPPED)
    def it_has_words_for_all_that_becomes_of_those_who_are_counted(self, language: str) -> None:
        told = spoken(language)
        assert told.became.entries.keys() == {*STATES}
        assert told.people.entries.keys() == {*STATES} - {"destroyed", "damaged"}

    @pytest.mark.parametrize(
        ("language", "dates"),
        [
            ("fr", ["16~septembre 2023", "1er~janvier 2024", "mai 2022", "du 6 au 16~septembre 2023"]),
            ("de", ["16.~September 2023", "1.~Januar 2024", "Mai 2022", "6.~bis 16.~September 2023"]),
            (
                "es",
                ["16 de septiembre de 2023", "1 de enero de 2024", "mayo de 2022", "del 6 al 16 de septiembre de 2023"],
            ),
            ("pt", ["16 de setembro de 2023", "1º de janeiro de 2024", "maio de 2022", "6 a 16 de setembro de 2023"]),
        ],
    )
    def it_writes_dates_as_its_people_do(self, language: str, dates: list[str]) -> None:
        words = spoken(language)
        written = [human_date(date, words) for date in ("2023-09-16", "2024-01-01", "2022-05")]
        written.append(date_range(["2023-09-16", "2023-09-06"], words))
        assert [date.replace("\u00a0", "~") for date in written] == dates

    @pytest.mark.parametrize(
        ("language", "labels"),
        [
            ("fr", ["Informations au", "Informations de", "Informations de", "Date des informations"]),
            ("de", ["Stand"] * 4),
            ("en", ["Information as of"] * 4),
        ],
    )
    def it_sets_before_a_month_what_a_month_asks_for(self, language: str, labels: list[str]) -> None:
        shown = [view(replace(brief, as_of=date), spoken(language)) for date in ("2023-09-16", "2023-09", "2023", None)]
        assert [one.words.as_of for one in shown] == labels
        assert [dict(one.facts)[label] for one, label in zip(shown, labels, strict=True)] == [
            one.as_of for one in shown
        ]

    @pytest.mark.parametrize(
        ("language", "until", "told"),
        [
            ("fr", "2026-05-01T06:00Z", "Sous embargo jusqu’au 1er~mai 2026 à 06:00 UTC (2026-05-01T06:00Z)"),
            (
                "de",
                "2026-05-18T06:00+02:00",
                "Sperrfrist bis 18.~Mai 2026, 06:00 Uhr UTC+02:00 (2026-05-18T06:00+02:00)",
            ),
            ("es", "2026-05-18T06:00", "Embargado hasta el 18 de mayo de 2026, 06:00 (2026-05-18T06:00)"),
            ("pt", "2026-05-18", "Embargado até 18 de maio de 2026 (2026-05-18)"),
        ],
    )
    def it_tells_an_embargo_in_words(self, language: str, until: str, told: str) -> None:
        assert embargoed(until, spoken(language)).replace("\u00a0", "~") == told

    def it_counts_by_the_rules_of_the_language(self) -> None:
        french, german = spoken("fr"), spoken("de")
        assert [count(french.documents, n, french) for n in (0, 1, 2)] == ["0 document", "1 document", "2 documents"]
        assert [count(german.documents, n, german) for n in (0, 1, 1200)] == [
            "0 Dokumente", "1 Dokument", "1.200 Dokumente",
        ]  # fmt: skip
        assert spelled_count(french.origins, 0, french) == "aucune\u00a0origine"
        assert human_moment("2023-01-01T08:30:00Z", french) == "1er\u00a0janvier 2023 à 08:30 UTC"

    def it_says_what_earlier_steps_say_in_english(self) -> None:
        french = spoken("fr")
        assert told("It is credited to AFP.", french) == "Elle est attribuée à AFP."
        assert told("Something new.", french) == "Something new."


FULL = replace(
    brief,
    title=brief.sources[0].title or "",
    sections=tuple(replace(section, heading="Titre") for section in brief.sections),
    audience="Ministre",
    generated="2026-05-18T08:30:00Z",
    left_out=LeftOut(3, 1, 2),
    apart=(Apart(("F",), "Weather at the lake"),),
    origins=(
        Origin("O2", ("B", "C"), (Reason("C", "has 45 % of its wording in common with", "B", ", which it credits"),)),
    ),
    skipped=(),
    disagreements=tuple(
        replace(one, versions=(*one.versions[:-1], replace(one.versions[-1], latest=True)))
        for one in brief.disagreements
    ),
)
"""The brief with all that a document may have to say of itself, and no heading in English."""
BRIEFS = {
    "FULL": FULL,
    "TABLES": replace(shapes("Titre"), title=FULL.title, audience="Ministre"),
    "LINES": replace(shapes("Titre", compact=True), title=FULL.title, audience="Ministre"),
}


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return in_language("fr", tmp_path_factory.mktemp("fr"))


@pytest.fixture(scope="module")
def said_by_the_program() -> list[str]:
    """The English texts that are no French and stand in no source."""
    elsewhere = "\n".join([*texts_in(spoken("fr")), *TEXTS.values(), *(one.about for one in FULL.disagreements)])
    return sorted(text for text in {*texts_in(WORDS)} if len(text) > 1 and not stands_in(text, elsewhere))


def stands_in(phrase: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(phrase)}\b", text))


class DescribeAFrenchDocument:
    def it_is_tried_with_most_of_the_words(self, said_by_the_program: list[str]) -> None:
        assert len(said_by_the_program) > 100
        assert {"Information as of", "Prepared for", "not stated", "One origin only"} <= {*said_by_the_program}

    @pytest.mark.parametrize("format", ["md", "html", "docx", "pdf"])
    @pytest.mark.parametrize("shown", ["FULL", "TABLES", "LINES"])
    def it_says_nothing_in_english(
        self,
        format: str,  # noqa: A002
        shown: str,
        french: Template,
        said_by_the_program: list[str],
    ) -> None:
        text = self._shown(BRIEFS[shown], format, french)
        assert spoken("fr").prepared_for in text
        assert [english for english in said_by_the_program if stands_in(english, text)] == []

    def _shown(self, brief: Brief, format: str, french: Template) -> str:  # noqa: A002
        """All that a reader sees or hears, but for the notes of reading, which are in English, and the signature."""
        silent = replace(brief, signature="", documents=tuple(replace(one, notes=()) for one in brief.documents))
        content = render(silent, format, french, review=format == "docx")
        if format == "pdf":
            pages = pypdfium2.PdfDocument(content)
            return " ".join(page.get_textpage().get_text_range() for page in pages).replace("\r\n", " ")
        if format == "docx":
            roots = [etree.fromstring(part) for name, part in parts_of(content).items() if name.endswith(".xml")]
            blocks = (block for root in roots for block in root.iter("{*}p"))
            return "\n".join("".join(block.itertext("{*}t")) for block in blocks)
        if format == "html":
            body = page_of(content)
            for script in body.xpath("//script"):
                script.drop_tree()
            names = ("title", "aria-label", "data-said", "data-as-of", "data-step", "data-shown")
            heard = (value for name in names for value in body.xpath(f"//@{name}"))
            (forms,) = body.xpath("//@data-rows")
            counted = (text for kind in loads(forms).values() for text in kind.values())
            return "\n".join([body.text_content(), *heard, *counted])
        return content.decode()

    def it_says_in_which_language_it_is_and_in_which_it_quotes(self, french: Template) -> None:
        page = render(FULL, "html", french)
        assert b'<html lang="fr">' in page
        body = page_of(page)
        assert body.xpath("//h1/@lang") == ["en"]
        assert set(body.xpath("//section[@class='prose']//span[@lang]/@lang")) == {"en"}
        assert not body.xpath("//span[@lang]//*[@class='mark']")

    def it_says_so_in_word_run_by_run(self, french: Template) -> None:
        parts = parts_of(render(FULL, "docx", french))
        body = etree.fromstring(parts["word/document.xml"])
        words = {
            "".join(run.itertext("{*}t")): run.xpath("string(*[local-name()='rPr']/*[local-name()='lang']/@*[1])")
            for run in body.iter("{*}r")
        }
        quoted = said("B", "A Lake Council", "consensus.")
        assert words[TEXTS["B"][quoted.start : quoted.end]] == "en"
        assert words["non indiqué"] == ""
        assert b'w:val="fr"' in parts["word/styles.xml"]

    def it_keeps_quiet_about_the_language_of_what_is_in_its_own(self, french: Template) -> None:
        ours = replace(
            FULL,
            documents=tuple(replace(one, source=replace(one.source, language="fr")) for one in FULL.documents),
        )
        assert not page_of(render(ours, "html", french)).xpath("//section[@class='prose']//span[@lang]")


class DescribeHeadings:
    def it_translates_those_of_shipped_templates_and_cue_sets(self, tmp_path: Path) -> None:
        told = {section.id: section.heading for section in in_language("fr", tmp_path).sections}
        assert (told["key_points"], told["background"], told["sources"]) == ("Points clés", "Contexte", "Sources")

    def it_leaves_those_that_somebody_typed(self, tmp_path: Path) -> None:
        own = in_language("fr", tmp_path, '[[section]]\nid = "background"\nheading = "Outlook"\n')
        told = {section.id: section.heading for section in own.sections}
        assert (told["background"], told["key_points"]) == ("Outlook", "Points clés")

    def it_takes_a_house_s_own_for_shipped_ones(self, tmp_path: Path) -> None:
        own = in_language("en", tmp_path, words='[headings]\n"Key points" = "Key judgements"\n')
        assert own.sections[0].heading == "Key judgements"


class DescribeWordsOfATemplate:
    def it_changes_single_words_of_any_language(self, tmp_path: Path) -> None:
        words = words_of(in_language("fr", tmp_path, words='as_of = "État au"\nnatures = { claim = "dire" }\n'))
        assert (words.as_of, words.nothing) == ("État au", spoken("fr").nothing)
        assert (words.natures.get("claim", ""), words.natures.get("quote", "")) == ("dire", "citation")

    def it_takes_the_nearest_along_those_that_it_extends(self, tmp_path: Path) -> None:
        in_language("en", tmp_path, words='as_of = "As at"\nsources = "Sources used"\n', name="house")
        (tmp_path / "unit").mkdir()
        (tmp_path / "unit" / TEMPLATE).write_text('extends = "house"\n', "utf-8")
        (tmp_path / "unit" / "words.toml").write_text('as_of = "Status"\n', "utf-8")
        words = words_of(load_template(tmp_path / "unit"))
        assert (words.as_of, words.sources) == ("Status", "Sources used")

    def it_leaves_out_those_of_another_language(self, tmp_path: Path) -> None:
        in_language("en", tmp_path, words='as_of = "As at"\n', name="house")
        (tmp_path / "unit").mkdir()
        (tmp_path / "unit" / TEMPLATE).write_text('extends = "house"\nlanguage = "fr"\n', "utf-8")
        assert words_of(load_template(tmp_path / "unit")) == spoken("fr")

    def it_speaks_the_language_of_which_a_tag_names_a_kind(self, tmp_path: Path) -> None:
        words = words_of(in_language("pt-BR", tmp_path))
        assert words == replace(spoken("pt"), language="pt-BR")
        assert view(brief, words).language == "pt-BR"

    def it_reads_no_placeholder_in_what_is_put_in(self) -> None:
        hostile = replace(item(None, HOSTILE), nature="claim", speaker="{nature} of {speaker}")
        shown = view(
            Brief("T", "own", "", sections=(Section("s", "S", "bullets", (hostile,)),), documents=brief.documents)
        )
        body = shown.sections[0].body
        assert isinstance(body, Bullets)
        assert body.lines[0].marks == ("[claim, speaker: {nature} of {speaker}; one\u00a0origin]",)


class DescribeMistakesInWords:
    @pytest.mark.parametrize(
        ("words", "mistake"),
        [
            ('as_off = "x"', "has the unknown key “as_off”. Did you mean “as_of”?"),
            ("as_of = 3", "“as_of” cannot be 3; it must be a text."),
            ('actors = ["Name"]', "“actors” must be a list of 4 texts."),
            ('documents = "x"', "“documents” must be a table of texts"),
            ('documents = { two = "{n}" }', "“documents” has the unknown key “two”. Known are: one, other."),
            ('kinds = { stat = "S" }', "“kinds” has the unknown key “stat”. Did you mean “state”?"),
            ('said_by = "{nature}"', "“said_by” leaves out {speaker}"),
            ('said_by = "{nature} {speker}"', "has a place for {speker}. Did you mean “speaker”?"),
            ('[headings]\n"Key point" = "x"', "has the heading “Key point”. Did you mean “Key points”?"),
            ("headings = 3", "“headings” must be a table"),
        ],
    )  # fmt: skip
    def it_refuses_them(self, tmp_path: Path, words: str, mistake: str) -> None:
        with pytest.raises(TemplateError) as refusal:
            words_of(in_language("en", tmp_path, words=words))
        assert mistake in str(refusal.value)
        assert "words.toml" in str(refusal.value)

    @pytest.mark.parametrize(
        ("language", "mistake"),
        [("fr_FR", "Did you mean “fr”?"), ("xx", "Known are: "), ("", "There are no words in the language “”")],
    )
    def it_refuses_a_language_that_it_does_not_speak(self, tmp_path: Path, language: str, mistake: str) -> None:
        with pytest.raises(TemplateError, match=re.escape(mistake)):
            in_language(language, tmp_path)

    @pytest.mark.parametrize(
        ("given", "changed", "mistake"),
        [
            ('nothing = "', 'nothin = "', "lacks “nothing”."),
            ('documents = { one = "{n} document", other', "documents = { other", "“documents” lacks “one”."),
            ('claim = "affirmation", ', "", "“natures” lacks “claim”."),
        ],
    )
    def it_refuses_a_language_that_lacks_something(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, changed: str, mistake: str
    ) -> None:
        copytree(shipped_folder() / "words", tmp_path / "words")
        file = tmp_path / "words" / "fr.toml"
        text = file.read_text("utf-8")
        assert given in text
        file.write_text(text.replace(given, changed), "utf-8")
        monkeypatch.setattr("briefing.settings.languages.shipped_folder", lambda: tmp_path)
        with pytest.raises(TemplateError, match=mistake):
            spoken("fr")
