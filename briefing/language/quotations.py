"""Step 2: which words stand in quotation marks.

Enters: a tokenized Doc with `doc._.blocks`. Leaves: the outermost quotations,
each from its opening to its closing token. A mark that closes in no way before
its block ends is no quotation, unless the next block opens with the same mark:
then the speech goes on in a new paragraph.
"""

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Token

CLOSING_OF = {"“": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
APOSTROPHES = frozenset("’'")
"""Marks that close a quotation or stand for a letter."""
STOPS = frozenset(".,!?…;:")
LONGEST_IN_APOSTROPHES = 90
"""Tokens; behind so many an apostrophe closes no quotation that an apostrophe opened."""


def quotations(doc: Doc) -> list[tuple[int, int]]:
    """The first and the last token of each quotation, in order."""
    edges, found = block_edges(doc), list[tuple[int, int]]()
    opened: tuple[int, str] | None = None
    for token in _marks(doc, edges):
        at_edge = token.i in edges and not token.is_space
        if opened and at_edge and token.text == doc[opened[0]].text:
            found.append((opened[0], token.i - 1))
        if opened and (at_edge or token.i - opened[0] > _reach(opened[1])):
            opened = None
        if opened and token.text == opened[1] and _closes(token):
            found.append((opened[0], token.i))
            opened = None
        elif (opened is None or _replaces(token, opened[1])) and _opens(token):
            opened = token.i, CLOSING_OF[token.text]
    return found


def block_edges(doc: Doc) -> set[int]:
    """Indices of the first token of each block and of the first one after it."""
    places = [edge for block in doc._.blocks for edge in (block.start, block.end)]
    return {0, *map(int, np.searchsorted(doc.to_array("IDX"), places))}


def _marks(doc: Doc, edges: set[int]) -> Iterator[Token]:
    """The tokens at which a quotation may begin or end."""
    marks = CLOSING_OF.keys() | CLOSING_OF.values()
    return (token for token in doc if token.i in edges or token.text in marks)


def _reach(closing: str) -> int:
    return LONGEST_IN_APOSTROPHES if closing in APOSTROPHES else 10**9


def _opens(token: Token) -> bool:
    """A mark before a word; one that may be an apostrophe stands apart from the word before."""
    spaced = token.whitespace_ and token.text != "«"
    if token.text not in CLOSING_OF or spaced or token.i + 1 >= len(token.doc):
        return False
    if CLOSING_OF[token.text] not in APOSTROPHES:
        return True
    apart = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_punct
    return apart and token.nbor(1).text[0].isalpha()


def _replaces(token: Token, awaited: str) -> bool:
    """A second mark of one that was never closed: the quotation begins here."""
    return token.text != awaited and CLOSING_OF.get(token.text) == awaited


def _closes(token: Token) -> bool:
    """What may be an apostrophe closes behind a stop, or where no possessive can be meant."""
    if token.text not in APOSTROPHES or token.nbor(-1).text in STOPS:
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    ends = following is None or following.is_punct or bool(token.whitespace_)
    return ends and not (following is not None and following.is_alpha and token.nbor(-1).lower_.endswith("s"))
