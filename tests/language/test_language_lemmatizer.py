"""Lemmas by stems alone, as far as they go: always those that spaCy gives."""

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.language import lemmatize, lemmatizer
from briefing.language.pipeline import irregular

ROOT = Path(__file__).parents[2]
WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")


def words() -> Iterator[str]:
    """All words of the sample texts and of the shipped cues, as they stand, small and in capitals; and odd ones."""
    files = [*ROOT.glob("seeds/*.txt"), *ROOT.glob("templates/sample/*"), *ROOT.glob("templates/cues/*.toml")]
    told = (
        {word for file in files for word in WORD.findall(file.read_text("utf-8"))}
        | irregular().weightless
        | irregular().lemmas.keys()
    )
    return (form for word in sorted(told) for form in (word, word.lower(), word.upper(), word.capitalize()))


class DescribeALemmatizer:
    def it_gives_the_lemmas_that_spacy_gives(self) -> None:
        ours = lemmatizer()
        assert {word: ours(word) for word in words()} == {word: lemmatize(word) for word in words()}

    @given(st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8))
    def it_does_so_for_letters_of_any_script(self, word: str) -> None:
        assert lemmatizer()(word) == lemmatize(word)

    def it_asks_for_nothing_that_an_earlier_one_knew(self) -> None:
        first = lemmatizer()
        told = first("The Minister’s cats")
        again = lemmatizer(first.known)
        assert (again("The Minister’s cats"), again("Ministers"), again("THE")) == (told, ("minist",), ())
        assert first.known != first.given
        assert again.known == again.given
