"""Step 2: runs of capitalised words, the raw material of names.

Enters: a Doc with sentences. Leaves: spans that may be names, without the
articles and sentence openers before them.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import words

POSSESSIVES = frozenset({"'s", "’s"})
POSSESSIVE_MARKS = POSSESSIVES | {"'", "’"}
"""Those behind a plural as well, "the Maldives' capital", which may be quotation marks."""
JOINTS = frozenset({"-", "‑", "'", "’"})
PREFIXES = frozenset({"ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ud", "ul"})


def runs(doc: Doc, taken: Collection[int]) -> Iterator[Span]:
    """Maximal runs of capitalised words within sentences, outside the tokens already taken.

    A run may cross a link ("Ministry of Health") and a joint ("Baden-Baden"). At "and" it goes on
    only where an organisation's name has begun ("Ministry of Trade and Industry").
    """
    for sentence in doc.sents:
        at = sentence.start
        while at < sentence.end:
            end = _run_end(doc, at, sentence.end, taken)
            run = trimmed(doc[at:end]) if end > at else None
            if run is not None:
                yield run
            at = max(end, at + 1)


def _run_end(doc: Doc, start: int, limit: int, taken: Collection[int]) -> int:
    """The index after a run that begins at `start`; `start` itself where none does."""
    if not _opens(doc, start, limit) or start in taken:
        return start
    end = start + 1
    while end < limit:
        following = _next_capital(doc, end, limit)
        if following is None or following in taken:
            break
        between = [token.lower_ for token in doc[end:following]]
        joins = _has_head(doc[start:end]) or _is_called(doc, start)
        if between == ["and", "the"] or ("and" in between and not joins):
            break
        end = following + 1
    return end


def _opens(doc: Doc, at: int, limit: int) -> bool:
    return is_capital(doc[at]) or is_prefixed(doc, at, limit)


def is_prefixed(doc: Doc, at: int, limit: int) -> bool:
    """An Arabic article before a name: "al-Orlin"."""
    return at + 2 < limit and doc[at].lower_ in PREFIXES and doc[at + 1].text in JOINTS and is_capital(doc[at + 2])


def _next_capital(doc: Doc, at: int, limit: int) -> int | None:
    """The next capitalised word, at `at` or behind a joint or at most two links."""
    joined = at > 0 and doc[at].text in JOINTS and not doc[at - 1].whitespace_ and not doc[at].whitespace_
    if joined:
        return at + 1 if at + 1 < limit and doc[at + 1].is_alpha else None
    for ahead in range(at, min(at + 3, limit)):
        if is_capital(doc[ahead]):
            return ahead
        if is_prefixed(doc, ahead, limit):
            return ahead + 2
        if doc[ahead].lower_ not in words("link"):
            return None
    return None


def is_capital(token: Token) -> bool:
    """A word that begins with a capital and is no day or month."""
    return token.text[0].isupper() and token.lower_ not in words("calendar") and any(c.isalpha() for c in token.text)


def goes_on(last: Token) -> bool:
    """Whether another capitalised word of the sentence follows: "the Kovac Commission"."""
    at = last.i + 1
    return bool(at < last.sent.end and last.whitespace_ and is_capital(last.doc[at]))


def _is_called(doc: Doc, start: int) -> bool:
    """Whether the noun for one body stands right before, so that "and" is part of it: "the union Metal and Glass"."""
    return start > 0 and doc[start - 1].lower_ in words("body")


def _has_head(span: Span) -> bool:
    return any(token.lower_ in words("organisation") for token in span)


def trimmed(run: Span) -> Span | None:
    """The run without function words at its start ("The", "On", "However", "According to"); None if nothing is left."""
    start = run.start
    if run[0].is_sent_start and run[0].lower_.endswith("ing") and len(run) > 1 and run[1].lower_ in words("link"):
        start += 1
    while start < run.end and (run.doc[start].is_stop or run.doc[start].lower_ in words("link")):
        start += 1
    return run.doc[start : run.end] if start < run.end else None
