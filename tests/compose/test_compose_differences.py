"""Which section shows what the sources tell differently. `compose_notation` tells how statements are written."""

from dataclasses import replace

import pytest
from compose_notation import brief, merged, section

from briefing.model import Brief, Count, Disagreement, Figure, Merged, Span, Version
from briefing.settings import SectionSpec

NOTATION = """
    A 2024-05-02: The flood killed 12 people in the old town of Lipnik.
    B 2024-05-03: The flood in Lipnik killed 17 people, and hundreds lost their homes.
    A: The dyke was opened on Monday by the water board.
    B: Engineers of the company say that they opened the dyke on Tuesday.
"""
TOLL = section("toll", "kill", "lose", differences=True)
EVENTS = section("events", default=True)
OTHERS = SectionSpec("others", "Where else the sources differ", "disagreements")
FIGURES = SectionSpec("figures", "Figures", "figures", differences=True)


def collection() -> Merged:
    """The statements, of which those on the flood differ in a number, and those on the dyke in a date."""
    found = merged(NOTATION)
    sentences = [statement.representative for statement in found.statements]
    killed = [sentence.span for sentence in sentences if "killed" in sentence.text]
    versions = {what: [Version(s.text, (s.span,)) for s in sentences if what in s.text] for what in ("killed", "dyke")}
    return replace(
        found,
        disagreements=(
            Disagreement("number", "people killed", tuple(versions["killed"])),
            Disagreement("date", "dyke", tuple(versions["dyke"])),
        ),
        figures=(Figure("people killed", (count("12 people", killed[0]), count("17 people", killed[1]))),),
    )


def count(text: str, cited: Span) -> Count:
    return Count(text, (cited,), (cited,))


def shown(made: Brief) -> dict[str, list[str]]:
    """What each section shows to be told differently."""
    return {one.id: [found.about for found in made.differences(one)] for one in made.sections if made.differences(one)}


class DescribeDifferencesBeneathASection:
    def it_shows_those_of_its_matter_there_and_the_others_elsewhere(self) -> None:
        made = brief(collection(), TOLL, EVENTS, OTHERS)
        assert shown(made) == {"toll": ["people killed"], "others": ["dyke"]}
        assert [one.id for one in made.disagreements] == ["d1", "d2"]

    def it_shows_those_of_its_matter_that_found_no_room(self) -> None:
        points = SectionSpec("points", "Points", items=1, lift_from=("toll",))
        made = brief(collection(), points, replace(TOLL, items=1, words=1), EVENTS, OTHERS)
        assert not made.sections[1].items
        assert shown(made)["toll"] == ["people killed"]

    def it_shows_each_in_the_first_section_that_may(self) -> None:
        made = brief(collection(), TOLL, replace(EVENTS, differences=True), OTHERS)
        assert shown(made) == {"toll": ["people killed"], "events": ["dyke"]}

    def it_shows_them_where_there_is_no_section_of_the_others(self) -> None:
        made = brief(collection(), TOLL, EVENTS)
        assert shown(made) == {"toll": ["people killed"]}

    def it_bounds_only_the_others(self) -> None:
        made = brief(collection(), TOLL, replace(EVENTS, differences=True), replace(OTHERS, items=0))
        assert len(made.disagreements) == 2
        assert made.left_out.disagreements == 0
        assert brief(collection(), TOLL, EVENTS, replace(OTHERS, items=0)).left_out.disagreements == 1

    @pytest.mark.parametrize("kind", ["spelling", "term"])
    def it_leaves_names_to_the_section_of_the_others(self, kind: str) -> None:
        given = collection()
        named = replace(given, disagreements=(replace(given.disagreements[0], kind=kind),))
        assert shown(brief(named, TOLL, EVENTS, OTHERS)) == {"others": ["people killed"]}


class DescribeDifferencesInATableOfFigures:
    def it_shows_a_number_that_is_told_differently_in_its_rows_alone(self) -> None:
        made = brief(collection(), FIGURES, TOLL, EVENTS, OTHERS)
        assert shown(made) == {"figures": ["people killed"], "others": ["dyke"]}

    def it_leaves_a_number_that_its_rows_have_not_all_of(self) -> None:
        given = collection()
        (figure,) = given.figures
        lacking = replace(given, figures=(replace(figure, counts=figure.counts[:1]),))
        assert shown(brief(lacking, FIGURES, TOLL, EVENTS, OTHERS))["toll"] == ["people killed"]

    def it_leaves_a_number_to_others_where_its_bound_leaves_out_the_row(self) -> None:
        given = collection()
        more = replace(given, figures=(Figure("people missing", given.figures[0].counts[:1]), *given.figures))
        made = brief(more, replace(FIGURES, items=1), TOLL, EVENTS, OTHERS)
        assert shown(made)["toll"] == ["people killed"]
        assert made.left_out.figures == 1

    def it_gives_its_sources_numbers_where_a_reader_meets_them(self) -> None:
        made = brief(collection(), FIGURES, EVENTS)
        assert {source.id: source.number for source in made.sources} == {"A": 1, "B": 2}

    def it_is_empty_where_the_template_has_no_table(self) -> None:
        assert brief(collection(), TOLL, EVENTS).figures == ()
