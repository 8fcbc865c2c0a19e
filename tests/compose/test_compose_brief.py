"""The brief as a whole. `compose_notation` tells how statements are written and briefs drawn."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from compose_notation import ALL, TIMELINE, brief, drawn, merged, template

import briefing
from briefing import language
from briefing.compose import Settings, compose
from briefing.errors import SettingError
from briefing.model import Actor, Brief, Disagreement, Merged, Skipped, Span, Version
from briefing.settings import VERSION, SectionSpec

VERDICT = """
    A 2024-05-01: The high court acquitted the former mayor Ivan Petrov of bribery on Tuesday.
    B 2024-05-04: Prosecutors will appeal to the supreme court within thirty days, a spokesman said.
    C: The trial had begun in March 2022 with the seizure of a villa on the coast.
    D: Rain.
"""


def titled(collection: Merged, **titles: str) -> Merged:
    documents = tuple(
        replace(document, source=replace(document.source, title=titles.get(document.source.id)))
        for document in collection.documents
    )
    return replace(collection, documents=documents)


class DescribeTheTitle:
    def it_is_the_one_that_says_most_of_what_the_sources_say(self) -> None:
        collection = titled(merged(VERDICT), A="High court acquits former mayor of bribery", B="Five things to know")
        assert brief(collection).title == "High court acquits former mayor of bribery"

    def it_is_the_users_where_one_is_given(self) -> None:
        assert brief(titled(merged(VERDICT), A="Court acquits mayor"), title="The verdict").title == "The verdict"

    def it_is_never_empty(self) -> None:
        assert brief(VERDICT).title


class DescribeTheDate:
    def it_is_the_latest_on_which_a_source_was_published(self) -> None:
        assert brief(VERDICT).as_of == "2024-05-04"

    def it_is_the_users_where_one_is_given(self) -> None:
        assert brief(VERDICT, as_of="2024-06").as_of == "2024-06"

    def it_is_unknown_where_no_source_states_one(self) -> None:
        assert brief("A: Rain fell.").as_of is None


class DescribeTheSignature:
    def it_names_what_makes_the_brief_repeatable(self) -> None:
        made = brief(VERDICT, words=50, ranker="lsa", title="The verdict", as_of="2024-06", pipeline="rules-xx 7")
        assert made.signature.split(" | ") == [
            f"briefing {VERSION}",
            "rules-xx 7",
            "template=test",
            "words=50",
            "ranker=lsa",
            "title=The verdict",
            "as-of=2024-06",
        ]

    def it_says_the_templates_length_where_the_user_gives_none(self) -> None:
        assert "words=1000" in brief(VERDICT).signature


class DescribeNumbers:
    def it_numbers_sources_in_the_order_of_first_use(self) -> None:
        made = brief(VERDICT, SectionSpec("court", "Court", default=True), words=45)
        met = dict.fromkeys(c.source for s in made.sections for item in s.items for c in item.citations)
        numbers = {source.id: source.number for source in made.sources}
        assert [numbers[source] for source in met] == list(range(1, len(met) + 1))

    def it_leaves_0_where_nothing_cites_a_source(self) -> None:
        made = brief(VERDICT, words=20)
        cited = {c.source for s in made.sections for item in s.items for c in item.citations}
        uncited = {source.id for source in made.sources if source.number == 0}
        assert uncited
        assert uncited == {"A", "B", "C", "D"} - cited

    def it_numbers_items_in_reading_order(self) -> None:
        made = brief(VERDICT)
        ids = [item.id for section in made.sections for item in section.items]
        assert ids == [f"c{n}" for n in range(1, len(ids) + 1)]

    def it_counts_actors_events_and_disagreements_as_uses_where_a_section_shows_them(self) -> None:
        collection = replace(
            merged(VERDICT),
            actors=(Actor("Ivan Petrov", "person", citations=(Span("D", 0, 4),)),),
            disagreements=(Disagreement("date", "when", (Version("x", (Span("C", 0, 3),)),)),),
        )
        shapes = (SectionSpec("actors", "Actors", "actors"), SectionSpec("differ", "Differ", "disagreements"))
        numbers = {source.id: source.number for source in brief(collection, *shapes, ALL).sources}
        assert (numbers["D"], numbers["C"]) == (1, 2)
        hidden = brief(collection, ALL)
        assert (hidden.actors, hidden.disagreements, hidden.timeline) == ((), (), ())

    def it_cites_first_where_the_words_come_from(self) -> None:
        made = brief("CAB: The high court acquitted the former mayor of bribery.")
        (item,) = made.sections[0].items
        assert item.citations[0].span == item.spans[0]
        assert [citation.source for citation in item.citations] == ["C", "A", "B"]
        assert item.origins == 3


class DescribeSections:
    def it_follows_the_order_of_the_template(self) -> None:
        made = brief(VERDICT, TIMELINE, ALL)
        assert [(section.id, section.shape) for section in made.sections] == [
            ("timeline", "timeline"),
            ("all", "bullets"),
        ]

    def it_tells_a_reader_what_could_not_be_read(self) -> None:
        skipped = (Skipped("a.bin", "It is no text."),)
        assert compose(merged(VERDICT), Settings(template()), language.lemmatize, skipped).skipped == skipped

    def it_passes_over_what_nobody_understands_alone(self) -> None:
        collection = merged(VERDICT)
        first, *others = collection.statements
        unclear = replace(collection, statements=(replace(first, clarity=0.2), *others))
        assert "A1" not in drawn(brief(unclear))


class DescribeSettings:
    @pytest.mark.parametrize(
        ("setting", "told"),
        [
            ({"words": 0}, "A brief of 0 words cannot be made. Give a number of 1 or more."),
            ({"words": -5}, "A brief of -5 words cannot be made. Give a number of 1 or more."),
            ({"ranker": "lexrnak"}, "There is no ranker “lexrnak”. Did you mean “lexrank”?"),
            ({"ranker": "??"}, "Known are: centroid,"),
            ({"as_of": "yesterday"}, "“yesterday” is no date. Write it as 2012, 2023-07 or 2023-09-16."),
            ({"as_of": "2023-02-30"}, "“2023-02-30” is no date."),
            ({"as_of": "2023-13"}, "“2023-13” is no date."),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("make", [lambda **s: Settings(template(), **s), lambda **s: briefing.build(["gone"], **s)])
    def it_refuses_what_it_cannot_follow_before_any_work(
        self, make: Callable[..., Settings | Brief], setting: dict[str, int | str], told: str
    ) -> None:
        with pytest.raises(SettingError) as error:
            make(**setting)
        assert told in str(error.value)
