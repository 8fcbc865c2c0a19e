"""Step 2: sentence boundaries, by rules, block by block.

Enters: a spaCy Doc whose `doc._.blocks` holds the document's blocks. Leaves:
`token.is_sent_start`. A sentence never crosses a block, is not cut inside a
quotation that is soon closed, and does not end at an ellipsis that goes on.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import words
from briefing.language.quotations import block_edges, quotations
from briefing.language.tokens import is_footnote

STOPS = frozenset(".!?…") | {"...", "?!", "!?", "!!", "..", "…."}
OPENERS = frozenset("“«([{‘\"'")
CLOSERS = frozenset("”»)]}’\"'")
A_START, NOT_A_START = 1, np.array(-1).astype(np.uint64)
"""spaCy's marks; it keeps them as unsigned numbers."""
MOST_CLOSERS = 9
"""Marks that may stand between a full stop and the next sentence."""
LONGEST_SENTENCE = 1000
"""Tokens; what runs on longer is no prose, and is cut so that no component meets a sentence of a million words."""
LONGEST_QUOTATION = 90
"""Tokens; a longer quotation is cut into its sentences, since no brief could carry it whole."""
ABBREVIATED = words("abbreviation", "shortened")
INSIDE = words("short_title", "mid_sentence")
"""Abbreviations that end no sentence: those whose stop is a token of its own, and those that the tokenizer keeps."""
LONGEST_NUMBER = 3
"""Figures of a number that opens a clause: "12. The parties …"."""


@Language.component("block_sentences", assigns=["token.is_sent_start", "doc.sents"])
def block_sentences(doc: Doc) -> Doc:
    """Set sentence starts at the edges of blocks and after full stops within them."""
    starts = block_edges(doc)
    closed_at = {first: last for first, last in quotations(doc) if last - first <= LONGEST_QUOTATION}
    marks = np.full((len(doc), 1), NOT_A_START, dtype=np.uint64)
    inside_until, last = -1, 0
    for token in doc:
        begins = token.i in starts or (token.i > inside_until and _starts_sentence(token, last))
        if begins or token.i - last >= LONGEST_SENTENCE:
            marks[token.i], last = A_START, token.i
        inside_until = max(inside_until, closed_at.get(token.i, -1))
    # All at once: spaCy walks the whole text each time a single token's start is set.
    return doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]  # any array of numbers will do


def uncut(pieces: Iterable[Span]) -> Iterator[Span]:
    """The sentences, without what runs on so long that it was cut: its pieces are none."""
    runs_on = False
    for piece in pieces:
        follows, runs_on = runs_on, len(piece) >= LONGEST_SENTENCE
        if not (follows or runs_on):
            yield piece


def _starts_sentence(token: Token, opened: int) -> bool:
    """Tell whether a sentence may begin here, going by what stands before, from the token that opened the last one."""
    last = token.nbor(-1)
    if last.is_alpha:
        return False
    glued = not last.whitespace_
    if is_footnote(token) or (glued and (token.text in CLOSERS or last.text in OPENERS)):
        return False
    while 0 < last.i > token.i - MOST_CLOSERS and (last.text in CLOSERS or is_footnote(last)):
        last = last.nbor(-1)
    return _ends_sentence(last, token, opened) and _may_begin(token)


def _ends_sentence(last: Token, following: Token, opened: int) -> bool:
    if last.text in STOPS:
        word = last.nbor(-1) if last.text == "." and last.i > 0 else None
        return word is None or not _keeps_its_stop(word, following, opened)
    return last.text.endswith(".") and _ends_in_an_abbreviation(last, following)


def _keeps_its_stop(word: Token, following: Token, opened: int) -> bool:
    """Whether the stop belongs to the word: an abbreviation, an initial, the number of a clause."""
    if word.lower_ in ABBREVIATED or _is_initial(word):
        return True
    if word.lower_ in words("numbered"):
        return following.like_num
    return word.i == opened and word.is_digit and len(word) <= LONGEST_NUMBER


def _ends_in_an_abbreviation(last: Token, following: Token) -> bool:
    """The tokenizer keeps the stop of "U.S.", "p.m." and "C."; what is around shows whether a sentence ended there."""
    bare = last.lower_.rstrip(".")
    if not following.is_title or bare in INSIDE:
        return False
    ends = bare in words("closing") or (len(bare) == 1 and last.i > 0 and last.nbor(-1).lower_ in words("lettered"))
    return following.is_stop or (ends and following.lower_ not in words("calendar"))


def _is_initial(word: Token) -> bool:
    return len(word) == 1 and word.is_upper and word.text != "I"


def _may_begin(token: Token) -> bool:
    """A sentence begins with a capital, a figure or an opening mark, never in lower case."""
    first = token
    while first.text in OPENERS and first.i + 1 < len(first.doc):
        first = first.nbor(1)
    return not (first.is_lower or first.is_punct)
