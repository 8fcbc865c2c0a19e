"""Step 5, rendering: words of a source as a line, with their citations and their marks.

In: an item, or other words with their passages. Out: a `Line`, with what it is if no
fact, how many witnesses it has and whether sources dispute it.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefing.model import Brief, Change, Clarification, Count, Item, Span, verbatim
from briefing.render.evidence import Evidence
from briefing.render.reviewing import asked, brackets, others
from briefing.render.view import Cite, Line
from briefing.render.wording import phrase, plain, spelled_count
from briefing.render.words import Words


def item_line(item: Item, brief: Brief, evidence: Evidence) -> Line:
    """An item as it is shown, with its label and all its marks."""
    words = evidence.words
    label = plain(item.label or "").rstrip(".:")
    cites = evidence.cites(item.citations)
    language = evidence.language(item.spans)
    sources = whole(cites)
    marks = (
        *_news(item, brief, words),
        *nature_of(item, words),
        *witnesses(item.origins, sources, words),
        *_dispute(item, brief, words),
    )
    return Line(
        plain(item.text),
        cites,
        # A label is the source's, and so is the custom of what stands behind it.
        label and phrase("{name}:" if language else words.named, name=label),
        (f"[{words.between.join(marks)}]",) if marks else (),
        _pieces(item.text, item.clarified),
        item.origins,
        *asked(item, sources, brief, evidence),
        language=language,
    )


def line(text: str, citations: tuple[Span, ...], evidence: Evidence, clarified: tuple[Clarification, ...] = ()) -> Line:
    """Words as they are shown; marked only where their sources are fewer witnesses than it looks."""
    cites = evidence.cites(citations)
    origins, sources = evidence.origins(citations), whole(cites)
    marks = tuple(f"[{mark}]" for mark in witnesses(origins, sources, evidence.words) if origins < sources)
    return Line(
        plain(text),
        cites,
        marks=marks,
        pieces=_pieces(text, clarified),
        origins=origins,
        others=others(plain(verbatim(text, clarified)), citations, evidence),
        remarks=tuple(brackets(clarified, citations, evidence)),
        language=evidence.language(citations),
    )


def _pieces(text: str, clarified: tuple[Clarification, ...]) -> tuple[tuple[str, bool], ...]:
    """The parts of a text, each with whether it is a clarification; one part where cleaning moved the places."""
    if plain(text) != text or not clarified:
        return ((plain(text), False),)
    edges = [edge for note in clarified for edge in (note.at, note.at + len(f"[{note.text}]"))]
    parts = pairwise([0, *edges, len(text)])
    return tuple((text[start:end], n % 2 == 1) for n, (start, end) in enumerate(parts) if end > start)


def whole(cites: Iterable[Cite]) -> int:
    """The sources among them that state all of it."""
    return sum(not cite.part for cite in cites)


def nature_of(item: Item | Count | Change, words: Words) -> Iterator[str]:
    """What the sentence is if no fact, and the speaker unless the sentence itself names them."""
    if item.nature != "fact":
        nature = words.natures.get(item.nature, item.nature)
        unnamed = item.speaker and not any(name in item.text for name in item.speaker.split())
        yield phrase(words.said_by, nature=nature, speaker=plain(item.speaker or "")) if unnamed else nature


def witnesses(origins: int, sources: int, words: Words) -> Iterator[str]:
    """How many witnesses there are, where it is one or fewer than the numbers of sources make it look."""
    if origins < max(sources, 2):
        yield spelled_count(words.origins, origins, words)


def _news(item: Item, brief: Brief, words: Words) -> Iterator[str]:
    """That no source of the brief before told it."""
    if brief.changes and any(brief.items[place] is item for place in brief.changes.marked):
        yield words.new


def _dispute(item: Item, brief: Brief, words: Words) -> Iterator[str]:
    """That sources tell it differently, and where the brief says how."""
    if item.disputed:
        own = [section for section in brief.sections if not {*section.differences}.isdisjoint(item.disputed)]
        rest = [section for section in brief.sections if section.shape == "disagreements"]
        where = next((section.heading for section in own + rest), "")
        yield phrase(words.disputed_see, section=plain(where)) if where else words.disputed
