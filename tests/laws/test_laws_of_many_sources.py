"""What many sources cost: as much as what they tell, not as often as they tell it."""

from collections.abc import Sequence
from typing import Any

import pytest

from briefing.merge.order import Order
from briefing.merge.origins import origins
from briefing.merge.shingles import Shingles
from briefing.model import Document, Sentence, Source

MANY = 500
WORDS = "the river {0} rose by {0} metres and took the bridge of {0} with all who stood on it in the night of {0}"


def story(source: str, last: str = "") -> list[Sentence]:
    """A story of twenty sentences, and one more of the source's own."""
    texts = [WORDS.format(f"w{n}") for n in range(20)] + ([WORDS.format(last)] if last else [])
    return [Sentence(source, n, 0, 0, text, tuple(text.split())) for n, text in enumerate(texts)]


def document(source: str, content: str) -> Document:
    return Document(Source(source, f"{source}.txt", content), content)


class DescribeManySources:
    def it_compares_one_of_equal_copies_with_the_rest(self, monkeypatch: pytest.MonkeyPatch) -> None:
        compared: list[int] = []

        def watched(documents: Sequence[Document], *rest: Any) -> Order:
            compared.append(len(documents))
            return Order(documents, *rest)

        monkeypatch.setattr("briefing.merge.origins.Order", watched)
        names = [f"S{n}" for n in range(MANY)]
        sentences = [sentence for name in names for sentence in story(name)]
        facts = {name: [frozenset({n}) for n in range(20)] for name in names}
        (found,) = origins([document(name, "same") for name in names], sentences, facts)
        assert compared == [1]
        assert len(found.sources) == len(found.why) + 1 == MANY

    def it_compares_near_copies_with_their_neighbours_alone(self) -> None:
        pairs = Shingles({f"S{n}": story(f"S{n}", last=f"own{n}") for n in range(MANY)})._candidates()
        assert len(pairs) < 2 * MANY

    def it_brings_near_copies_together_all_the_same(self) -> None:
        names = [f"S{n}" for n in range(MANY)]
        sentences = [sentence for name in names for sentence in story(name, last=f"own{name}")]
        (found,) = origins([document(name, name) for name in names], sentences, {name: [()] * 21 for name in names})
        assert len(found.sources) == MANY
