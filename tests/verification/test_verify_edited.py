"""What an editor did to a Word file is told sentence by sentence, and what changes no sentence is no fault."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from shutil import which
from subprocess import run

import pytest
from containers import with_other_part
from editing import edited
from typer.testing import CliRunner

from briefing import build, render, verify
from briefing.cli.app import app
from briefing.model import Brief
from briefing.verification.edited import editing
from briefing.verification.verdict import Verdict, verdict
from briefing.verification.word import parts_in, shown_in

VALLEY = (
    """Flood in the valley
Published by: Lipnik Herald
Published: 2 May 2024

At least 12 people were killed in Lipnik on 30 April 2024, the mayor, Ivan Petrov, said.
The Varda river burst its banks on 30 April 2024 and flooded the old town of Lipnik.
“We will rebuild Lipnik,” said the finance minister, Ana Lovric.
The school of Lipnik was closed for a week because of the mud in its rooms.
""",
    """The valley under water
Published by: Gravna Post
Published: 3 May 2024

The mayor, Ivan Petrov, said at least 17 people had died in Lipnik.
Lipnik's old town was flooded on 30 April 2024 after the Varda river burst its banks.
The dam above Lipnik was built in 1962 and has leaked since.
Many shops in Gravna were without power for 3 days after the storm.
""",
)
TEMPLATES = ("analyst", "press", "student", "summary")
RESIGNED = "The minister resigned on Monday after a long night."


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("valley")
    for n, text in enumerate(VALLEY):
        (folder / f"{n}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def briefs(valley: Path) -> Mapping[str, Brief]:
    return {name: build([valley], name) for name in TEMPLATES}


@pytest.fixture(scope="module")
def files(briefs: Mapping[str, Brief]) -> Mapping[str, bytes]:
    return {name: render(brief, "docx") for name, brief in briefs.items()}


def judged(brief: Brief, file: bytes, *commands: str, made: bool = True) -> Verdict:
    """What is found after these edits; without `made` as where the template is not at hand."""
    shown = shown_in(parts_in(edited(file, *commands)))
    return verdict(editing(shown, brief, shown_in(parts_in(file)) if made else None), brief)


@pytest.fixture(scope="module")
def judge(briefs: Mapping[str, Brief], files: Mapping[str, bytes]) -> Callable[..., Verdict]:
    return partial(judged, briefs["analyst"], files["analyst"])


DAM = "The dam above Lipnik"
BANKS = "burst its banks on 30 April 2024 and"
HARMLESS = (
    ("runs",),
    ("style",),
    ("quotes",),
    ("spaces",),
    ("unmark",),
    (f'control "{DAM}"',),
    (f'move "{DAM}" after "At least 12"',),
    ("track", f'move "{DAM}" after "At least 12"'),
    (f'split "{DAM}"',),
    (f'merge "{DAM}"',),
    ("runs", "quotes", f'move "{DAM}" after "At least 12"'),
)


class DescribeWhatChangesNoSentence:
    @pytest.mark.parametrize(("template", "commands"), [*product(TEMPLATES, HARMLESS)])
    def it_is_no_fault(
        self, briefs: Mapping[str, Brief], files: Mapping[str, bytes], template: str, commands: tuple[str, ...]
    ) -> None:
        for made in (True, False):
            found = judged(briefs[template], files[template], *commands, made=made)
            assert found.faults == ()
            (kept, all_) = re.findall(r"\d+", found.summary)
            assert kept == all_

    @pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not there")
    def it_is_no_fault_to_save_it_with_libreoffice(self, files: Mapping[str, bytes], tmp_path: Path) -> None:
        for name, file in files.items():
            (tmp_path / f"{name}.docx").write_bytes(edited(file, "runs", "style", "quotes"))
        home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
        given = [str(tmp_path / f"{name}.docx") for name in files]
        run(
            ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "saved", *given],  # noqa: S607
            check=True,
            capture_output=True,
        )
        for name in files:
            assert verify(tmp_path / "saved" / f"{name}.docx").faults == ()

    def it_tells_what_was_deleted_and_takes_it_as_no_fault(self, judge: Callable[..., Verdict]) -> None:
        found = judge(f'delete "{DAM}"')
        assert found.faults == ()
        assert any(f"“{DAM} was built in 1962 and has leaked since.” is gone." in note for note in found.notes)

    def it_tells_another_heading_and_another_label(self, judge: Callable[..., Verdict]) -> None:
        found = judge('replace "Key points" "In short"', 'replace "Varda river:" "River:"')
        assert found.faults == ()
        assert {"“Key points” is gone.", "“Varda river:” is gone."} <= {*found.notes}


CHANGES = {
    (f'replace "{BANKS}" "left its banks on 30 April 2024 and"',): "was edited: “burst” is now “left”.",
    (f'replace "{BANKS}" "burst its banks on 3 April 2024 and"',): "A NUMBER WAS CHANGED: 30 → 3.",
    (f'replace "{BANKS}" "burst no banks on 30 April 2024 and"',): "A DENIAL WAS PUT IN.",
    ('replace "The Varda river burst" "It is not true that the Varda river burst"',): "A DENIAL WAS PUT IN.",
    ("track", f'replace "{BANKS}" "left its banks on 30 April 2024 and"'): "was edited: “burst” is now “left”.",
    ('cut "on 30 April 2024"',): "“on 30 April 2024” is gone",
    (f'add "{RESIGNED}" after "{DAM}"',): "is new: no source of the brief holds it, and it cites nothing.",
    (f'add "{RESIGNED}" at end of "{DAM}"',): "is new: no source of the brief holds it, and it cites nothing.",
    ("track", f'add "{RESIGNED}" after "{DAM}"'): "is new: no source of the brief holds it",
    (f'unnote "{DAM}"',): "any more, and nothing is cited there now.",
    ("track", f'unnote "{DAM}"'): "any more, and nothing is cited there now.",
    (f'renote "{DAM}" from "We will rebuild"',): "which the record does not have state it",
    ('replace "Information as of" "Information after"', 'replace "3 May 2024" "4 May 2024"'): "A NUMBER WAS CHANGED",
}


class DescribeWhatChangesASentence:
    @pytest.mark.parametrize(("commands", "told"), CHANGES.items())
    def it_is_told(self, judge: Callable[..., Verdict], commands: tuple[str, ...], told: str) -> None:
        assert any(told in fault for fault in judge(*commands).faults)

    def it_says_where_a_new_sentence_stands_in_a_source(self, judge: Callable[..., Verdict]) -> None:
        quoted = "Many shops in Gravna were without power for 3 days"
        (fault,) = judge(f'add "{quoted}." after "{DAM}"').faults
        assert "paragraph" in fault
        assert fault.endswith("and it cites nothing.")

    def it_counts_what_still_stands(self, judge: Callable[..., Verdict]) -> None:
        found = judge(f'replace "{BANKS}" "left its banks on 30 April 2024 and"', f'add "{RESIGNED}" after "{DAM}"')
        kept, all_, *rest = map(int, re.findall(r"\d+", found.summary))
        assert (kept, rest) == (all_ - 1, [1, 1, 2])


def single_edit(brief: Brief, dice: Random) -> tuple[str, str]:
    """An edit of one sentence, and what is to be told of it."""
    text = dice.choice([item.text for item in brief.items if item.nature == "fact"])
    other = dice.choice([item.text for item in brief.items if item.nature == "fact" and item.text != text])
    words = [word for word in re.findall(r"\b[a-z]{4,}(?= )", text) if text.count(word) == 1]
    word, verb = dice.choice(words), next(verb for verb in ("was", "were", "burst") if f" {verb} " in text)
    return dice.choice(
        [
            (f'replace "{text}" "{text.replace(word, "umbrella")}"', f"“{word}” is now “umbrella”"),
            (f'replace "{text}" "{text.replace(f"{word} ", "")}"', "was edited: "),
            (f'replace "{text}" "{text[:-1]} at 5 places."', "A NUMBER WAS CHANGED"),
            (f'replace "{text}" "{text.replace(f" {verb} ", f" {verb} not ")}"', "A DENIAL WAS PUT IN."),
            (f'add "{RESIGNED}" after "{text}"', "is new: no source of the brief holds it"),
            (f'add "{other}" after "{text}"', "is shown once more"),
            (f'delete "{text}"', " is gone."),
            (f'unnote "{text}"', " any more"),
            (f'move "{text}" after "{other}"', ""),
        ]
    )


class DescribeSixtyRandomEdits:
    def it_tells_each_for_what_it_is(self, briefs: Mapping[str, Brief], files: Mapping[str, bytes]) -> None:
        dice = Random(8)  # noqa: S311
        for _ in range(60):
            command, told = single_edit(briefs["analyst"], dice)
            tracked = dice.choice([(), ("track",)])
            found = judged(briefs["analyst"], files["analyst"], *tracked, command)
            assert any(told in sentence for sentence in (*found.faults, *found.notes, found.summary)), command
            assert bool(found.faults) is not command.startswith(("delete", "move")), command


class DescribeTheCommand:
    @pytest.fixture
    def file(self, files: Mapping[str, bytes], tmp_path: Path) -> Path:
        file = tmp_path / "brief.docx"
        file.write_bytes(edited(files["analyst"], f'replace "{BANKS}" "left its banks on 30 April 2024 and"'))
        return file

    def it_begins_with_the_count_and_exits_with_4(self, file: Path) -> None:
        result = CliRunner().invoke(app, ["verify", str(file)])
        assert result.exit_code == 4
        assert re.search(r"brief\.docx: \d+ of \d+ passages are shown word for word; 1 was edited;", result.stdout)

    def it_takes_the_record_of_a_file_that_lost_it_from_beside_it(
        self, briefs: Mapping[str, Brief], file: Path, tmp_path: Path
    ) -> None:
        file.write_bytes(with_other_part(file.read_bytes(), "customXml/item1.xml", b"urn:briefing:record:1", b"urn:x"))
        result = CliRunner().invoke(app, ["verify", str(file)])
        assert result.exit_code == 1
        assert "Name the brief.json that was written with it" in " ".join(result.stderr.split())
        record = tmp_path / "brief.json"
        record.write_bytes(render(briefs["analyst"], "json"))
        result = CliRunner().invoke(app, ["verify", str(file), str(record)])
        assert result.exit_code == 4
        assert "“burst” is now “left”" in result.stdout

    def it_checks_a_file_of_a_template_that_is_not_at_hand(self, files: Mapping[str, bytes], tmp_path: Path) -> None:
        elsewhere = with_other_part(
            files["analyst"], "customXml/item1.xml", b'template="analyst"', b'template="of another house"'
        )
        file = tmp_path / "brief.docx"
        file.write_bytes(edited(elsewhere, 'add "For the minister and nobody else, until noon." after "Prepared for"'))
        assert verify(file).faults == ()
        file.write_bytes(edited(elsewhere, f'add "{RESIGNED}" after "{DAM}"'))
        assert [fault.sentence for fault in verify(file).faults] == [
            f"In “Key points”, “{RESIGNED}” is new: no source of the brief holds it, and it cites nothing."
        ]
