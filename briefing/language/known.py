"""Step 2: where known names stand in a text.

Enters: the names of a `Gazetteer`, and a Doc. Leaves: spans with what they stand
for. Names are looked up by their first word, since to tokenize thousands of them
for spaCy's matcher takes several times as long as all else that is loaded.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span

from briefing.language.gazetteer import Known
from briefing.language.tokens import written

WORD = re.compile(r"\w+")


class KnownNames:
    """Finds names: from left to right, at each place the longest, and only whole tokens."""

    def __init__(self, names: Mapping[str, Known]) -> None:
        self.names = names
        self.by_word: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for name in sorted(names, key=len, reverse=True):
            word = WORD.search(name)
            if word:
                self.by_word[word[0]].append((word.start(), name))

    def find(self, doc: Doc) -> Iterator[tuple[Span, Known]]:
        """The names in a Doc, none within another."""
        text, done = written(doc[:]), 0
        for word in WORD.finditer(text):
            if word.start() >= done and word[0] in self.by_word:
                span = self._longest(doc, text, word)
                if span is not None:
                    done = span.end_char
                    yield span, self.names[span.text]

    def _longest(self, doc: Doc, text: str, word: re.Match[str]) -> Span | None:
        for before, name in self.by_word[word[0]]:
            start = word.start() - before
            if start >= 0 and text.startswith(name, start):
                span = doc.char_span(start, start + len(name))
                if span is not None:
                    return span
        return None
