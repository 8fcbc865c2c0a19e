"""Step 3: spellings of one name. What transliteration changes, and what it does not.

Enters: words of names. Leaves: their `folded` form, equal for spellings that
differ by convention only ("Traoré", "Karjakin", "Zelenskyy"), and `alike`, for
those that differ in vowels or in hard consonants, and which only other
evidence makes one name ("Goita", "Gueta"; "Gaddafi", "Qadhafi").
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Levenshtein

LIKENESS = 0.6
"""Levenshtein similarity of two words with the same consonants that may be spellings of one."""
SHORTEST = 5
"""Letters; in a shorter word one other letter makes another name: "Horn" and "Hern"."""
LETTERS = str.maketrans({
    "æ": "a", "ð": "d", "đ": "d", "ħ": "h", "ı": "i", "ĳ": "i", "ł": "l", "ŋ": "n", "ø": "o", "œ": "o", "ß": "ss",
    "þ": "t", "ŧ": "t", "ə": "a", "ư": "u", "ơ": "o",
})  # fmt: skip
"""Letters that Unicode does not take apart into a plain one and a mark."""
CONVENTIONS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"ph", "f"),
        (r"kh", "h"),
        (r"([gdt])h", r"\1"),
        (r"ck", "k"),
        (r"c(?!h)|q", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"dj", "j"),
        (r"ou|oo", "u"),
        (r"(?<=.)j(?=[aeiou])|y", "i"),
        (r"(?<=[aeiou])i(?=[aeo])", ""),
        (r"ie(?=i$)", ""),
        (r"i+", "i"),
        (r"([^aeiou])\1+", r"\1"),
        (r"(?<=[aeiou])h$", ""),
    )
)
"""What stands for the same sound in one way of writing a language in Latin letters and in another."""
SOUNDS = (
    (re.compile(r"t?s?ch(?=i)"), "t"),
    (re.compile(r"t?s?ch|sh|z"), "s"),
    (re.compile("g"), "k"),
    (re.compile("kuist"), "kvist"),
)
HYPHEN = re.compile(r"[-‑]")
VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """A word's letters and digits, in lower case and without marks."""
    marked = unicodedata.normalize("NFKD", word.casefold().translate(LETTERS))
    return "".join(letter for letter in marked if letter.isalnum())


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word as it is whatever the convention of spelling; a script that is not Latin stays as it is."""
    bare = plain(word)
    for pattern, instead in CONVENTIONS:
        bare = pattern.sub(instead, bare)
    return bare


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a word, which a transliteration keeps: "kt" for Goita and Gueta alike."""
    bare = folded(word)
    for pattern, sound in SOUNDS:
        bare = pattern.sub(sound, bare)
    return "".join(letter for letter, _ in groupby(VOWELS.sub("", bare)))


def alike(ours: str, theirs: str, *, given: bool = False) -> bool:
    """Whether two words may be spellings of one name.

    Args:
        ours: a word.
        theirs: another one.
        given: whether they are given names, whose last vowel tells a man from a woman.
    """
    left, right = folded(ours), folded(theirs)
    if left == right:
        return True
    if min(len(left), len(right)) < SHORTEST or skeleton(ours) != skeleton(theirs) or _ends_apart(left, right, given):
        return False
    return Levenshtein.normalized_similarity(left, right) >= LIKENESS


def spelled(ours: str, theirs: str) -> bool:
    """Whether two names are the same words, one by one, in spellings that may differ."""
    left, right = HYPHEN.sub(" ", ours).split(), HYPHEN.sub(" ", theirs).split()
    return len(left) == len(right) and all(map(alike, left, right))


def _ends_apart(left: str, right: str, given: bool) -> bool:
    """Whether the endings make two names of one stem: "Petrov" and "Petrova", "Mario" and "Maria"."""
    ends = left[-1], right[-1]
    vowels = [end in "aeiou" for end in ends]
    return vowels[0] != vowels[1] or (given and all(vowels) and ends[0] != ends[1])
