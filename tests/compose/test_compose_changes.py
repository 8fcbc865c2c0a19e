"""What a brief tells otherwise than the one before it.

Two collections in the notation of `compose_notation`, and the changes a line each: `changed: B1 < A1` says that the
first sentence of source B stands where the first of source A stood, `dropped: A2 gone` why nothing stands there.
"""

from dataclasses import replace
from itertools import permutations

import pytest
from compose_notation import ALL, brief, merged, name, section, template

from briefing import compose
from briefing.model import Actor, Apart, Brief, Changes, Count, Disagreement, Figure, Merged, Span, Version
from briefing.settings import SectionSpec, load_template, with_changes, without_changes

CHANGED = SectionSpec("changes", "What has changed", "changes")
DIFFERING = SectionSpec("disagreements", "Differences", "disagreements")
FIGURES = SectionSpec("figures", "Figures", "figures")

BRIDGE = "A 2024-05-01: The ministry closed the old bridge in Lipnik."
KILLED = "A 2024-05-01: The flood of the Varda has killed 12 people in Lipnik."
CONFIRMED = f"{BRIDGE.replace('A', 'AB', 1)}\nB: Farmers in the hills fear a long drought."
MORE = "B 2024-05-02: The flood of the Varda has killed 17 people in Lipnik."


def drawn(old: Brief, new: Brief, found: Changes | None = None) -> str:
    """The changes, a line each."""
    lines = []
    for one in (found or compose.compare(old, new)).changes:
        before = one.before
        parts = [f"{one.kind}:", *([name(new, one.spans[0])] if one.spans else [])]
        if before:
            assert before.text == text_of(old, new, before.path)[before.start : before.end]
            at = Span(before.path.removesuffix(".txt"), before.start, before.end)
            known = old if at.source in {source.id for source in old.sources} else new
            parts += [*(["<"] if one.spans else []), name(known, at)]
        lines.append(" ".join([*parts, *([one.loss] if one.loss else [])]))
    return "\n".join(lines)


def text_of(old: Brief, new: Brief, path: str) -> str:
    return next(one.text for made in (old, new) for one in made.documents if one.source.path == path)


def since(old: str | Merged, new: str | Merged) -> str:
    return drawn(brief(old), brief(new))


class DescribeWhatHasChanged:
    def it_is_nothing_between_a_brief_and_itself(self) -> None:
        collection = f"{BRIDGE}\n{KILLED}\n{MORE}"
        assert since(collection, collection) == ""

    def it_is_what_no_source_told_before(self) -> None:
        assert since(BRIDGE, f"{BRIDGE}\nB: Farmers in the hills fear a long drought.") == "new: B1"

    def it_is_not_what_had_no_room_before(self) -> None:
        collection = f"{BRIDGE}\nA: Farmers in the hills fear a long drought."
        short, long = brief(collection, words=10), brief(collection)
        assert (len(short.items), len(long.items)) == (1, 2)
        assert drawn(short, long) == ""

    def it_is_not_what_a_new_source_takes_over_word_for_word(self) -> None:
        collection = f"{BRIDGE}\nA: Farmers in the hills fear a long drought."
        taken_over = f"{BRIDGE}\nB: Farmers in the hills fear a long drought."
        assert drawn(brief(collection, words=10), brief(taken_over)) == ""

    def it_sets_a_number_beside_the_one_before(self) -> None:
        assert since(KILLED, MORE) == "changed: B1 < A1"

    def it_sets_a_revised_sentence_beside_what_stood_there(self) -> None:
        assert since(KILLED, MORE.replace("B", "A", 1)) == "changed: A1 < A1"

    def it_pairs_each_sentence_once_the_likest_first(self) -> None:
        old = f"{KILLED}\nA: The flood of the Varda has killed 30 cows in Gravna."
        new = f"{MORE}\nB: The flood of the Varda has killed 45 cows in Gravna."
        assert since(old, new) == "changed: B1 < A1\nchanged: B2 < A2"

    def it_tells_what_another_origin_confirms(self) -> None:
        assert since(BRIDGE, CONFIRMED) == "new: B2\nconfirmed: A1"

    def it_takes_no_copy_for_another_origin(self) -> None:
        copied = merged(CONFIRMED)
        same = tuple(replace(one, source=replace(one.source, origin="OA")) for one in copied.documents)
        assert since(BRIDGE, replace(copied, documents=same)) == "new: B2"

    def it_does_not_tell_again_what_two_origins_told(self) -> None:
        third = CONFIRMED.replace("AB", "ABC", 1)
        assert since(CONFIRMED, f"{third}\nC: The mayor of Gravna spoke of it.") == "new: C2"

    @pytest.mark.parametrize("order", [*permutations("ABC")])
    def it_is_the_same_whatever_the_order_of_the_sources(self, order: tuple[str, ...]) -> None:
        told = {"A": BRIDGE, "B": MORE, "C": "C: Farmers in the hills fear a long drought."}
        found = since(f"{BRIDGE}\n{KILLED}", "\n".join(told[name] for name in order))
        assert sorted(found.splitlines()) == ["changed: B1 < A2", "new: C1"]


class DescribeWhatIsToldNoLonger:
    DROUGHT = "B: Farmers in the hills fear a long drought."

    def it_says_that_its_source_is_gone(self) -> None:
        assert since(f"{BRIDGE}\n{self.DROUGHT}", BRIDGE) == "dropped: B1 gone"

    def it_says_that_its_source_reads_otherwise(self) -> None:
        assert since(f"{BRIDGE}\n{self.DROUGHT}", f"{BRIDGE}\nB: Rain fell.") == "new: B1\ndropped: B1 revised"

    def it_says_that_its_source_is_set_apart(self) -> None:
        old = f"{BRIDGE}\n{self.DROUGHT}"
        apart = replace(merged(old), statements=merged(old).statements[:1], apart=(Apart(("B",)),))
        assert since(old, apart) == "dropped: B1 apart"

    def it_only_counts_what_has_no_room_now(self) -> None:
        collection = f"{BRIDGE}\n{self.DROUGHT}"
        found = compose.compare(brief(collection), brief(collection, words=10))
        assert (found.changes, found.untold) == ((), 1)

    def it_is_not_what_another_sentence_cites(self) -> None:
        old = merged(f"{BRIDGE}\nB: Lipnik's old bridge is closed.")
        first, second = old.statements
        together = replace(old, statements=(replace(first, support=(*first.support, *second.support)),))
        assert since(old, together) == ""


def disagreeing(kind: str, collection: str, *, latest: bool = False) -> Merged:
    """What merging found, with a disagreement of the first sentences of sources A and B."""
    found = merged(collection)
    spans = [one.support[0].span for one in found.statements[:2]]
    texts = [one.representative.text for one in found.statements[:2]]
    versions = (Version(texts[0], (spans[0],)), Version(texts[1], (spans[1],), latest=latest))
    return replace(found, disagreements=(Disagreement(kind, "the bridge", versions),))


class DescribeWhatSourcesTellDifferently:
    OPEN = "B 2024-05-02: Lorries still use the crossing, said a driver."

    @pytest.mark.parametrize(
        ("kind", "latest", "expected"),
        [
            ("denial", True, "disputed: B1 < A1"),
            ("number", False, "disputed: B1 < A1"),
            ("number", True, "changed: B1 < A1"),
            ("date", True, "changed: B1 < A1"),
            ("spelling", False, "new: B1"),
        ],
    )
    def it_sets_a_new_version_beside_the_known_one(self, kind: str, latest: bool, expected: str) -> None:
        new = disagreeing(kind, f"{BRIDGE}\n{self.OPEN}", latest=latest)
        assert drawn(brief(BRIDGE), brief(new, ALL, DIFFERING)) == expected

    def it_is_no_news_where_both_were_known(self) -> None:
        collection = f"{BRIDGE}\n{self.OPEN}"
        new = brief(disagreeing("denial", collection), ALL, DIFFERING)
        assert drawn(brief(collection), new) == ""

    def it_stands_in_one_section_only(self) -> None:
        new = disagreeing("denial", f"{BRIDGE}\n{self.OPEN}")
        made = brief(new, ALL, CHANGED, DIFFERING, since=brief(BRIDGE))
        shown = {one.id: made.differences(one) for one in made.sections}
        assert {name: len(found) for name, found in shown.items()} == {"all": 0, "changes": 1, "disagreements": 0}

    def it_stays_with_its_other_versions(self) -> None:
        new = disagreeing("denial", f"{BRIDGE}\n{self.OPEN}\nB: The crossing is open to all, the mayor said.")
        (one,) = new.disagreements
        third = new.statements[2]
        more = replace(one, versions=(*one.versions, Version(third.representative.text, (third.support[0].span,))))
        made = brief(replace(new, disagreements=(more,)), ALL, CHANGED, DIFFERING, since=brief(BRIDGE))
        assert [len(made.differences(section)) for section in made.sections] == [0, 0, 1]

    def it_is_told_where_the_brief_shows_no_other_differences(self) -> None:
        new = disagreeing("number", f"{KILLED}\n{MORE}", latest=True)
        made = brief(new, ALL, CHANGED, since=brief(KILLED))
        assert [item.text for item in made.items] == [KILLED.partition(": ")[2]]
        assert drawn(brief(KILLED), made, made.changes) == "changed: B1 < A1"


def counting(collection: str, number: str) -> Merged:
    """What merging found, with a figure of the number in the first sentence."""
    found = merged(collection)
    sentence = found.statements[0].representative
    start = sentence.start + sentence.text.index(number)
    words = Span(sentence.source, start, start + len(number))
    return replace(found, figures=(Figure("people killed", (Count(number, (words,), (sentence.span,)),)),))


class DescribeFigures:
    def it_sets_a_number_beside_one_that_no_source_gives_any_more(self) -> None:
        old = counting("A: In Lipnik 12 people lost their lives.", "12 people")
        new = counting("B: The toll of the flood stands at 17 people, the mayor said on Friday.", "17 people")
        assert drawn(brief(old, ALL, FIGURES), brief(new, ALL, FIGURES)) == "changed: B1 < A1"

    def it_knows_a_number_that_is_the_same(self) -> None:
        old = counting("A: In Lipnik 12 people lost their lives.", "12 people")
        new = counting("B: The toll stands at at least 12 people, the mayor said on Friday.", "at least 12 people")
        assert drawn(brief(old, ALL, FIGURES), brief(new, ALL, FIGURES)) == "new: B1\ndropped: A1 gone"


class DescribeTheSources:
    def it_names_those_that_are_added_revised_and_gone(self) -> None:
        old = brief("A: Rain fell in Lipnik.\nB: The mayor spoke in Lipnik.\nC: The bridge is closed.")
        new = brief("A: Rain fell in Lipnik.\nB: The mayor spoke in Gravna.\nD: The bridge is open.")
        found = compose.compare(old, new)
        assert (found.added, found.revised, found.gone) == (("D.txt",), ("B.txt",), ("C.txt",))

    def it_knows_a_page_by_its_address(self) -> None:
        def at(collection: Merged) -> Merged:
            (one,) = collection.documents
            return replace(
                collection, documents=(replace(one, source=replace(one.source, address="https://example.org")),)
            )

        old, new = brief(at(merged(KILLED))), brief(at(merged(MORE)))
        assert compose.compare(old, new).revised == ("B.txt",)

    def it_knows_a_source_by_its_bytes_however_it_was_read(self) -> None:
        def hashed(collection: str) -> Merged:
            found = merged(collection)
            return replace(
                found,
                documents=tuple(replace(one, source=replace(one.source, sha256="0")) for one in found.documents),
            )

        found = compose.compare(brief(hashed(KILLED)), brief(hashed(MORE)))
        assert (found.added, found.revised, found.gone) == ((), (), ())

    def it_names_those_who_act_for_the_first_time(self) -> None:
        actors = SectionSpec("actors", "Actors", "actors")
        old = brief("A: The mayor spoke.", ALL, actors)
        made = merged("A: The mayor spoke.\nB: Ivan Petrov spoke in Lipnik.")
        rows = (Actor("Ivan Petrov", "person", (), None, (Span("B", 0, 11),)), Actor("mayor", "person"))
        found = compose.compare(old, brief(replace(made, actors=rows), ALL, actors))
        assert [actor.name for actor in found.named] == ["Ivan Petrov"]


NEWS = "\n".join(
    f"B: {text}"
    for text in (
        "Farmers in the hills fear a long drought.",
        "Schools in Gravna open on Monday.",
        "The army has sent two helicopters.",
        "Insurers expect many claims.",
        "A concert raised money for the victims.",
    )
)


class DescribeTheSection:
    def it_takes_one_of_each_kind_in_turn_and_two_that_are_new(self) -> None:
        old = brief(f"{KILLED}\nC: The road to Gravna is dry.\nD: A dam upstream held.")
        new = f"{MORE}\n{NEWS}\nCB: The road to Gravna is dry."
        (made, all_) = (brief(new, ALL, replace(CHANGED, items=items), since=old).changes for items in (5, None))
        assert made
        assert all_
        kinds = [one.kind for one in made.changes]
        assert kinds == ["changed", "new", "new", "confirmed", "dropped"]
        assert (made.more, all_.more, len(all_.changes)) == (3, 0, 8)

    def it_marks_what_is_new_and_tells_no_key_point_twice(self) -> None:
        points = section("points", items=1, lift_from=("all",))
        made = brief(f"{BRIDGE}\n{NEWS}", points, ALL, CHANGED, since=brief(BRIDGE))
        assert made.changes
        marked = [made.items[place].text for place in made.changes.marked]
        told = [one.text for one in made.changes.changes]
        lifted = [item.text for item in made.sections[0].items]
        assert len(marked) == 5
        assert sorted(told) == sorted({*marked} - {*lifted})

    def it_numbers_its_sources_where_they_are_first_used(self) -> None:
        new = disagreeing("number", f"{KILLED}\n{MORE}", latest=True)
        made = brief(new, CHANGED, ALL, since=brief(KILLED))
        assert {source.id: source.number for source in made.sources} == {"B": 1, "A": 2}

    def it_is_not_there_without_a_brief_before(self) -> None:
        assert brief(BRIDGE, ALL, CHANGED).changes is None

    def it_takes_no_word_of_the_length(self) -> None:
        old, new = brief(KILLED), f"{KILLED}\n{MORE}\n{NEWS}"
        assert [item.text for item in brief(new, ALL, CHANGED, since=old, words=30).items] == [
            item.text for item in brief(new, ALL, words=30).items
        ]


class DescribeItsPlace:
    @pytest.mark.parametrize(
        ("name", "before"),
        [("analyst", "key_points"), ("executive", "key_points"), ("press", "essentials"), ("summary", "key_points")],
    )
    def it_is_behind_what_is_read_first(self, name: str, before: str) -> None:
        ids = [spec.id for spec in with_changes(load_template(name)).sections]
        assert ids[ids.index("changes") - 1] == before

    def it_is_where_the_template_has_it(self) -> None:
        own = template(ALL, replace(CHANGED, id="news"))
        assert with_changes(own) == own
        assert [spec.id for spec in without_changes(own).sections] == ["all"]

    def it_has_an_id_of_its_own(self) -> None:
        ids = [spec.id for spec in with_changes(template(section("changes"), ALL)).sections]
        assert len(set(ids)) == 3

    def it_is_headed_in_the_language_of_the_template(self) -> None:
        french = replace(load_template("analyst"), language="fr")
        assert [spec.heading for spec in with_changes(french).sections if spec.shape == "changes"] == [
            "Ce qui a changé"
        ]
