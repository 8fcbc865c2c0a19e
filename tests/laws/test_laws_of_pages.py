"""A template may say on how many pages its briefs are to fit."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing import build, compose
from briefing.cli import report
from briefing.errors import MissingLibraryError
from briefing.model import Brief
from briefing.pipeline import building
from briefing.render import render as rendered
from briefing.settings import load_template

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = {"election": "election", "flood": "disaster", "merger": "company"}
TOWNS = [f"{first}{last}" for first in ("Ar", "Bel", "Cor", "Dun", "El") for last in ("den", "fort", "by", "mouth")]


def pages_of(brief: Brief) -> int:
    from pypdfium2 import PdfDocument

    return len(PdfDocument(rendered(brief, "pdf", load_template(brief.template))))


def texts(brief: Brief) -> set[str]:
    return {item.text for item in brief.items}


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """Forty sources of one flood, each with something of its own."""
    for n in range(40):
        town, other = TOWNS[n % 20], TOWNS[(n + 7) % 20]
        (tmp_path / f"{n:02}.txt").write_text(
            f"Dam on the Varn bursts above {town}\n\n"
            "The dam on the river Varn burst on Monday night and flooded the town of Halden.\n\n"
            f"{town} took in {100 + 7 * n} families in schools and barns. "
            f"The council of {other} will vote on {500 + n} thousand crowns of help next week.\n",
            "utf-8",
        )
    return tmp_path


class DescribeTheExecutive:
    @pytest.mark.parametrize("case", CASES)
    def it_fills_one_page(self, case: str) -> None:
        brief = build(GOLDEN / case / "sources", "executive", cue_set=CASES[case])
        assert brief.pages == pages_of(brief) == 1
        (bottom_line,) = brief.sections[0].items
        assert bottom_line.label is None
        assert {"bottom_line", "key_points", "sources"} <= {s.id for s in brief.sections}

    def it_fills_one_page_with_forty_sources_and_lists_each_that_it_cites(self, crowd: Path) -> None:
        brief = build(crowd, "executive", cue_set="disaster")
        assert brief.pages == 1
        page = rendered(brief, "html", load_template("executive")).decode()
        assert all(f'id="source_{source.number}"' in page for source in brief.sources if source.number)

    def it_tells_less_where_the_title_takes_the_room(self) -> None:
        sources = GOLDEN / "flood" / "sources"
        short, long = (build(sources, "executive", title="A flood " * n, cue_set="disaster") for n in (1, 200))
        assert long.pages == 1
        assert (len(long.items), len(long.actors)) < (len(short.items), len(short.actors))


class DescribeANumberOfPages:
    def it_holds_on_two_pages_what_it_holds_on_one(self) -> None:
        template = replace(load_template("executive", "disaster"), words=600)
        one, two = (build(GOLDEN / "flood" / "sources", replace(template, pages=n)) for n in (1, 2))
        assert one.pages == 1
        assert texts(one) <= texts(two)
        assert one.actors == two.actors[: len(one.actors)]

    def it_cuts_sentences_then_rows_then_sentences(self) -> None:
        settings = compose.Settings(load_template("executive"), words=100)
        told = [
            (one.length, sum(s.items or 0 for s in one.template.sections if s.shape in {"actors", "disagreements"}))
            for one in compose.lengths(settings)
        ]
        assert told == sorted(told, reverse=True)
        assert [told[0], told[5], told[-1]] == [(100, 10), (50, 10), (20, 0)]

    def it_takes_the_shortest_where_nothing_fits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(building.formats, "pages", lambda *_: 3)
        brief = build(GOLDEN / "flood" / "sources", "executive")
        assert brief.pages == 3
        assert not brief.actors
        (told,) = report.pages(brief, 1)
        assert told.startswith("The brief fills 3 pages at its shortest")

    def it_keeps_the_words_of_the_template_where_no_pdf_can_be_laid_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(*_: Any) -> int:
            raise MissingLibraryError("PDF needs Pango.")

        monkeypatch.setattr(building.formats, "pages", missing)
        brief = build(GOLDEN / "flood" / "sources", "executive")
        assert brief.pages is None
        assert "words=280" in brief.signature
        (told,) = report.pages(brief, 1)
        assert "cannot lay out a PDF" in told
