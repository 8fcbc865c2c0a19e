from dataclasses import replace
from typing import Any

import pytest
from accord import SIGNED, brief, event, item, said, version

from briefing.model import Apart, Brief, Citation, Disagreement, LeftOut, Origin, Reason, Section
from briefing.render.view import (
    Actors,
    Bullets,
    Disagreements,
    Prose,
    SectionView,
    SourceList,
    SourceRow,
    Timeline,
)
from briefing.render.viewing import view
from briefing.render.wording import (
    date_range,
    first_words,
    human_date,
    listed,
    plain,
    shortened,
    spelled_count,
)
from briefing.render.words import WORDS


def only(section: Section, **more: Any) -> Brief:
    """The brief with one section and nothing else to show."""
    nothing: dict[str, Any] = {"actors": (), "timeline": (), "disagreements": ()}
    return replace(brief, sections=(section,), **{**nothing, **more})


def first(brief: Brief) -> SectionView:
    return view(brief).sections[0]


def sources_of(brief: Brief) -> SourceList:
    (body,) = (section.body for section in view(brief).sections if section.shape == "sources")
    assert isinstance(body, SourceList)
    return body


def with_sources(**changes: dict[str, Any]) -> Brief:
    """The brief with some of its sources changed, by id."""
    documents = (
        replace(document, source=replace(document.source, **changes.get(document.source.id, {})))
        for document in brief.documents
    )
    return replace(brief, documents=tuple(documents))


class DescribeCitations:
    def it_names_each_source_once_in_the_order_of_their_numbers(self) -> None:
        twice = (*SIGNED, said("B", "Lake Council"))
        body = first(only(Section("s", "S", "bullets", (item("Label", *twice),)))).body
        assert isinstance(body, Bullets)
        assert [(cite.number, cite.target) for cite in body.lines[0].cites] == [
            (1, "source_1"),
            (2, "source_2"),
            (4, "source_4"),
        ]

    def it_sets_those_that_state_a_part_in_parentheses_and_last(self) -> None:
        passage = SIGNED[0]
        part = Citation(passage.source, passage.start, passage.end, part=True)
        body = first(only(Section("s", "S", "bullets", (item("Label", *SIGNED[1:], part),)))).body
        assert isinstance(body, Bullets)
        assert [cite.text for cite in body.lines[0].cites] == ["1", "4", "(2)"]

    def it_counts_no_origin_for_a_part(self) -> None:
        parts = [Citation(span.source, span.start, span.end, part=True) for span in SIGNED]
        made = replace(item("Label", *SIGNED[:1], *parts[1:]), origins=1)
        body = first(only(Section("s", "S", "bullets", (made,)))).body
        assert isinstance(body, Bullets)
        assert body.lines[0].marks == ("[one\u00a0origin]",)

    def it_leads_to_a_source_in_the_list(self) -> None:
        assert [row.anchor for row in sources_of(brief).cited] == [f"source_{number}" for number in range(1, 6)]


class DescribeMarks:
    @pytest.mark.parametrize(
        ("passages", "marks"),
        [
            (SIGNED, ("[two\u00a0origins]",)),
            (SIGNED[::2], ("[one\u00a0origin]",)),
            (SIGNED[:2], ()),
            (SIGNED[:1], ("[one\u00a0origin]",)),
        ],
    )
    def it_tells_when_several_sources_share_an_origin(self, passages: Any, marks: tuple[str, ...]) -> None:
        body = first(only(Section("s", "S", "bullets", (item(None, *passages),)))).body
        assert isinstance(body, Bullets)
        assert body.lines[0].marks == marks

    def it_tells_so_of_events_too(self) -> None:
        body = first(only(Section("t", "T", "timeline"), timeline=(event("2026", "2026", *SIGNED),))).body
        assert isinstance(body, Timeline)
        assert body.rows[0].line.marks == ("[two\u00a0origins]",)

    @pytest.mark.parametrize(
        ("words", "marks"),
        [
            ("“We fish", ("[quote, speaker: Ilse Hrovat; one\u00a0origin]",)),
            ("said Ilse Hrovat", ("[quote; one\u00a0origin]",)),
            ("Hrovat, Tessaly's", ("[quote; one\u00a0origin]",)),
        ],
    )
    def it_names_a_speaker_whom_the_sentence_does_not(self, words: str, marks: tuple[str, ...]) -> None:
        quote = item(None, said("A", words), nature="quote", speaker="Ilse Hrovat")
        body = first(only(Section("s", "S", "bullets", (quote,)))).body
        assert isinstance(body, Bullets)
        assert body.lines[0].marks == marks

    @pytest.mark.parametrize(("nature", "mark"), [("fact", None), ("claim", "[claim]"), ("forecast", "[forecast]")])
    def it_says_what_is_no_fact(self, nature: Any, mark: str | None) -> None:
        body = first(only(Section("s", "S", "bullets", (item(None, *SIGNED[:2], nature=nature),)))).body
        assert isinstance(body, Bullets)
        assert body.lines[0].marks == ((mark,) if mark else ())

    def it_says_what_is_disputed_and_where_that_is_told(self) -> None:
        disputed = replace(item(None, *SIGNED[:2]), disputed=("d1",))
        sections = Section("s", "S", "bullets", (disputed,)), Section("d", "Doubts", "disagreements")
        for shown, mark in ((sections, "[disputed, see “Doubts”]"), (sections[:1], "[disputed]")):
            body = first(replace(brief, sections=shown)).body
            assert isinstance(body, Bullets)
            assert body.lines[0].marks == (mark,)


class DescribeTables:
    @pytest.mark.parametrize(
        ("shape", "told"),
        [
            ("actors", "and 3 more actors named"),
            ("timeline", "and 1 more dated event found"),
            ("disagreements", "and 2 more differences found"),
        ],
    )
    def it_says_how_much_it_leaves_out(self, shape: Any, told: str) -> None:
        left_out = LeftOut(actors=3, timeline=1, disagreements=2)
        (section,) = (section for section in brief.sections if section.shape == shape)
        for given, more in ((left_out, told), (LeftOut(), "")):
            body = first(replace(brief, sections=(section,), left_out=given)).body
            assert isinstance(body, Actors | Timeline | Disagreements)
            assert body.more == more


class DescribeDrawnEvents:
    def of(self, *dates: str | None) -> Timeline:
        events = tuple(event(day, "then", SIGNED[0]) for day in dates)
        body = first(only(Section("t", "T", "timeline"), timeline=events)).body
        assert isinstance(body, Timeline)
        return body

    def it_gives_each_dated_event_the_letter_of_its_dot(self) -> None:
        assert [row.letter for row in self.of("1996", None, "2026-05").rows] == ["a", "", "b"]

    def it_gives_none_where_nothing_is_drawn(self) -> None:
        body = self.of("1996", None)
        assert body.strip is None
        assert [row.letter for row in body.rows] == ["", ""]

    @pytest.mark.parametrize(
        ("dates", "notes"),
        [
            (("1996", "2026"), ()),
            (("1996", "2026", None), ("One event without a known date stands in the table only.",)),
            (("1996", "2026", None, None), ("Two events without a known date stand in the table only.",)),
            (
                ("1996", "2026-05-12", "2026-05-14"),
                ("The axis is broken where long times lie between; each part has its own scale.",),
            ),
        ],
    )
    def it_says_what_the_axis_does_not_show(self, dates: tuple[str | None, ...], notes: tuple[str, ...]) -> None:
        strip = self.of(*dates).strip
        assert strip
        assert tuple(note.replace("\u00a0", " ") for note in strip.notes) == notes


class DescribeClarifications:
    def it_tells_them_from_what_they_explain(self) -> None:
        (terms,) = (section for section in view(brief).sections if section.id == "terms")
        assert isinstance(terms.body, Bullets)
        it, meant, rest = terms.body.lines[0].pieces
        assert (it, meant) == (("It ", False), ("[an accord on fishing]", True))
        assert it[0] + meant[0] + rest[0] == terms.body.lines[0].text


class DescribeSections:
    def it_keeps_the_order_of_the_brief(self) -> None:
        shown = [section.id for section in view(brief).sections]
        assert shown == [section.id for section in brief.sections if section.id != "annexes"]

    @pytest.mark.parametrize("shape", ["bullets", "prose", "actors", "timeline", "disagreements"])
    def it_leaves_out_an_empty_section_unless_it_is_required(self, shape: Any) -> None:
        optional, required = (only(Section("s", "S", shape, required=required)) for required in (False, True))
        assert all(section.id != "s" for section in view(optional).sections)
        assert first(required).body is None

    def it_boxes_the_key_points_when_they_are_bullets(self) -> None:
        assert [section.id for section in view(brief).sections if section.boxed] == ["key_points"]
        assert not first(only(Section("key_points", "Summary", "prose", (item(None, *SIGNED),)))).boxed

    def it_adds_a_list_of_sources_where_a_template_has_none(self) -> None:
        sections = view(only(Section("s", "S", "bullets", (item(None, *SIGNED),)))).sections
        assert [section.shape for section in sections] == ["bullets", "sources"]

    def it_breaks_long_prose_into_paragraphs(self) -> None:
        sentence = item(None, said("B", "Disputes", "Verrin."))
        body = first(only(Section("s", "S", "prose", (sentence,) * 20))).body
        assert isinstance(body, Prose)
        lengths = [sum(len(line.text.split()) for line in lines) for lines in body.paragraphs]
        assert all(90 <= length < 110 for length in lengths[:-1])
        assert sum(len(lines) for lines in body.paragraphs) == 20


class DescribeDisagreements:
    def it_marks_the_latest_version(self) -> None:
        earlier, later = version(said("B", "The yards of", "people.")), version(said("D", "The yards employ", "says."))
        told = Disagreement("number", "people", (earlier, replace(later, latest=True)))
        body = first(only(Section("s", "S", "disagreements"), disagreements=(told,))).body
        assert isinstance(body, Disagreements)
        assert [line.marks for line in body.rows[0].versions] == [(), ("[latest]",)]


class DescribeTitleBlock:
    def it_tells_for_whom_how_fresh_and_on_what(self) -> None:
        assert dict(view(brief).facts) == {
            "Prepared for": "Policy analysts and desk officers",
            "Information as of": "17 May 2026",
            "Sources": "6 documents, 5 independent origins, published 16 to 17 May 2026 (date not stated by 2), "
            "in Arabic and English",
            "Not used": "2 files, for reasons given under the sources",
            "Support": "18 of 22 sentences rest on one origin only",
        }

    def it_says_what_is_not_stated(self) -> None:
        undated = with_sources(**{id_: {"published": None} for id_ in "ABCD"})
        facts = dict(view(replace(undated, as_of=None, audience="")).facts)
        assert facts["Information as of"] == "not stated"
        assert facts["Sources"] == (
            "6 documents, 5 independent origins, publication dates not stated, in Arabic and English"
        )
        assert "Prepared for" not in facts
        unread = with_sources(**{id_: {"language": None} for id_ in "ABCDEF"})
        assert dict(view(unread).facts)["Sources"].endswith(", language not stated")

    def it_tells_when_it_was_made_only_where_it_knows(self) -> None:
        assert "Generated" not in dict(view(brief).facts)
        made = view(replace(brief, generated="2026-05-18T06:30:00Z"))
        assert dict(made.facts)["Generated"] == "18 May 2026, 06:30 UTC"

    def it_counts_one_as_one(self) -> None:
        facts = dict(view(only(Section("s", "S", "bullets", (item(None, SIGNED[0]),)))).facts)
        assert facts["Support"] == "1 of 1 sentence rests on one origin only"

    def it_shortens_a_long_title_at_a_word_for_the_head_of_the_page(self) -> None:
        shown = view(replace(brief, title="treaty, " * 20))
        assert len(shown.running_title) <= 100
        assert shown.running_title.endswith(" treaty…")
        assert shown.title == ("treaty, " * 20).strip()

    def it_is_in_the_language_of_the_template_whatever_the_sources_are_in(self) -> None:
        changed = with_sources(**{id_: {"language": "fr"} for id_ in "ABCDEF"})
        assert view(changed).language == "en"

    def it_says_in_which_language_a_quoted_sentence_and_the_title_are(self) -> None:
        changed = with_sources(**{id_: {"language": "fr"} for id_ in "ABCDEF"})
        shown = view(replace(changed, title=changed.sources[0].title or ""))
        body = shown.sections[0].body
        assert isinstance(body, Bullets)
        assert {shown.title_language, *(line.language for line in body.lines)} == {"fr"}
        assert not first(brief).body.lines[0].language  # type: ignore[union-attr]


class DescribeListOfSources:
    def it_is_in_the_order_of_the_numbers(self) -> None:
        assert [row.number for row in sources_of(brief).cited] == ["1", "2", "3", "4", "5"]
        assert [row.title for row in sources_of(brief).cited][2] == "The lake that three states emptied"

    def it_tells_apart_what_nothing_cites(self) -> None:
        uncited = sources_of(brief).uncited
        assert [(row.title, row.number, row.anchor) for row in uncited] == [("Weather at the lake", "", "")]

    def it_tells_what_was_given_and_not_used(self) -> None:
        assert sources_of(brief).skipped == brief.skipped

    def it_says_what_a_source_does_not_state(self) -> None:
        row = sources_of(with_sources(E={"title": None})).cited[4]
        assert (row.title, row.titled) == ("Title not stated", False)
        assert row.imprint == ("Publisher not stated", "date not stated", "lake/<b>e</b> & co.txt")

    def it_names_the_sources_of_the_same_origin(self) -> None:
        rows = sources_of(with_sources(F={"origin": "O2"}))
        assert rows.cited[1].imprint[-1] == "same origin as 4 and lake/f.txt"
        assert rows.uncited[0].imprint[-1] == "same origin as 2 and 4"

    def it_takes_a_source_without_origin_for_its_own(self) -> None:
        changed = with_sources(**{id_: {"origin": ""} for id_ in "ABCDEF"})
        assert "6 independent origins" in dict(view(changed).facts)["Sources"]
        assert all(len(row.imprint) == 3 for row in sources_of(changed).cited)

    def it_counts_the_sources_of_an_origin_that_has_many(self) -> None:
        weather = brief.documents[-1]
        copies = (replace(weather, source=replace(weather.source, id=str(n), path=f"{n}.txt")) for n in range(9))
        row = sources_of(replace(brief, documents=(*brief.documents, *copies))).uncited[-1]
        assert row.imprint[-1] == "same origin as 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt and 3 more"

    def it_says_why_a_source_is_no_witness_of_its_own(self) -> None:
        shared = Origin("O2", ("B", "C"), (Reason("C", "has 97 % of its wording in common with", "B"),))
        rows = sources_of(replace(brief, origins=(shared,))).cited
        assert rows[1].remarks == ()
        assert rows[3].remarks == ("It has 97 % of its wording in common with source 2.",)

    def it_names_a_source_that_is_not_cited_by_its_path(self) -> None:
        shared = Origin(
            "O2", ("B", "F"), (Reason("B", "has the same publisher as", "F", " (X), and is no copy of it"),)
        )
        (remark,) = sources_of(replace(brief, origins=(shared,))).cited[1].remarks
        assert remark == "It has the same publisher as lake/f.txt (X), and is no copy of it."

    def it_says_what_is_set_apart(self) -> None:
        shown = replace(brief, apart=(Apart(("F",), "Weather at the lake"),))
        assert sources_of(shown).uncited[0].remarks[0].startswith("It seems to be about another event and is set apart")
        facts = dict(view(shown).facts)
        assert facts["Sources"].startswith("5 documents, 4 independent origins")
        assert facts["Set apart"] == "1 document, about another event as it seems (“Weather at the lake”)"

    def it_passes_on_what_reading_had_to_guess(self) -> None:
        assert sources_of(brief).cited[2].remarks == ("It was read as Windows-1252.",)


class DescribePassages:
    def of(self, *spans: Any, **more: Any) -> dict[int, str]:
        items = tuple(item(None, span) for span in spans)
        row: SourceRow = sources_of(only(Section("s", "S", "bullets", items), **more)).cited[0]
        return {passage.at.numbers[0]: passage.words for passage in row.passages}

    def it_gives_the_paragraph_and_the_first_words(self) -> None:
        assert self.of(said("A", "The accord sets", "a year.")) == {2: "The accord sets a …"}

    def it_gives_a_short_passage_whole(self) -> None:
        assert self.of(said("A", "Talks broke off", "years.")) == {4: "Talks broke off for two years."}

    def it_gives_passages_in_the_order_of_the_text_and_those_within_others_once(self) -> None:
        passages = (
            said("A", "Talks broke off", "years."),
            said("A", "two years"),
            said("A", "In March 2019", "boat"),
        )
        assert self.of(*passages) == {4: "In March 2019 a patrol boat · Talks broke off for two years."}

    def it_counts_mentions_of_actors_only_where_a_source_gives_no_more(self) -> None:
        actors = brief.actors[:1]
        assert self.of(said("A", "Talks broke off", "years."), actors=actors) == {4: "Talks broke off for two years."}
        assert self.of(actors=actors) == {2: "Tessaly"}

    def it_counts_paragraphs_where_reading_has_not(self) -> None:
        bare = tuple(replace(document, blocks=()) for document in brief.documents)
        assert self.of(said("A", "Talks broke off", "years."), documents=bare) == {4: "Talks broke off for two years."}


class DescribeWording:
    @pytest.mark.parametrize(
        ("date", "human"),
        [
            ("2012", "2012"),
            ("2023-07", "July 2023"),
            ("2023-09-06", "6 September 2023"),
            ("some day", "some day"),
            ("2023-13", "2023-13"),
        ],
    )
    def it_writes_a_date_as_precisely_as_it_is_given(self, date: str, human: str) -> None:
        assert human_date(date, WORDS) == human

    @pytest.mark.parametrize(
        ("dates", "told"),
        [
            (["2023-09-06"], "6 September 2023"),
            (["2023-09-06", "2012", "2023-07"], "2012 to 6 September 2023"),
            (["2023-09", "2023-09-06", "2023-09-08"], "6 to 8 September 2023"),
            (["2023-09-06", "2023-10"], "6 September to October 2023"),
            (["2022-05-06", "2023-05-06"], "6 May 2022 to 6 May 2023"),
        ],
    )
    def it_tells_the_range_of_dates(self, dates: list[str], told: str) -> None:
        assert date_range(dates, WORDS) == told

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ("a\n b\t\tc ", "a b c"),
            ("a\x00b\x1bc\ud800", "a�b�c�"),
            ("gpj.\u202eexe\u2069", "gpj.�exe�"),
            ("e\u0301 \u200f x", "e\u0301 \u200f x"),
        ],
    )
    def it_makes_text_fit_for_every_format(self, given: str, told: str) -> None:
        assert plain(given) == told

    def it_counts_in_letters_beside_figures(self) -> None:
        assert [spelled_count(WORDS.origins, number, WORDS) for number in (1, 2, 12)] == [
            "one\u00a0origin",
            "two\u00a0origins",
            "12\u00a0origins",
        ]

    def it_lists(self) -> None:
        assert [listed(list(words), WORDS) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]

    def it_shortens_only_what_is_clearly_longer(self) -> None:
        assert first_words("one two three four", 2) == "one two three four"
        assert first_words("one two three four five", 2) == "one two …"
        assert shortened("Donaudampfschifffahrt", 10) == "Donaudamp…"
