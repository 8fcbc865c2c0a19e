"""Step 5, rendering: what an editor asks of a sentence.

In: what is cited for it, and how it is told. Out: the other wordings, each
word for word with the place where it stands, and remarks on why it is marked.
"""

from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Brief, Clarification, Disagreement, Item, Span
from briefing.render.counting import Pieces, about, counted, whole
from briefing.render.evidence import Evidence
from briefing.render.view import Wording
from briefing.render.wording import phrase, plain, spelled_count
from briefing.render.words import Words


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
    nature = _nature(item, evidence.words) if wordings or remarks else ()
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
        text = evidence.text(span)
        if span.source != citations[0].source or text not in shown:
            found.setdefault("" if text == shown else text, []).append(span)
    words = evidence.words
    wordings = (
        Wording(
            words.also_told_by if text else words.same_words_in, evidence.cites(spans), text, evidence.language(spans)
        )
        for text, spans in found.items()
    )
    return tuple(sorted(wordings, key=lambda wording: (wording.cites[0].part, wording.cites[0].number)))


def brackets(clarified: Iterable[Clarification], citations: Sequence[Span], evidence: Evidence) -> Iterator[str]:
    """Where words in brackets come from; those of the sentence itself only have a capital."""
    for note in clarified:
        span = Span(note.source, note.start, note.end)
        if not _overlap(span, citations[0]):
            (cite,) = evidence.cites((span,))
            place = f"{cite.number}\u00a0{cite.place(evidence.words)}"
            yield phrase(evidence.words.bracket_from, text=plain(note.text), place=place)


def _rivals(item: Item, brief: Brief, evidence: Evidence) -> Iterator[Wording]:
    """The versions of what sources dispute, besides those that the item itself tells."""
    for disagreement in brief.disagreements:
        if disagreement.id in item.disputed:
            matter, kind = told_about(disagreement, "", evidence.words)
            lead = phrase(evidence.words.told_differently, about=whole(matter), kind=kind)
            for version in disagreement.versions:
                if not any(_overlap(one, other) for one in item.spans for other in version.citations):
                    cites, language = evidence.cites(version.citations), evidence.language(version.citations)
                    yield Wording(lead, cites, plain(version.text), language)


def told_about(disagreement: Disagreement, language: str, words: Words) -> tuple[Pieces, str]:
    """What sources tell differently, in parts with their languages, and of which kind that is."""
    kind = words.differences.get(disagreement.kind, disagreement.kind)
    in_words = counted if disagreement.kind == "number" else about
    return in_words(disagreement.about, language, words), plain(kind)


def _nature(item: Item, words: Words) -> Iterator[str]:
    """What it is if no fact, and who speaks."""
    if item.nature != "fact":
        yield phrase(words.it_is.get(item.nature, ""), speaker=plain(item.speaker or words.not_stated))


def _witnesses(item: Item, sources: int, evidence: Evidence) -> Iterator[str]:
    """Why it has fewer origins than sources."""
    if item.origins < sources:
        words = evidence.words
        origins, among = (
            spelled_count(forms, number, words)
            for forms, number in ((words.origins, item.origins), (words.in_sources, sources))
        )
        yield " ".join((phrase(words.witnesses, origins=origins, sources=among), *evidence.kinship(item.citations)))


def _overlap(one: Span, other: Span) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end
