"""Step 2: names that stand again elsewhere in the document: in short, or where nothing explains them.

Enters: the names found so far. Leaves: places in the document, each with the
name that it means.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Span

from briefing.language.bodies import BODIES
from briefing.language.runs import goes_on, is_capital
from briefing.language.tokens import written

SHORTEST = 3
"""Letters of a name of one word that is looked for where nothing explains it."""


def acronyms(doc: Doc, named: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Acronyms that the text gives a name, "Full Name (FN)", wherever they stand."""
    full: dict[str, Span] = {}
    for span in named:
        bracketed = [token.text for token in doc[span.end : span.end + 3]] if span.label_ in BODIES else []
        if len(bracketed) == 3 and bracketed[::2] == ["(", ")"] and _abbreviates(bracketed[1], span):
            full.setdefault(bracketed[1], span)
    for token in doc if full else ():
        if token.text in full:
            yield doc[token.i : token.i + 1], full[token.text]


def _abbreviates(acronym: str, name: Span) -> bool:
    """Whether most letters of an acronym begin words of the name.

    Most, and in any order, since many acronyms are those of the name in another language.
    """
    initials = Counter(token.text[0].upper() for token in name if token.is_alpha)
    letters = Counter(letter.upper() for letter in acronym if letter.isalpha())
    return letters.total() > 1 and acronym[:2].isupper() and (letters & initials).total() >= 0.6 * letters.total()


def defines_both(one: Span, other: Span) -> bool:
    """Whether two names are one: in "A and B Union (ABU)" the letters are those of both."""
    doc, behind = one.doc, other.end
    if other.start != one.end + 1 or doc[one.end].lower_ != "and" or behind + 2 >= len(doc) or doc[behind].text != "(":
        return False
    return doc[behind + 1].text == "".join(token.text[0] for token in (*one, *other) if token.text[0].isupper())


def uncut(named: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Names cut short that the document has in full, "Orlin" of "Orlin Optics", each with the full one."""
    by_word: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for span in named:
        if len(span) > 1 and span.label_ in BODIES:
            by_word[span[0].text].setdefault(span.text, span)
    for span in named:
        for text, full in by_word.get(span[0].text, {}).items() if not span._.listed else ():
            place = span.doc[span.start : span.start + len(full)]
            if len(full) > len(span) and place.text == text:
                yield place, full


def repeated(doc: Doc, named: Sequence[Span], taken: Collection[int]) -> Iterator[tuple[Span, Span]]:
    """The same words outside the tokens taken, unless they are part of a longer run of capitals."""
    by_word: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for span in named:
        if len(span) > 1 or len(span.text) >= SHORTEST:
            by_word[span[0].text].setdefault(span.text, span)
    whole = written(doc[:])
    for token in doc:
        for text, span in by_word.get(token.text, {}).items() if token.i not in taken else ():
            if whole.startswith(text, token.idx):
                place = doc[token.i : token.i + len(span)]
                if place.text == text and not _is_part(place):
                    yield place, span


def _is_part(span: Span) -> bool:
    """Whether another capitalised word of the sentence stands right beside."""
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    return goes_on(span[-1]) or bool(before is not None and before.whitespace_ and is_capital(before))
