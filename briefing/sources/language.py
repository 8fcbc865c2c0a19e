"""Step 1, reading: lines → the same lines, those in another language marked.

A line counts as foreign when most of its letters are of another script than
the brief's, or when py3langid is sure that its language is another. py3langid is
asked only where neither function words nor the prose around the line tell, since
its model takes a while to load.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from briefing.sources.draft import Draft, Line, UnreadableError
from briefing.sources.prose import Prose, reads_as

_SURE = 0.95  # py3langid took 3 of 3,001 English sentences of UD-PUD and UD-EWT for foreign at 0.9, none at 0.95
_FEWEST_LETTERS = 20  # in fewer, names and loan words decide
_LINE_SAMPLE = 500  # characters
_TEXT_SAMPLE = 20_000  # characters
_MOSTLY = 10  # times as many letters in another language: what is left is no article
_NOT_LATIN = frozenset({
    "am", "ar", "be", "bg", "bn", "el", "fa", "he", "hi", "ja", "ka", "ko", "ps", "ru", "sr", "ta", "te",
    "th", "uk", "ur", "zh",
})  # fmt: skip

_NO_LANGUAGE = "zxx"  # what ISO 639-2 calls text in none, and py3langid too

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ]")


def choose(draft: Draft, language: str, told: str | None = None) -> Draft:
    """Mark the lines in another language and name the language of the rest.

    Args:
        draft: its furniture is marked already.
        language: the brief's language, ISO 639-1.
        told: the language that the operator says the text is in; then only another script makes a line foreign.

    Raises:
        UnreadableError: next to nothing is in the brief's language, or the operator says that it is in another.
    """
    if told and told != language:
        raise _refusal(told, language)
    article = [line.words for line in draft.lines if not line.reason]
    foreign = _in_other_script(article, language) if told else _foreign(article, language)
    lines = tuple(_marked(line, frozenset(foreign)) for line in draft.lines)
    if told:
        return replace(draft, lines=lines, language=told)
    kept = "\n".join(line.words for line in lines if not line.reason)
    if sum(map(len, foreign)) > _MOSTLY * len(kept):
        raise _refusal(_identified("\n".join(foreign)[:_TEXT_SAMPLE])[0], language)
    return replace(draft, lines=lines, language=_language_of(kept, language) or draft.language)


def _marked(line: Line, foreign: frozenset[str]) -> Line:
    return replace(line, reason="text in another language") if not line.reason and line.words in foreign else line


def _in_other_script(texts: Iterable[str], language: str) -> list[str]:
    return [text for text in texts if _is_in_other_script(text[:_LINE_SAMPLE], language)]


def _is_in_other_script(sample: str, language: str) -> bool:
    if sample.isascii() or language in _NOT_LATIN:
        return False
    return len(_LATIN.findall(sample)) < len(_LETTER.findall(sample)) / 2


def _foreign(texts: Sequence[str], language: str) -> list[str]:
    """Those in another script or language."""

    @cache
    def prose() -> Prose:
        return Prose.of(language, texts)

    def is_foreign(sample: str) -> bool:
        if _is_in_other_script(sample, language):
            return True
        if reads_as(language, sample) or len(_LETTER.findall(sample)) < _FEWEST_LETTERS or prose().has(sample):
            return False
        found, sureness = _identified(sample)
        return found != language and sureness >= _SURE

    return [text for text in texts if is_foreign(text[:_LINE_SAMPLE])]


def _language_of(text: str, language: str) -> str | None:
    """The language of a whole text; None if it cannot be told.

    Raises:
        UnreadableError: it is surely another than the brief's.
    """
    if reads_as(language, text[:_TEXT_SAMPLE]):
        return language
    found, sureness = _identified(text[:_TEXT_SAMPLE])
    if sureness < _SURE:
        return None
    if found != language:
        raise _refusal(found, language)
    return found


def _identified(text: str) -> tuple[str, float]:
    found, sureness = _identifier().classify(text)
    return str(found), float(sureness)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _refusal(found: str, language: str) -> UnreadableError:
    from babel import Locale

    if found == _NO_LANGUAGE:
        return UnreadableError("It holds numbers and signs, or words that make up no text in any language.")
    names = Locale("en").languages
    reason = f"It is in {names.get(found, found)}, but the brief is in {names.get(language, language)}."
    return UnreadableError(reason, found)
