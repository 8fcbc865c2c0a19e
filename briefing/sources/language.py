"""Step 1, reading: lines → the same lines, those in another language marked.

A line counts as foreign when most of its letters are of another script than
the brief's, or when py3langid is sure that its language is another. py3langid is
asked only where function words do not tell, since its model takes a while to load.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from briefing.sources.draft import Draft, Line, UnreadableError

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

_FUNCTION_WORDS = {
    "en": frozenset({
        "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he", "his", "in",
        "is", "it", "its", "not", "of", "on", "or", "said", "she", "that", "the", "their", "they", "this", "to", "was",
        "were", "which", "who", "will", "with",
    }),
}  # fmt: skip
_SHARE = 0.2  # of all words; English prose has above 0.3, a text in another language below 0.1
_ENOUGH_WORDS = 8

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
    is_foreign = _is_in_other_script if told else _is_foreign
    foreign = [line.words for line in draft.lines if not line.reason and is_foreign(line, language)]
    lines = tuple(_marked(line, frozenset(foreign)) for line in draft.lines)
    if told:
        return replace(draft, lines=lines, language=told)
    kept = "\n".join(line.words for line in lines if not line.reason)
    if sum(map(len, foreign)) > _MOSTLY * len(kept):
        raise _refusal(_identified("\n".join(foreign)[:_TEXT_SAMPLE])[0], language)
    return replace(draft, lines=lines, language=_language_of(kept, language) or draft.language)


def _marked(line: Line, foreign: frozenset[str]) -> Line:
    return replace(line, reason="text in another language") if not line.reason and line.words in foreign else line


def _is_in_other_script(line: Line, language: str) -> bool:
    sample = line.words[:_LINE_SAMPLE]
    if sample.isascii() or language in _NOT_LATIN:
        return False
    return len(_LATIN.findall(sample)) < len(_LETTER.findall(sample)) / 2


def _is_foreign(line: Line, language: str) -> bool:
    if _is_in_other_script(line, language):
        return True
    sample = line.words[:_LINE_SAMPLE]
    if _reads_as(language, sample) or len(_LETTER.findall(sample)) < _FEWEST_LETTERS:
        return False
    found, sureness = _identified(sample)
    return found != language and sureness >= _SURE


def _language_of(text: str, language: str) -> str | None:
    """The language of a whole text; None if it cannot be told.

    Raises:
        UnreadableError: it is surely another than the brief's.
    """
    if _reads_as(language, text[:_TEXT_SAMPLE]):
        return language
    found, sureness = _identified(text[:_TEXT_SAMPLE])
    if sureness < _SURE:
        return None
    if found != language:
        raise _refusal(found, language)
    return found


def _reads_as(language: str, text: str) -> bool:
    """Whether the language's own function words are as frequent as in its prose."""
    words = text.casefold().split()
    known = _FUNCTION_WORDS.get(language, frozenset())
    return len(words) >= _ENOUGH_WORDS and sum(map(known.__contains__, words)) >= _SHARE * len(words)


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
