"""Step 2: the words that a short form stands for, as a text writes them out itself.

Enters: the text of a sentence. Leaves: where each short form stands, and where its
long form: `Full Name (ACRONYM)` and `ACRONYM (Full Name)`. The method is that of
Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
definitions in biomedical text": from the right to the left every letter of the
short form is looked for in the words beside it, and the first must begin a word.
Two bounds are added, for news put remarks in brackets more often than definitions:
a short form has two capitals, and most of its letters begin words. And where all of
them begin words in another order, as those of a name in another language do, these
words are the long form: "Support Group for Islam and Muslims (GSIM)".
"""

import re
from collections import Counter
from collections.abc import Iterator

BRACKETS = re.compile(r"\s\((?:the )?(?P<inside>[^()]+)\)")
SHORT = re.compile(r"[^\W_][\w.&/’'-]{1,9}")
WORD = re.compile(r"[^\s\-–/]+")
SENTENCES_MEET = re.compile(r"[.!?;:]\s")
QUOTES = "“”\"'‘’"
SMALL = frozenset({"a", "an", "and", "de", "des", "du", "for", "in", "la", "of", "on", "the", "to"})
"""Words that a short form may pass over."""
CAPITALS = 2
"""Capitals that a short form has at least."""
BEGINNING = 0.6
"""Share of the letters of a short form that begin words of the long one."""

Place = tuple[int, int]
"""Where words begin and end in the text."""


def acronyms(text: str) -> Iterator[tuple[Place, Place]]:
    """Where short forms stand, each with where it is written out."""
    for beside, held in _brackets(text):
        first = re.split(r"[,;]", text[slice(*held)])[0]
        inside, before = _bare(text, (held[0], held[0] + len(first))), _bare(text, beside)
        at = max(text.rfind(" ", *before), text.rfind("-", *before)) + 1 or before[0]
        last = _bare(text, (max(at, before[0]), before[1]))
        if _is_short(text[slice(*inside)]):
            found = _long_form(text, inside, before)
            yield from [(inside, found)] if found else []
        elif _is_short(text[slice(*last)]) and (found := _long_form(text, last, inside)) and found == inside:
            yield last, inside


def _brackets(text: str) -> Iterator[tuple[Place, Place]]:
    """What stands before each bracket, as far as the bracket before it, and what stands in it."""
    done = 0
    for match in BRACKETS.finditer(text):
        # Looked for from the bracket to the left: the other way takes quadratic time where there is none.
        last = max(done, text.rfind("(", done, match.start()), text.rfind(")", done, match.start()))
        if before := text[last : match.start()].lstrip():
            yield (match.start() - len(before), match.start()), match.span("inside")
            done = match.end()


def _bare(text: str, place: Place) -> Place:
    """The place without quotation marks and spaces at its ends."""
    start, end = place
    while start < end and text[start] in QUOTES + " ":
        start += 1
    while start < end and text[end - 1] in QUOTES + " ":
        end -= 1
    return start, end


def _is_short(words: str) -> bool:
    return SHORT.fullmatch(words) is not None and sum(map(str.isupper, words)) >= CAPITALS


def _long_form(text: str, short: Place, beside: Place) -> Place | None:
    """The words that the short form stands for, at the end of those beside it."""
    letters = [letter.casefold() for letter in text[slice(*short)] if letter.isalnum()]
    words = [match.span() for match in WORD.finditer(text, *beside)][-min(len(letters) + 5, 2 * len(letters)) :]
    start = _start(text, letters, words[0][0] if words else beside[1], beside[1])
    if start is None:
        return None
    starts = [at for at, _ in words if at <= start]
    whole = (at for at in reversed(starts) if sorted(_heads(text[at : beside[1]])) == sorted(letters))
    found = next(whole, start), beside[1]
    return found if _tells(text[slice(*found)], letters) else None


def _start(text: str, letters: list[str], first: int, end: int) -> int | None:
    """Where the shortest long form begins: all letters are there, the first at the beginning of a word."""
    at = end
    for number in reversed(range(len(letters))):
        at -= 1
        while at >= first and not (text[at].casefold() == letters[number] and (number or _begins(text, at))):
            at -= 1
        if at < first:
            return None
    return at


def _begins(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _tells(long: str, letters: list[str]) -> bool:
    """Whether it is one name, does not hold the short form, and most letters of that begin words of it."""
    words = [word.casefold() for word in WORD.findall(long)]
    if SENTENCES_MEET.search(long) or "".join(letters) in words:
        return False
    if len(words) == 1:
        return len(letters) == 2  # "Tuberculosis (TB)"
    shared = Counter(letters) & Counter(word[0] for word in words)
    return shared.total() >= BEGINNING * len(letters)


def _heads(long: str) -> list[str]:
    """The letters that begin its words, but for small ones."""
    return [word[0] for word in map(str.casefold, WORD.findall(long)) if word not in SMALL]
