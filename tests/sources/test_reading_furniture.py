"""What page furniture is like, and what only looks like it."""

import tomllib
from pathlib import Path
from textwrap import dedent

from briefing.sources import furniture
from briefing.sources.draft import Draft, Line

LINES = tomllib.loads((Path(__file__).parent / "furniture_lines.toml").read_text("utf-8"))


def reason(text: str) -> str | None:
    """Why a line is dropped that stands between sentences of an article."""
    around = [Line(f"The ministers of the two states met for the {day} day.") for day in ("first", "second", "third")]
    draft = furniture.drop(
        Draft((Line("Ministers of Two States Meet on the River"), *around[:2], Line(text), around[2]))
    )
    return draft.lines[3].reason


def reasons(text: str) -> list[str | None]:
    """Why each line of a text is dropped, or None."""
    lines = tuple(Line(line) for line in dedent(text).strip().split("\n"))
    return [line.reason for line in furniture.drop(Draft(lines)).lines]


class DescribeFurniture:
    def it_finds_nearly_all_furniture(self) -> None:
        missed = [line for line in LINES["furniture"] if not reason(line)]
        assert len(LINES["furniture"]) >= 60
        assert len(missed) <= 0.05 * len(LINES["furniture"]), missed

    def it_keeps_nearly_all_genuine_lines(self) -> None:
        lost = [(reason(line), line) for line in LINES["genuine"] if reason(line)]
        assert len(LINES["genuine"]) >= 60
        assert len(lost) <= 0.03 * len(LINES["genuine"]), lost

    def it_takes_a_row_of_entries_for_a_menu(self) -> None:
        assert reason("Terms of Use Privacy Policy Contact Us") == "menu"
        assert reason("Terms of the Search") is None


class DescribeSurroundings:
    def it_takes_a_run_of_very_short_lines_for_a_menu(self) -> None:
        assert reasons("""
            Arvania
            Belmora
            River Commission
            Water Rights
            Ministers sign the river treaty
            The two states signed it on Tuesday.
        """) == ["menu", "menu", "menu", "menu", None, None]

    def it_keeps_a_short_heading_below_a_menu(self) -> None:
        assert reasons("""
            The two states signed it on Tuesday.
            Arvania
            Belmora
            River Commission
            Water Rights
            Background
            The dispute goes back to 1998.
        """) == [None, "menu", "menu", "menu", "menu", None, None]

    def it_drops_a_line_that_comes_again_and_again(self) -> None:
        assert (
            reasons("""
            River Gazette Weekend
            The two states signed it on Tuesday.
            River Gazette Weekend
            It forbids any new dam.
            River Gazette Weekend
            The dispute goes back to 1998.
        """)
            == ["repeated line", None] * 3
        )

    def it_drops_the_headline_when_it_comes_again(self) -> None:
        assert reasons("""
            Ministers sign the river treaty
            Ministers sign the river treaty
            The two states signed it on Tuesday.
        """) == [None, "repeated line", None]

    def it_drops_the_links_below_their_headline_but_not_the_next_heading(self) -> None:
        assert reasons("""
            The two states signed it on Tuesday.
            Related stories
            Dam collapse kills dozens in the north
            Court rules against fishermen
            What the treaty says
            It forbids any new dam.
        """) == [None, "cross-link", "cross-link", "cross-link", None, None]

    def it_drops_a_run_of_headlines_amid_sentences(self) -> None:
        assert reasons("""
            The two states signed it on Tuesday.
            It forbids any new dam.
            Dam collapse kills dozens in the north
            Court rules against fishermen again
            Festival draws thousands to the coast
            What the treaty says
            Farmers keep their wells.
            The dispute goes back to 1998.
        """) == [None, None, *["list of links"] * 3, None, None, None]

    def it_drops_what_stands_above_the_headline(self) -> None:
        assert reasons("""
            The Harbour Gazette
            World News
            Ministers sign the river treaty
            The two states signed it on Tuesday.
        """) == ["masthead", "section label", None, None]

    def it_keeps_a_title_of_two_words_that_is_no_name(self) -> None:
        assert reasons("""
            Dam fails
            Ministers blame the heavy rain
            The two states met on Tuesday.
        """) == [None, None, None]

    def it_keeps_a_short_title_above_a_longer_line(self) -> None:
        assert reasons("""
            The River Treaty
            What the treaty means for farmers
            The two states signed it on Tuesday.
        """) == [None, None, None]

    def it_drops_what_comes_after_the_last_sentence(self) -> None:
        assert (
            reasons("""
            The two states signed it on Tuesday.
            It forbids any new dam.
            Jane Doe Gazette
            What do others say!
        """)[2:]
            == ["line after the end of the text"] * 2
        )

    def it_keeps_a_list_at_the_end_that_is_introduced(self) -> None:
        assert (
            reasons("""
            The two states signed it on Tuesday.
            They agreed on:
            - joint patrols along the river bank
            - a court for all disputes
        """)
            == [None] * 4
        )

    def it_cuts_a_link_off_the_end_of_a_paragraph(self) -> None:
        line = furniture.drop(Draft((Line("It forbids any new dam, officials said. Read more »"),))).lines[0]
        assert (line.words, line.tail_reason) == ("It forbids any new dam, officials said.", "cross-link")
