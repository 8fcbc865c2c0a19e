"""Step 5, rendering: the words of a document in the language of its template.

In: a template. Out: `Words`: those of its language, and before them those that it
or a template that it extends has in a `words.toml` of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.render.wording import locale, places
from briefing.render.words import WORDS, Counted, Named, Words
from briefing.settings import Template, language_file, nearest, parsed, refuse
from briefing.settings.languages import HEADINGS

_ENGLISH: Mapping[str, Any] = {field.name: getattr(WORDS, field.name) for field in fields(Words)}
_KEYS = _ENGLISH.keys() - {"language"}


def words_of(template: Template) -> Words:
    """The words of a template's documents.

    Raises:
        TemplateError: a file of words lacks a key, or says what cannot be followed.
    """
    words = _spoken(template.language, language_file(template.language))
    for path in reversed(template.word_files):
        words = _changed(words, path)
    return words


@cache
def _spoken(language: str, path: Path | None) -> Words:
    """The words of a language; no key and no form may be missing."""
    words = replace(WORDS, language=language)
    if path is None:
        return words
    if missing := sorted(_KEYS - parsed(path).keys()):
        raise TemplateError(f"{path} lacks {', '.join(f'“{key}”' for key in missing)}.")
    empty: dict[str, Any] = {key: type(value)({}) for key, value in _tables().items()}
    words = _changed(replace(words, **empty), path)
    for key, english in _tables().items():
        needed = plural_forms(language) if isinstance(english, Counted) else english.entries.keys()
        if lacks := sorted(needed - getattr(words, key).entries.keys()):
            raise TemplateError(f"{path}: “{key}” lacks {', '.join(f'“{name}”' for name in lacks)}.")
    return words


def _tables() -> dict[str, Named]:
    return {key: value for key, value in _ENGLISH.items() if isinstance(value, Named)}


@cache
def plural_forms(language: str) -> set[str]:
    """The plural forms that numbers of a brief ask for in a language."""
    return {locale(language).plural_form(number) for number in range(1000)}


def _changed(words: Words, path: Path) -> Words:
    """The words with those of a file in their places."""
    changes: dict[str, Any] = {}
    for key, value in parsed(path).items():
        if key in _KEYS:
            try:
                changes[key] = _value(key, value, words, path)
            except TemplateError as error:
                refuse(TemplateError(str(error), rule="words", where=path, key=key))
        elif key != HEADINGS:
            sentence = f"{path} has the unknown key “{key}”. {nearest(key, _KEYS | {HEADINGS})}"
            refuse(TemplateError(sentence, rule="unknown-key", where=path, key=key))
    if "as_of" in changes and "as_of_vague" not in changes:
        changes["as_of_vague"] = Named({})  # Else a house's own words would give way before a month.
    return replace(words, **changes)


def _value(key: str, value: Any, words: Words, path: Path) -> str | tuple[str, ...] | Named:
    """What is told of a key, as `Words` holds it."""
    english = _ENGLISH[key]
    where = f"{path}: “{key}”"
    if isinstance(english, Named):
        _check_table(value, english, words.language, where)
        before: Named = getattr(words, key)
        return type(english)({**before.entries, **value})
    if isinstance(english, tuple):
        if not isinstance(value, list) or len(value) != len(english) or not _all_texts(value):
            raise TemplateError(f"{where} must be a list of {len(english)} texts.")
        return tuple(value)
    if not _all_texts([value]):
        raise TemplateError(f"{where} cannot be {value!r}; it must be a text.")
    _check_places(value, places(english), places(english), where)
    return str(value)


def _check_table(value: Any, english: Named, language: str, where: str) -> None:
    if not isinstance(value, dict) or not _all_texts(value.values()):
        raise TemplateError(f"{where} must be a table of texts, with some of: {', '.join(english.entries)}.")
    counted = isinstance(english, Counted)
    known = plural_forms(language) | {"other"} if counted else english.entries.keys()
    every = frozenset().union(*(places(text) for text in english.entries.values()))
    for name, text in value.items():
        if name not in known and not (counted and name.isdecimal()):
            raise TemplateError(f"{where} has the unknown key “{name}”. {nearest(name, known)}")
        wanted = every if counted else places(english.get(name, ""))
        # A form may be for one number only, and then says it in letters.
        _check_places(text, wanted - {"n"} if counted else wanted, wanted, f"{where}, “{name}”,")


def _check_places(text: str, needed: frozenset[str], known: frozenset[str], where: str) -> None:
    """Refuse a text that leaves out what is to be put in, or has a place for something else."""
    for name in sorted(places(text) - known):
        raise TemplateError(f"{where} has a place for {{{name}}}. {nearest(name, known)}")
    for name in sorted(needed - places(text)):
        raise TemplateError(f"{where} leaves out {{{name}}}, which stands for what is put in.")


def _all_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) for value in values)
