"""The same article in every format: it is read the same, and counts once."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from office_notation import lines_of
from office_writers import WRITERS
from paper_notation import pdf
from post_notation import mail, zipped

from briefing import build
from briefing.model import Document
from briefing.sources import read

ARTICLE = """
    # Two states sign a treaty on the river
    The governments of Arvenia and Tolmark signed a treaty on the river Orvane on Tuesday, officials said.
    It forbids any new dam for twenty years and sets up a court that hears all disputes between the farmers.
    ## What it says
    - Each dam is reviewed by engineers of both states before anything is built.
    - No water is sold to others without the consent of both parliaments.
    The minister of Arvenia, Ilena Doraz, said that the treaty ends a quarrel that has lasted since the drought of 1998.
"""
OTHER = """
    Arvenia and Tolmark have signed a treaty on the river Orvane, the office of the president said.
    Fishermen on the lower river fear that their catch will be counted from now on.
"""
TAGS = {"#": "h1", "##": "h2", "-": "li", "": "p"}
MARKERS = {"#": "", "##": "", "-": "- ", "": ""}
LINES = lines_of(ARTICLE)
MARKUP = "".join(f"<{TAGS[mark]}>{escape(said)}</{TAGS[mark]}>" for mark, said in LINES)
PLAIN = "\n\n".join(MARKERS[mark] + said for mark, said in LINES)
BELOW = PLAIN.partition("\n\n")[2]
HEADER = {"Subject": LINES[0][1], "To": "desk@example.org"}
MENU = "<nav><a href='/'>Home</a><a href='/w'>World</a></nav>"
FOOT = "<div class='related'><h3>More</h3><p>A bakery closes after ninety years.</p></div><footer>© 2024 Post</footer>"

FORMATS: dict[str, Callable[[], bytes]] = {
    "txt": PLAIN.encode,
    "md": "\n\n".join(f"{mark} {said}".strip() for mark, said in LINES).encode,
    "html": f"<!DOCTYPE html><html><body>{MENU}<article>{MARKUP}</article>{FOOT}</body></html>".encode,
    "pdf": lambda: pdf(
        MARKUP,
        "p { text-align: justify; hyphens: auto } li { margin-left: 2em } body { columns: 2 } @page { size: A5 }",
    ),
    **{ending: lambda write=write: write(ARTICLE, title=LINES[0][1]) for ending, write in WRITERS.items()},
    "eml": lambda: mail(BELOW, **HEADER).as_bytes(),
    "json": lambda: json.dumps({"title": LINES[0][1], "text": BELOW}).encode(),
    "zip": lambda: zipped({"saved/a.txt": PLAIN}),
}


def sentences(document: Document) -> list[str]:
    """What may be quoted of a document."""
    return [document.text[one.start : one.end] for one in document.blocks if one.kind in {"paragraph", "bullet"}]


class DescribeAnArticleInAnyFormat:
    @pytest.mark.parametrize("ending", FORMATS)
    def it_tells_the_same_under_the_same_title(self, tmp_path: Path, ending: str) -> None:
        (tmp_path / f"a.{ending}").write_bytes(FORMATS[ending]())
        (made,) = read([tmp_path]).documents
        assert sentences(made) == [said for mark, said in LINES if mark in {"", "-"}]
        assert made.source.title == LINES[0][1]

    def it_is_one_origin_whose_items_cite_every_copy(self, tmp_path: Path) -> None:
        for ending, write in FORMATS.items():
            (tmp_path / f"a.{ending}").write_bytes(write())
        (tmp_path / "b.txt").write_text("\n\n".join(said for _, said in lines_of(OTHER)), "utf-8")
        brief = build([tmp_path])
        copies = {one.id for one in brief.sources if not one.path.endswith("b.txt")}
        items = [item for section in brief.sections for item in section.items]
        cited = [{one.source for one in item.citations} for item in items]
        assert len({one.origin for one in brief.sources if one.id in copies}) == 1
        assert len(copies) == len(FORMATS)
        assert any(copies <= those for those in cited)
        assert all(not copies & those or copies <= those for those in cited)
        assert len({item.text for item in items}) == len(items)
        assert max(item.origins for item in items) <= 2
