"""Step 3: whom sources credit with what they tell.

Enters: documents and sentences. Leaves: for each source the agencies and
outlets that it credits as a whole, `(AFP)` or "with agency reports"; and for a
sentence the other source of the collection that it has its news from, "the
Gazette reported that". One such sentence makes no copy; most sentences do.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.merge.wording import outlets
from briefing.model import Document, Sentence

MOST = 0.5
"""Share of a source's sentences that credit one outlet, from which the whole source does."""
AGENCIES = "news agencies"
"""What "with agency reports" credits."""
CREDITING = frozenset({"wire credit", "byline", "note to the reader", "source note"})
"""Why reading drops what credits a text as a whole."""
IN_BRACKETS = re.compile(r"\(([A-Z][\w .&-]{1,30})\)")
BEHIND_A_SLASH = re.compile(r"/\s?([A-Z][\w .&-]{1,30})\W*$")
FROM_AGENCIES = re.compile(r"(?:\b(?:from|with|by|and) (?:news )?|/ ?)agenc(?:y|ies)\b", re.IGNORECASE)

_NAME = r"(?P<name>(?:[A-Z][\w.&’'-]*\s?){1,5})"
_OUTLET = r"(?:the )?(?:(?:news ?paper|news agency|broadcaster|daily|weekly|website|magazine|radio station|portal) )?"
_SOURCE = r"\b(?:[Aa]ccording to|[Rr]eported by|[Rr]eports? (?:by|in|from)|[Tt]old|[Cc]iting)"
CREDITS = (
    re.compile(rf"{_SOURCE} {_OUTLET}{_NAME}"),
    re.compile(rf"{_NAME}(?:has |had )?(?:first )?(?:reports?|reported|said|says|wrote|writes|revealed|quoted)\b"),
)


def credited(documents: Sequence[Document], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, each with the other source that it credits, if it does.

    A name that several sources have credits the first of them; a name that is the source's own credits nobody.
    """
    names = _names(documents, sentences)
    if not names:
        return list(sentences)
    return [replace(sentence, credited=_credited(sentence, names)) for sentence in sentences]


def _names(documents: Sequence[Document], sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    """The sources by the names of their outlets: publishers, and what a text calls its own platform."""
    told: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        told.setdefault(sentence.source, []).append(sentence)
    names: dict[str, list[str]] = {}
    for document in documents:
        source = document.source
        for name in sorted({*filter(None, [source.publisher]), *outlets(told.get(source.id, ()), ())}):
            names.setdefault(_plain(name), []).append(source.id)
    return names


def _credited(sentence: Sentence, names: Mapping[str, Sequence[str]]) -> str | None:
    for name in credits_in(sentence.text):
        if (sources := names.get(name)) and sentence.source not in sources:
            return sources[0]
    return None


def credits_in(text: str) -> Iterator[str]:
    """What may be names that a sentence credits: runs of capitals in such a place, and their starts and ends."""
    for pattern in CREDITS:
        for match in pattern.finditer(text):
            words = match["name"].split()
            for n in range(len(words), 0, -1):
                yield _plain(" ".join(words[:n]))
                yield _plain(" ".join(words[-n:]))


def _plain(name: str) -> str:
    return name.strip(" .,’'").casefold().removesuffix("’s").removesuffix("'s").removeprefix("the ")


class Credits:
    """Whom each source credits as a whole.

    Args:
        documents: the documents.
        told: the sentences of each source.
        leader: which source stands for one and for its equals; what one of them credits they all do.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        told: Mapping[str, Sequence[Sentence]],
        leader: Callable[[str], str],
    ) -> None:
        self._leader = {source: leader(source) for source in told}
        self._houses: dict[str, set[str]] = {source: set() for source in told}
        self._agencies: dict[str, dict[str, str]] = {source: {} for source in told}
        self._borrowed: dict[str, str] = {}
        for document in documents:
            source = document.source.id
            first = self._leader[source]
            self._houses[first] |= {_key(document.source.publisher)} if document.source.publisher else set()
            self._agencies[first] |= {_key(name): name for name in _whole(document, told[source])}
            if lender := _mostly(told[source]):
                self._borrowed.setdefault(first, self._leader[lender])

    def are_its_own(self, source: str) -> bool:
        """Whether a source credits nobody else as a whole."""
        first = self._leader[source]
        return first not in self._borrowed and self._agencies[first].keys() <= self._houses[first]

    def shared(self, a: str, b: str) -> str:
        """What ties two texts, as the end of a reason: one agency, or the one has its news from the other."""
        ours, theirs = self._leader[a], self._leader[b]
        agencies = {**self._agencies[ours], **self._agencies[theirs]}
        both = sorted(key for key in agencies if self._is_from(key, ours) and self._is_from(key, theirs))
        if both:
            return f", and both are credited to {agencies[both[0]]}"
        if self._borrowed.get(ours) == theirs:
            return ", which it credits"
        return ", which credits it" if self._borrowed.get(theirs) == ours else ""

    def _is_from(self, key: str, source: str) -> bool:
        """Whether the source credits the agency, or is the agency's own."""
        return key in self._agencies[source] or key in self._houses[source]


def _whole(document: Document, sentences: Sequence[Sentence]) -> Iterator[str]:
    """The agencies that the text as a whole is credited to."""
    for dropped in document.dropped:
        if dropped.reason in CREDITING:
            text = document.text[dropped.start : dropped.end].strip()
            yield from IN_BRACKETS.findall(text)
            yield from BEHIND_A_SLASH.findall(text)
            if FROM_AGENCIES.search(text):
                yield AGENCIES
    for sentence in sentences:
        for entity in sentence.entities:
            if entity.kind == "outlet" and sentence.text[: entity.start - sentence.start].endswith("("):
                yield entity.text


def _mostly(sentences: Sequence[Sentence]) -> str | None:
    """The source that most of the sentences credit."""
    counts = Counter(sentence.credited for sentence in sentences if sentence.credited)
    source, count = max(counts.items(), key=lambda one: (one[1], one[0]), default=(None, 0))
    return source if count >= MOST * len(sentences) else None


def _key(name: str) -> str:
    """One key for an agency's name and its initials: "Agence France-Presse", "AFP"."""
    words = re.findall(r"\w+", re.sub(r"^The |(?: News)?(?: Agency)?$", "", name))
    capitals = [word for word in words if word[0].isupper()]
    return ("".join(word[0] for word in capitals) if len(capitals) > 1 else "".join(words)).casefold()
