from dataclasses import replace
from typing import Any

import pytest
from accord import TEXTS, brief, item, said
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block, Document, Section, Source, Span
from briefing.render.passages import Passages
from briefing.render.view import Annex, Bullets, Place
from briefing.render.viewing import view
from briefing.render.wording import plain

LONG = " ".join(f"w{number}" for number in range(100))


def passages(*spans: Span, text: str = TEXTS["A"], blocks: tuple[Block, ...] = ()) -> Passages:
    return Passages(Document(Source("A", "a.txt", "0" * 64, number=1), text, blocks), spans)


def at(start: int, end: int) -> Span:
    return Span("A", start, end)


def drawn(made: Passages) -> list[str]:
    """Each paragraph with what is cited in brackets."""
    return [
        "".join(f"[{piece.text}]" if piece.anchor else piece.text for piece in excerpt.pieces)
        for excerpt in made.in_context()
    ]


class DescribeContext:
    def it_shows_the_whole_of_a_short_paragraph(self) -> None:
        assert drawn(passages(at(4, 7), text="One two three.\n\nFour.")) == ["One [two] three."]

    def it_cuts_what_is_far_from_a_passage(self) -> None:
        (shown,) = drawn(passages(at(LONG.index("w50"), LONG.index("w51") + 3), text=LONG))
        assert shown == (
            "… " + " ".join(f"w{n}" for n in range(35, 50)) + " [w50 w51] "
            "" + " ".join(f"w{n}" for n in range(52, 67)) + " …"
        )

    def it_cuts_between_two_passages(self) -> None:
        (shown,) = drawn(passages(at(0, 2), at(LONG.index("w99"), len(LONG)), text=LONG))
        between = [f"w{n}" for n in range(1, 16)], [f"w{n}" for n in range(84, 99)]
        assert shown == f"[w0] {' '.join(between[0])} … {' '.join(between[1])} [w99]"

    def it_makes_one_passage_of_those_that_overlap(self) -> None:
        made = passages(at(0, 7), at(4, 13), at(4, 7), text="One two three.")
        assert drawn(made) == ["[One two three]."]
        assert made.anchor(at(4, 7)) == made.anchor(at(0, 7)) == "passage_1_1"

    def it_keeps_neighbours_apart(self) -> None:
        made = passages(at(0, 4), at(4, 7), text="One two three.")
        assert drawn(made) == ["[One][two] three."]
        assert [made.anchor(at(0, 4)), made.anchor(at(4, 7))] == ["passage_1_1", "passage_1_2"]

    def it_shows_a_passage_that_runs_over_paragraphs_whole(self) -> None:
        made = passages(at(0, 9), text="One.\n\nTwo.\n\nThree.")
        assert drawn(made) == ["[One. Two]"]

    @given(st.text("ab .\n", min_size=1, max_size=60), st.data())
    def it_shows_all_that_is_cited(self, text: str, data: Any) -> None:
        ends = st.integers(0, len(text))
        pairs = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=5))
        spans = [at(start, end) for start, end in pairs if end > start]
        made = passages(*spans, text=text)
        shown = {piece.anchor: piece.text for excerpt in made.in_context() for piece in excerpt.pieces if piece.anchor}
        for span in spans:
            assert plain(text[span.start : span.end]) in shown[made.anchor(span)]


class DescribeAnnex:
    def it_is_where_a_citation_leads(self) -> None:
        shown = view(brief)
        (annex,) = (section.body for section in shown.sections if section.shape == "passages")
        assert isinstance(annex, Annex)
        anchors = [piece.anchor for source in annex.sources for excerpt in source.excerpts for piece in excerpt.pieces]
        assert isinstance(shown.sections[0].body, Bullets)
        targets = {cite.target for line in shown.sections[0].body.lines for cite in line.cites}
        assert len(targets) == 10
        assert targets <= set(anchors)

    def it_holds_each_cited_source_by_its_number(self) -> None:
        (annex,) = (section.body for section in view(brief).sections if section.shape == "passages")
        assert isinstance(annex, Annex)
        assert [source.number for source in annex.sources] == ["1", "2", "3", "4", "5"]

    def it_leaves_the_mention_of_an_actor_to_the_list_of_sources(self) -> None:
        items = (item(None, said("A", "Talks broke off", "years.")),)
        section = Section("s", "S", "bullets", items), Section("a", "A", "actors"), Section("p", "P", "passages")
        shown = view(replace(brief, sections=section, timeline=(), disagreements=()))
        actors: Any = shown.sections[1].body
        assert actors.rows[0].cites[0].target == "source_1"

    @pytest.mark.parametrize(("last", "place"), [("years.", (4,)), ("winter.", (4,))])
    def it_tells_the_paragraphs_of_a_citation(self, last: str, place: tuple[int, ...]) -> None:
        items = (item(None, said("A", "Talks broke off", last)),)
        shown: Any = view(replace(brief, sections=(Section("s", "S", "bullets", items),))).sections[0].body
        (cite,) = shown.lines[0].cites
        assert (cite.source, cite.at) == ("Hollin Courier", Place(place))
