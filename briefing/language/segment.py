"""Step 2: sentence boundaries, by rules, block by block.

Enters: a spaCy Doc whose `doc._.blocks` holds the document's blocks. Leaves:
`token.is_sent_start`. A sentence never crosses a block, is not cut inside a
quotation that is soon closed, and does not end at an ellipsis that goes on.
"""

from bisect import bisect_left

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from briefing.language.gazetteer import words
from briefing.language.tokens import is_footnote

STOPS = frozenset(".!?…") | {"...", "?!", "!!", "..", "…."}
OPENERS = frozenset("“«([{‘\"'")
CLOSERS = frozenset("”»)]}’\"'")
A_START, NOT_A_START = 1, np.array(-1).astype(np.uint64)
"""spaCy's marks; it keeps them as unsigned numbers."""
MOST_CLOSERS = 9
"""Marks that may stand between a full stop and the next sentence."""
CLOSING_OF = {"“": "”", "«": "»", '"': '"'}
LONGEST_SENTENCE = 1000
"""Tokens; what runs on longer is no prose, and is cut so that no later step meets a sentence of a million words."""
LONGEST_QUOTATION = 90
"""Tokens; a longer quotation is cut into its sentences, since no brief could carry it whole."""


@Language.component("block_sentences", assigns=["token.is_sent_start", "doc.sents"])
def block_sentences(doc: Doc) -> Doc:
    """Set sentence starts at the edges of blocks and after full stops within them."""
    starts = _block_starts(doc)
    closed_at = _quotations(doc)
    marks = np.full((len(doc), 1), NOT_A_START, dtype=np.uint64)
    inside_until, last = -1, 0
    for token in doc:
        begins = token.i in starts or (token.i > inside_until and _starts_sentence(token))
        if begins or token.i - last >= LONGEST_SENTENCE:
            marks[token.i], last = A_START, token.i
        inside_until = max(inside_until, closed_at.get(token.i, -1))
    # All at once: spaCy walks the whole text each time a single token's start is set.
    return doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]  # any array of numbers will do


def _block_starts(doc: Doc) -> set[int]:
    """Indices of the first token of each block and of the first one after it."""
    offsets = [token.idx for token in doc]
    edges = {edge for block in doc._.blocks for edge in (block.start, block.end)}
    return {0, *(bisect_left(offsets, edge) for edge in edges)}


def _quotations(doc: Doc) -> dict[int, int]:
    """The closing token of each quotation short enough to be kept whole, by its opening token."""
    found: dict[int, int] = {}
    opened: tuple[int, str] | None = None
    for token in doc:
        if token.text in CLOSING_OF and opened is None and not token.whitespace_:
            opened = token.i, CLOSING_OF[token.text]
        elif opened and (token.i - opened[0] > LONGEST_QUOTATION or "\n" in token.text):
            opened = None
        elif opened and token.text == opened[1]:
            found[opened[0]] = token.i
            opened = None
    return found


def _starts_sentence(token: Token) -> bool:
    """Tell whether a sentence may begin here, going by what stands before."""
    last = token.nbor(-1)
    glued = not last.whitespace_
    if is_footnote(token) or (glued and (token.text in CLOSERS or last.text in OPENERS)):
        return False
    while 0 < last.i > token.i - MOST_CLOSERS and (last.text in CLOSERS or is_footnote(last)):
        last = last.nbor(-1)
    return _ends_sentence(last, token) and _may_begin(token)


def _ends_sentence(last: Token, following: Token) -> bool:
    if last.text in STOPS:
        word = last.nbor(-1) if last.text == "." and last.i > 0 else None
        numbered = word is not None and word.lower_ in words("numbered") and following.like_num
        return word is None or not (numbered or _is_initial(word) or word.lower_ in words("abbreviation"))
    # The tokenizer keeps the stop of "U.S." and "p.m."; only a function word in a capital shows that it ended.
    is_title = last.lower_.rstrip(".") in words("short_title")
    return last.text.endswith(".") and not is_title and following.is_title and following.is_stop


def _is_initial(word: Token) -> bool:
    return len(word) == 1 and word.is_upper and word.text != "I"


def _may_begin(token: Token) -> bool:
    """A sentence begins with a capital, a figure or an opening mark, never in lower case."""
    first = token
    while first.text in OPENERS and first.i + 1 < len(first.doc):
        first = first.nbor(1)
    return not (first.is_lower or first.is_punct)
