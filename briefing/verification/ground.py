"""Verification: where in a document the words stand that it is to show.

In: the words of the document, and what is looked for. Out: the places, none of them twice; and what is left, sentence
by sentence. What is quoted begins and ends where a sentence does, for “It is not true that” before it changes it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from briefing.verification.stream import CLOSES, ENDS, OPENS, Stream

Region = tuple[int, int]
Fits = Callable[[int, int], bool]
_MARK = 8
"""Words of the mark of an excerpt, at the most, as in “p. 2, 4”."""
_INITIAL = 3
"""Letters of a word that its stop may only shorten."""


class Ground:
    """A document in which words are looked for.

    Args:
        stream: its words.
    """

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._taken = bytearray(len(stream.words))
        self._starts: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(stream.same):
            self._starts[word].append(place)

    def take(self, start: int, end: int) -> None:
        """Let nothing else be found here."""
        self._taken[start:end] = b"\1" * (end - start)

    def find(self, words: Sequence[str], fits: Fits | None = None) -> list[Region]:
        """Where words stand that nothing else was found in.

        Args:
            words: how they compare.
            fits: whether they may begin and end there; without it where a sentence does.
        """
        fits = fits or self._is_whole
        return [
            (start, start + len(words))
            for start in (self._starts.get(words[0], ()) if words else ())
            if self.stream.same[start : start + len(words)] == tuple(words)
            and not any(self._taken[start : start + len(words)])
            and fits(start, start + len(words))
        ]

    def cited(self, start: int, end: int) -> tuple[str, ...]:
        """The numbers that are cited within these words and behind them, also behind a remark or a stop."""
        while end not in self.stream.cites and not self.stream.begins(end) and end < len(self.stream.words):
            if self.stream.same[end] == "[" and "]" in self.stream.same[end:]:
                end = self.stream.same.index("]", end) + 1
            elif self.stream.same[end] in ENDS | CLOSES:
                end += 1
            else:
                break
        return tuple(n for place in range(start + 1, end + 1) for n in self.stream.cites.get(place, ()))

    def rest(self) -> Iterator[Region]:
        """What is left, sentence by sentence; marks that stand alone are nothing."""
        start = 0
        for place in range(len(self._taken) + 1):
            if place == len(self._taken) or self._taken[place] or (place > start and self._parts(place)):
                if any(word[0].isalnum() or word[0] == "_" for word in self.stream.same[start:place]):
                    yield start, place
                start = place + (place < len(self._taken) and self._taken[place])

    def is_excerpt(self, start: int, end: int) -> bool:
        """Whether a paragraph ends here that begins with the mark of an excerpt, and nothing is cited there."""
        marks = [place for place in range(max(start - _MARK, 0), start) if self.stream.begins(place)]
        return (
            bool(marks) and not self.stream.begins(start) and self.stream.begins(end) and end not in self.stream.cites
        )

    def lead(self, start: int) -> tuple[str, ...]:
        """The words before a place, back to where a sentence may begin, without marks."""
        place = start
        while not (self.stream.is_set_apart(place) or place in self.stream.cites or self._taken[place - 1]):
            place -= 1
        return tuple(word for word in self.stream.same[place:start] if word[0].isalnum())

    def _is_whole(self, start: int, end: int) -> bool:
        return self._opens(start) and self.closes(end)

    def _opens(self, start: int) -> bool:
        before = start - 1
        if self._parts(start) or self._taken[before]:
            return True
        while before and self.stream.same[before] in OPENS | CLOSES and not self.stream.begins(before):
            before -= 1
        return self.stream.same[before] in ENDS | {":", "]"} or self.stream.begins(before + 1)

    def closes(self, end: int) -> bool:
        """Whether a sentence may end here."""
        if self._parts(end) or self._taken[end]:
            return True
        ended = {self.stream.same[end - 1], self.stream.same[end - 2]} & (ENDS | {":"})
        return bool(ended) or self.stream.same[end] in CLOSES | {"["}

    def _parts(self, place: int) -> bool:
        """Whether a new sentence begins here."""
        if self.stream.is_set_apart(place) or place in self.stream.cites:
            return True
        last, word = self.stream.same[place - 1], self.stream.same[place]
        if last in CLOSES and self.stream.same[place - 2] in ENDS:
            last = self.stream.same[place - 2]
        before = self.stream.same[place - 2]
        ended = last == "]" or (last in ENDS and not (last == "." and before[:1].isupper() and len(before) <= _INITIAL))
        return ended and (word[0].isupper() or word[0].isdigit() or word in OPENS)
