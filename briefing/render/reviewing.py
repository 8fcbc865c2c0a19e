"""Step 5, rendering: what an editor asks of a sentence.

In: what is cited for it, and how it is told. Out: the other wordings, each
word for word with the place where it stands, and remarks on why it is marked.
"""

from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Brief, Clarification, Item, Span
from briefing.render.evidence import Evidence
from briefing.render.view import Wording
from briefing.render.wording import plain, spelled_count
from briefing.render.words import WORDS


def asked(item: Item, sources: int, brief: Brief, evidence: Evidence) -> tuple[tuple[Wording, ...], tuple[str, ...]]:
    """The other wordings of an item, and remarks; none where the brief itself shows all there is to tell.

    Args:
        item: the item.
        sources: how many sources state all of it.
        brief: the brief.
        evidence: the sources.
    """
    wordings = (*_rivals(item, brief, evidence), *others(plain(item.verbatim), item.citations, evidence))
    remarks = (*_witnesses(item, sources, evidence), *brackets(item.clarified, item.citations, evidence))
    nature = _nature(item) if wordings or remarks else ()
    return wordings, (*nature, *remarks)


def others(shown: str, citations: Sequence[Span], evidence: Evidence) -> tuple[Wording, ...]:
    """The wordings besides the one that is shown, those that tell all of it before the others.

    Args:
        shown: the words that the brief shows.
        citations: who states it; the words come from the first.
        evidence: the sources.
    """
    found: dict[str, list[Span]] = {}
    for span in citations[1:]:
        words = evidence.words(span)
        if span.source != citations[0].source or words not in shown:
            found.setdefault("" if words == shown else words, []).append(span)
    told = (
        Wording("Also told by" if words else "In the same words in", evidence.cites(spans), words)
        for words, spans in found.items()
    )
    return tuple(sorted(told, key=lambda wording: (wording.cites[0].part, wording.cites[0].number)))


def brackets(clarified: Iterable[Clarification], citations: Sequence[Span], evidence: Evidence) -> Iterator[str]:
    """Where words in brackets come from; those of the sentence itself only have a capital."""
    for note in clarified:
        span = Span(note.source, note.start, note.end)
        if not _overlap(span, citations[0]):
            (cite,) = evidence.cites((span,))
            yield f"[{plain(note.text)}] is from {cite.number}\u00a0{cite.place(WORDS)}."


def _rivals(item: Item, brief: Brief, evidence: Evidence) -> Iterator[Wording]:
    """The versions of what sources dispute, besides those that the item itself tells."""
    for disagreement in brief.disagreements:
        if disagreement.id in item.disputed:
            lead = f"“{plain(disagreement.about)}” ({plain(disagreement.kind)}) is told differently by"
            for version in disagreement.versions:
                if not any(_overlap(one, other) for one in item.spans for other in version.citations):
                    yield Wording(lead, evidence.cites(version.citations), plain(version.text))


def _nature(item: Item) -> Iterator[str]:
    """What it is if no fact, and who speaks."""
    if item.nature != "fact":
        yield f"It is a {item.nature}; the speaker is {plain(item.speaker or WORDS.not_stated)}."


def _witnesses(item: Item, sources: int, evidence: Evidence) -> Iterator[str]:
    """Why it has fewer origins than sources."""
    if item.origins < sources:
        counted = f"It has {spelled_count(item.origins, 'origin')} in {spelled_count(sources, 'source')}."
        yield " ".join((counted, *evidence.kinship(item.citations)))


def _overlap(one: Span, other: Span) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end
