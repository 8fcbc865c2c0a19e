"""What a reader sees where a wish or a source is odd: too long, too short, impossible, empty, dated wrongly."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from newsroom import folder_of

from briefing import Brief, build, render
from briefing.errors import NothingToBuildError
from briefing.model import Item

SIGNED = "The foreign ministers of Varda and Orle signed a treaty on the bridge of Lipnik on Thursday."
SENTENCES = (
    SIGNED,
    "The treaty obliges both states to pay for the repair of the bridge.",
    "The bridge was built in 1912 and has been closed since the war of 1994.",
    "Farmers in Varda fear that lorries will ruin their roads.",
    "“We will keep our word,” said the foreign minister of Varda, Ana Lovric.",
)


def article(*more: str, published: str = "3 May 2024", sentences: tuple[str, ...] = SENTENCES) -> str:
    """A source about the treaty."""
    return "\n\n".join(("Bridge treaty signed in Lipnik", f"Published: {published}", *sentences, *more)) + "\n"


def made(*contents: str, **wishes: Any) -> Brief:
    """The brief of sources with these contents."""
    with folder_of([*contents]) as folder:
        return build(folder, **wishes)


def items(brief: Brief) -> list[Item]:
    return [item for section in brief.sections for item in section.items]


def words(brief: Brief) -> int:
    told = [*items(brief), *brief.timeline]
    return sum(len(one.verbatim.split()) for one in told)


def page(brief: Brief, template: str | Path | None = None) -> str:
    """What a reader of the brief reads."""
    return " ".join(html.document_fromstring(render(brief, "html", template).decode()).body.text_content().split())


class DescribeOddLengths:
    def it_tells_nothing_in_one_word_and_says_so_under_each_required_heading(self) -> None:
        brief = made(article(), words=1)
        assert words(brief) == 0
        required = [one for one in brief.sections if one.required and one.shape == "bullets"]
        assert required
        for section in required:
            assert f"{section.heading} No source text found." in page(brief)

    def it_tells_one_whole_sentence_in_20_words(self) -> None:
        brief = made(article(), words=20)
        assert [item.text in SENTENCES for item in items(brief)] == [True]
        assert words(brief) <= 20

    def it_tells_the_event_itself_in_20_words(self) -> None:
        assert [item.text for item in items(made(article(), words=20))] == [SIGNED]

    def it_tells_everything_once_in_100_000_words(self) -> None:
        brief = made(article(), words=100_000)
        assert sorted(item.text for item in items(brief)) == sorted(SENTENCES)

    @pytest.mark.parametrize("size", [1, 20, 100_000])
    def it_says_for_which_length_it_was_made(self, size: int) -> None:
        assert f"words={size} " in made(article(), words=size).signature


class DescribeASectionThatNothingMatches:
    SECTIONS = """
        extends = "analyst"
        sections = ["zebras", "rest", "sources"]
        [[section]]
        id = "zebras"
        heading = "Zebras"
        required = {required}
        [section.cues]
        strong = ["zebra"]
        [[section]]
        id = "rest"
        heading = "All else"
        default = true
    """

    def brief(self, folder: Path, required: str) -> Brief:
        (folder / "template.toml").write_text(self.SECTIONS.format(required=required), "utf-8")
        return made(article(), template=folder)

    def it_says_so_where_it_is_required(self, tmp_path: Path) -> None:
        brief = self.brief(tmp_path, "true")
        assert [len(section.items) for section in brief.sections[:2]] == [0, len(SENTENCES)]
        assert "Zebras No source text found." in page(brief, tmp_path)

    def it_is_not_shown_where_it_is_not(self, tmp_path: Path) -> None:
        brief = self.brief(tmp_path, "false")
        assert len(items(brief)) == len(SENTENCES)
        assert "Zebras" not in page(brief, tmp_path)


class DescribeOneSource:
    def it_is_the_one_witness_of_all_that_is_told(self) -> None:
        brief = made(article())
        (source,) = brief.sources
        assert items(brief)
        assert {(item.origins, *(cited.source for cited in item.citations)) for item in items(brief)} == {
            (1, source.id)
        }
        assert brief.disagreements == ()
        assert "1 document, 1 independent origin" in page(brief)


FIRST = "Adam Bela Cora Dario Emil Fanny Gita Hugo Ines Jonas Karla Leon Mira Nils Olga Pavel Rosa Sven Tilda Viktor"
LAST = "Abram Bosko Cermak Dravic Eklund Farkas Gruber Halic Ivanic Jansen Kovar Lovric Maric Novak Orsic"
NAMES = tuple(f"{first} {last}" for first, last in product(FIRST.split(), LAST.split()))
LEADERS = ["Olga Kovar", "Rosa Novak"]


@pytest.fixture(scope="module")
def council() -> Brief:
    """A council of 300, of whom two are named by another source as well."""
    chosen = tuple(
        f"{name}, a mason, was elected to the council of Lipnik on Thursday with {n} votes."
        for n, name in enumerate(NAMES, 11)
    )
    leading = f"{LEADERS[0]} and {LEADERS[1]} will lead the council of Lipnik, the mayor announced."
    return made(article(sentences=chosen), article(sentences=(leading,), published="4 May 2024"))


class DescribeVeryManyNames:
    def it_names_as_many_as_the_template_has_room_for(self, council: Brief) -> None:
        people = [actor.name for actor in council.actors if actor.name in NAMES]
        assert len(NAMES) == 300
        assert len(council.actors) == 20
        assert len(set(people)) == len(people) > 15

    def it_names_those_first_whom_most_sources_name(self, council: Brief) -> None:
        people = [actor.name for actor in council.actors if actor.name in NAMES]
        assert sorted(people[:2]) == LEADERS
        counts = [len({cited.source for cited in actor.citations}) for actor in council.actors]
        assert counts == sorted(counts, reverse=True)

    def it_says_how_many_it_leaves_out(self, council: Brief) -> None:
        (table,) = re.findall(r"Named in .+? Timeline", page(council))
        (more,) = re.findall(r"(\d+) more", table)
        assert abs(len(council.actors) + int(more) - len(NAMES)) <= 3, "all, but for a name not recognised, and places"


SAID = {
    "31 September 2023": "The ministers had met on 31 September 2023 in Orle to talk about the bridge.",
    "30 February 2024": "Parliament approved the treaty on 30 February 2024 after a long debate.",
    "29 February 2023": "The mayor of Lipnik resigned on 29 February 2023 over the cost of the bridge.",
    "31 June": "Engineers of both states will meet on 31 June to look at the piers.",
    "2023-13-45": "The clerk of the council dated the annex of the treaty 2023-13-45 in red ink.",
}


class DescribeDatesThatTheCalendarDoesNotHave:
    @pytest.mark.parametrize("said", SAID)
    def it_tells_them_as_said_and_resolves_nothing(self, said: str) -> None:
        brief = made(article(SAID[said]), words=2000)
        (told,) = [item for item in items(brief) if said in item.text]
        assert told.text == SAID[said]
        assert told.date is None
        assert [event.date for event in brief.timeline if said in event.text] in ([], [None])

    @pytest.mark.parametrize("said", [said for said in SAID if "-" not in said])
    def it_marks_them_in_the_timeline(self, said: str) -> None:
        brief = made(article(SAID[said]), words=2000)
        assert (None, said) in [(event.date, event.said) for event in brief.timeline]
        assert brief.timeline[-1].date is None, "what has no place in time comes last"

    def it_publishes_no_source_on_one(self) -> None:
        brief = made(article(published="31 April 2024"))
        assert brief.as_of is None
        assert "It states a date that the calendar does not have: 31 April 2024." in page(brief)
        (signed,) = [event for event in items(brief) if event.text == SIGNED]
        assert signed.date is None, "without a date of publication, “Thursday” is no date"


class DescribeSourcesFromAnotherTime:
    def it_marks_a_source_that_is_dated_after_the_brief(self) -> None:
        brief = made(article(), article("Nobody was hurt."), article(published="3 May 2061"), as_of="2024-05-05")
        notes = [note for document in brief.documents for note in document.notes]
        (note,) = notes
        assert note.startswith("It is dated 2061-05-03, after the information of this brief (2024-05-05)")
        assert note in page(brief)

    @pytest.mark.parametrize("as_of", ["2024-05-03", "2024-05", "2024", None])
    def it_marks_none_that_is_not(self, as_of: str | None) -> None:
        assert made(article(), as_of=as_of).documents[0].notes == ()

    def it_takes_an_old_source_as_an_old_source(self) -> None:
        sentences = ("The burghers of Lipnik agreed on Saturday to mend the bridge.", "The bridge had burnt in 1794.")
        brief = made(article(published="3 May 1823", sentences=sentences))
        assert brief.as_of == "1823-05-03"
        assert [event.date for event in brief.timeline] == ["1794", "1823-05-03"]


class DescribeOddSources:
    def it_tells_a_single_word_as_it_stands(self) -> None:
        brief = made("Rain")
        assert [item.text for item in items(brief)] == ["Rain"]
        assert brief.title == "Brief"

    def it_is_not_led_astray_by_a_single_word_beside_an_article(self) -> None:
        brief = made("Rain", article())
        assert items(brief)[0].text == SIGNED
        assert [source.number for source in brief.sources] == [0, 1]

    def it_says_that_headings_alone_are_no_text(self, tmp_path: Path) -> None:
        told = "It holds no text that a brief could use."
        headings = tmp_path / "headings.md"
        headings.write_text("# Treaty\n\n## Background\n\n## Challenges\n", "utf-8")
        with pytest.raises(NothingToBuildError, match=told):
            build(headings)
        (tmp_path / "article.txt").write_text(article(), "utf-8")
        brief = build(tmp_path)
        assert [skipped.reason for skipped in brief.skipped] == [told]
        assert told in page(brief)

    def it_quotes_quotations_with_those_who_say_them(self) -> None:
        said = {
            "Ivan Petrov": "“The treaty is dead,” said Ivan Petrov, the mayor of Lipnik.",
            "Ana Lovric": SENTENCES[-1],
        }
        brief = made("\n\n".join(said.values()))
        assert {item.speaker: item.text for item in items(brief)} == said
        assert {item.nature for item in items(brief)} == {"quote"}

    def it_counts_copies_as_one_witness(self) -> None:
        alone, copied = made(article()), made(*[article()] * 5)
        assert [item.text for item in items(copied)] == [item.text for item in items(alone)]
        assert {item.origins for item in items(copied)} == {1}
        assert {len(item.citations) for item in items(copied)} == {5}
        assert "5 documents, 1 independent origin" in page(copied)

    LONG = f"In it is {' and '.join(f'what the mason with the mark {n} was to be paid' for n in range(500))}."

    @pytest.mark.parametrize("size", [700, 100_000])
    def it_never_quotes_a_piece_of_an_endless_sentence(self, size: int) -> None:
        brief = made(article(), f"The ledger\n\n{self.LONG}\n\nThe masons of Lipnik built the bridge.", words=size)
        assert len(self.LONG.split()) > 5000
        assert {item.text for item in items(brief)} <= {*SENTENCES, self.LONG, "The masons of Lipnik built the bridge."}
        assert "It runs on for 6,002 words without a full stop; nothing of that can be quoted." in page(brief)

    def it_says_so_where_there_is_nothing_else(self) -> None:
        brief = made(self.LONG)
        assert items(brief) == []
        assert "Key points No source text found." in page(brief)

    @pytest.mark.parametrize("format", ["html", "docx", "pdf", "json", "md"])
    def it_keeps_a_very_long_title_whole(self, format: str) -> None:  # noqa: A002
        title = " ".join(["Treaty of Lipnik and Orle"] * 16)
        brief = made(article(), title=title)
        assert len(title) > 400
        assert brief.title == title
        assert render(brief, format)
        assert page(brief).startswith(title)
