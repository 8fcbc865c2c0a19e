"""Step 3: which sources are independent of one another, and why the others are not.

Enters: documents, their sentences, and the facts that each sentence tells.
Leaves: the origins. Copies of one story share an origin, however many outlets
print it; so do the reports of one publisher, which are no copies but have one
house behind them. Each source that joins others brings the reason with it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from briefing.merge.credits import Credits
from briefing.merge.kinship import Kin
from briefing.merge.order import Order
from briefing.merge.shingles import Shingles
from briefing.model import Document, Origin, Reason, Sentence

COPIED = 0.15
"""Share of the shorter document's shingles that makes it a copy."""
RETOLD = 0.66
"""Share of the shorter document's sentences that the other tells in the same order, which makes it a copy as well."""
COPIED_WITH_CREDIT = 0.05
"""The same, of two texts that are credited to one agency, or of which one is credited to the other."""
RETOLD_WITH_CREDIT = 0.45
"""The same for the order."""

Facts = Mapping[str, Sequence[Collection[int]]]
"""For each source, the facts that each of its sentences tells, in the order of the text."""


def origins(documents: Sequence[Document], sentences: Sequence[Sentence], facts: Facts) -> tuple[Origin, ...]:
    """The origins, `"O1"`, `"O2"`, … in the order of their first documents.

    Args:
        documents: the documents; their order is that of the origins and decides which of several reasons is given.
        sentences: their sentences.
        facts: what each sentence tells; two sentences with a fact in common tell the same.
    """
    told: dict[str, list[Sentence]] = {document.source.id: [] for document in documents}
    for sentence in sentences:
        told[sentence.source].append(sentence)
    kin = Kin(told)
    for reason in _equal(documents, told):
        kin.join(reason)
    credited = Credits(documents, told, kin.leader)
    texts = {source: own for source, own in told.items() if kin.leader(source) == source}
    for reason in _copied(kin, Shingles(texts), credited):
        kin.join(reason)
    files = {document.source.sha256: document for document in reversed(documents)}
    for reason in _retold(kin, Order([*reversed(files.values())], told, facts), credited):
        kin.join(reason)
    for reason in _published(kin, documents, credited):
        kin.join(reason)
    return tuple(Origin(f"O{n}", *group) for n, group in enumerate(kin.groups(), start=1))


def _equal(documents: Sequence[Document], told: Mapping[str, Sequence[Sentence]]) -> Iterator[Reason]:
    """The sources that are the same file, or hold the same sentences in whatever order."""
    files: dict[str, str] = {}
    texts: dict[tuple[str, ...], str] = {}
    for document in documents:
        source = document.source.id
        text = tuple(sorted(sentence.text for sentence in told[source]))
        same_file = files.setdefault(document.source.sha256, source)
        same_text = texts.setdefault(text, source) if text else source
        if same_file != source:
            yield Reason(source, "is byte for byte the same as", same_file)
        elif same_text != source:
            yield Reason(source, "has the very sentences of", same_text)


def _copied(kin: Kin, shingles: Shingles, credited: Credits) -> Iterator[Reason]:
    """The pairs of which one has much of the other's very words."""
    for shorter, other, share in shingles.shared(COPIED_WITH_CREDIT, kin.apart):
        credit = credited.shared(shorter, other)
        if share >= COPIED or credit:
            yield Reason(shorter, f"has {_percent(share)} of its wording in common with", other, credit)


def _retold(kin: Kin, order: Order, credited: Credits) -> Iterator[Reason]:
    """The pairs of which one tells most of the other's sentences in the same order."""
    for shorter, other, share in order.shared(RETOLD_WITH_CREDIT, kin.apart):
        credit = credited.shared(shorter, other)
        if share >= RETOLD or credit:
            yield Reason(shorter, f"tells {_percent(share)} of its story in the same order as", other, credit)


def _published(kin: Kin, documents: Sequence[Document], credited: Credits) -> Iterator[Reason]:
    """The reports of one house. A story that others print as well, or an agency's, is not the house's own."""
    publishers = {document.source.id: document.source.publisher for document in documents}
    first: dict[str, str] = {}
    for group, _ in kin.groups():
        houses = {publisher for source in group if (publisher := publishers[source])}
        if len(houses) == 1 and all(map(credited.are_its_own, group)):
            (house,) = houses
            source = next(one for one in group if publishers[one])
            other = first.setdefault(house.casefold(), source)
            if other != source:
                yield Reason(source, "has the same publisher as", other, f" ({house}), and is no copy of it")


def _percent(share: float) -> str:
    return f"{int(100 * share)} %"
