"""What merging finds faster than by a look at every pair is what a look at every pair would find."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from briefing import language
from briefing.merge import similarity, stances
from briefing.merge.faces import Faces
from briefing.merge.rows import rows, units
from briefing.merge.similarity import Features
from briefing.merge.vetoes import CHECKS, Check, conflict
from briefing.model import Block, Document, Sentence, Source

TOLD = (
    "The flood killed {number} people in {town}.",
    "The flood killed {number} people in {town} on {day}.",
    "On {day} the water injured {number} people and drowned sheep.",
    "The bridge in {town} opened on {day}.",
    "The bridge in {town} closed on {day}.",
    "The union agreed to a truce in {town}.",
    "The union did not agree to a truce in {town}.",
    "The union asked the mill to pay a bonus of {number} dollars.",
    "The mill paid a bonus of {number} dollars.",
    "{firm} bought the mill in {town}.",
    "Norvik Foods Group bought {firm} in {town}.",
    "Talbot Mills Group bought {firm}.",
    "{firm} approved the budget of {number} dollars.",
    "{firm} rejected the budget of {number} dollars.",
    "{firm} deployed guards to the port in order to protect foreign sailors.",
    "{firm} deployed guards to the port in order to arrest armed smugglers.",
)
SLOTS = {
    "number": ("12", "17", "about 15"),
    "town": ("Paris", "Berlin"),
    "day": ("3 March 2019", "12 March 2019", "March 2019"),
    "firm": ("Norvik Foods Group", "Talbot Mills Group"),
}

ROUNDED = 1e-12
"""What sums of other lengths may differ by."""


def wordings(told: str) -> list[str]:
    """The sentence with each of the values for its slots."""
    slots = [slot for slot in SLOTS if f"{{{slot}}}" in told]
    return [told.format(**dict(zip(slots, values, strict=True))) for values in product(*(SLOTS[one] for one in slots))]


@cache
def newsroom() -> tuple[Sentence, ...]:
    """Sentences that tell few facts in all ways in which two can be apart, and again with other words around."""
    texts = [text for told in TOLD for text in (*wordings(told), *wordings(f"Officials said late at night: {told}"))]
    starts = [sum(len(earlier) + 1 for earlier in texts[:n]) for n in range(len(texts))]
    blocks = (Block("paragraph", at, at + len(text)) for at, text in zip(starts, texts, strict=True))
    return tuple(language.analyse([Document(Source("A", "A.txt", "a"), "\n".join(texts), tuple(blocks))]))


def shown(cluster: list[Sentence]) -> Faces:
    first, *rest = map(Faces, cluster)
    for one in rest:
        first.take(one)
    return first


CLUSTERS = st.deferred(lambda: st.lists(st.sampled_from(newsroom()), min_size=1, max_size=8))


class DescribeWhatKeepsClustersApart:
    def it_is_what_keeps_two_of_their_rows_apart(self) -> None:
        for (ours, face), (theirs, other) in product([(one, Faces(one)) for one in newsroom()], repeat=2):
            assert face.apart(other) is (conflict(ours, theirs) is not None), (ours.text, theirs.text)

    @settings(max_examples=200)
    @given(ours=CLUSTERS, theirs=CLUSTERS)
    def it_is_found_however_the_clusters_grew(self, ours: list[Sentence], theirs: list[Sentence]) -> None:
        apart = any(conflict(a, b) for a, b in product(ours, theirs))
        assert shown(ours).apart(shown(theirs)) is apart

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.holds.__name__)
    def it_is_seen_by_the_signs_of_each_check(self, check: Check) -> None:
        apart = [(a, b) for a, b in product(newsroom(), repeat=2) if check.holds(a, b)]
        assert apart, "no two sentences of the newsroom try this check"
        for a, b in apart:
            assert None not in {check.sign(a), check.sign(b)}
            assert check.may is None or check.may(check.core(a), check.core(b))


class DescribeStances:
    @given(st.lists(st.sampled_from([*stances.SIDES.values()]).flatmap(st.from_regex), max_size=4))
    def it_finds_each_in_one_look_for_all(self, told: list[str]) -> None:
        text = " ".join(told)
        small = text.translate(stances.SMALL).lower()
        assert stances._stances(text) == {side for side, words in stances.SIDES.items() if words.search(small)}


class DescribeTheSearchForPairs:
    @pytest.mark.parametrize("size", [30, 100])
    def it_finds_the_same_in_blocks_of_any_size(self, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = matched(found := features())
        for block in ("UNITS", "BLOCK", "PAIRS"):
            monkeypatch.setattr(similarity, block, size)
        assert abs(features().ngrams - found.ngrams).max() < ROUNDED
        for one, other in zip(matched(features()), whole, strict=True):
            assert one.nnz == other.nnz
            assert abs(one - other).max() < ROUNDED


def features() -> Features:
    return similarity.features(units(rows(newsroom())))


def matched(found: Features) -> tuple[csr_matrix, csr_matrix, csr_matrix]:
    """The scores of all sentences, how alike they are, and the scores of their units."""
    alike = similarity.alike(found)
    pairs = alike.within(range(found.words.shape[0]), similarity.LEAST)
    within = csr_matrix((pairs.scores, (pairs.left, pairs.right)))
    return alike.scores, alike.likeness, within
