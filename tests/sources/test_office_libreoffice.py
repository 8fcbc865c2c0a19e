"""Office files as a real office program writes them."""

import subprocess
from pathlib import Path

import pytest
from office_writers import WRITERS
from reading_notation import Draw
from tools import needed

from briefing.sources.draft import UnreadableError
from briefing.sources.kinds import recognised

REPORT = """
    head: Ministry of Water, situation report
    # A Dam Fails Above the Valley
    The dam on the river{note:It was built in the year of the drought.} failed on Monday, officials said.
    ## What the State Did
    - Twelve people were taken to a hospital by boat.
    - Soldiers brought food to the two villages – “at once”.
    | District | Killed
    | Tuesday | The minister went to Łódź 😀 and spoke to the people there{say:Is this sure?}.
    The search {hide:in the secret file }went on, {del:some}{ins:all} of them said.
    """
DRAWN = """
title: A Dam Fails Above the Valley
paragraph: The dam on the river failed on Monday, officials said.
heading: What the State Did
bullet: Twelve people were taken to a hospital by boat.
bullet: Soldiers brought food to the two villages – “at once”.
(table row): District | Killed
(table row): Tuesday
paragraph: The minister went to Łódź 😀 and spoke to the people there.
paragraph: The search went on, all of them said.
(hidden text): in the secret file
paragraph: It was built in the year of the drought.
(comment): Is this sure?
(running head): Ministry of Water, situation report
""".strip()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def saved(content: bytes, ending: str, into: str, folder: Path) -> bytes:
    """The file as LibreOffice writes it in another format."""
    (folder / f"a.{ending}").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [needed("soffice"), profile, "--headless", "--convert-to", into, "--outdir", folder / "made"]
    subprocess.run([*command, folder / f"a.{ending}"], check=True, capture_output=True, timeout=180)
    return (folder / "made" / f"a.{into}").read_bytes()


class DescribeLibreOffice:
    @pytest.mark.parametrize("into", ["odt", "fodt", "rtf"])
    def it_writes_what_is_read_as_it_was(self, drawn: Draw, folder: Path, into: str) -> None:
        assert drawn(saved(WRITERS["docx"](REPORT), "docx", into, folder), f"a.{into}") == DRAWN

    @pytest.mark.parametrize("between", ["odt", "rtf"])
    def it_writes_word_files_too(self, drawn: Draw, folder: Path, between: str) -> None:
        content = saved(WRITERS["docx"](REPORT), "docx", between, folder)
        assert drawn(saved(content, between, "docx", folder), "a.docx") == DRAWN

    def it_writes_books_in_which_nothing_is_a_heading(self, drawn: Draw, folder: Path) -> None:
        report = "The dam failed on Monday, officials said.\n- It was old, and nobody knew."
        assert drawn(saved(WRITERS["docx"](report), "docx", "epub", folder), "a.epub") == (
            "paragraph: The dam failed on Monday, officials said.\nparagraph: It was old, and nobody knew."
        )

    def it_writes_old_word_files_that_are_told_apart(self, folder: Path) -> None:
        content = saved(WRITERS["docx"]("The dam failed on Monday, officials said."), "docx", "doc", folder)
        with pytest.raises(UnreadableError, match=r"It is an old Word file; save it as \.docx\."):
            recognised(content, "a.doc")
