"""The languages that a document can be in, and the headings of shipped templates in them.

Shipped ones lie in `templates/words/`, a file for each, but for English, which the
program speaks by itself. A template's folder may hold `words.toml`, which changes
single words. What the other words are is the affair of rendering.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.mistakes import refuse
from briefing.settings.shipped import shipped_folder
from briefing.settings.tables import Told, nearest, parsed

WORDS = "words.toml"
"""The file of a template with words of its own."""
HEADINGS = "headings"
"""The table of headings, by how the shipped templates and cue sets write them."""
ENGLISH = "en"


def known_languages() -> tuple[str, ...]:
    """The tags of the languages, sorted."""
    return tuple(sorted({ENGLISH, *(path.stem for path in _files())}))


def language_file(language: str) -> Path | None:
    """The file with the words of a language; none for English.

    Args:
        language: a tag of BCP 47; the words of “pt” are those of “pt-BR” too.

    Raises:
        TemplateError: there is no such language.
    """
    known = {path.stem: path for path in _files()}
    for tag in (language, main_language(language)):
        if tag in {ENGLISH, *known}:
            return known.get(tag)
    meant = main_language(language.replace("_", "-"))
    raise TemplateError(f"There are no words in the language “{language}”. {nearest(meant, known_languages())}")


def main_language(tag: str) -> str:
    """The language without its region or script: “pt” of “pt-BR”."""
    return tag.partition("-")[0].lower()


def word_files(chain: Sequence[tuple[Path, Mapping[str, Any]]]) -> tuple[Path, ...]:
    """The words of a template and of those that it extends, nearest first: those that are in its language.

    Args:
        chain: the folders with what their templates say, nearest first.
    """
    spoken = ENGLISH
    found: list[tuple[str, Path]] = []
    for folder, table in reversed(chain):
        spoken = str(table.get("language", spoken))
        if (folder / WORDS).is_file():
            found.insert(0, (main_language(spoken), folder / WORDS))
    return tuple(file for language, file in found if language == main_language(spoken))


def headings(language: str, files: Iterable[Path]) -> dict[str, str]:
    """What the headings of shipped templates are in a language.

    Args:
        language: its tag.
        files: the words of a template, nearest first.

    Raises:
        TemplateError: one of the files names a heading that nothing shipped has.
    """
    shipped = language_file(language)
    found = _headings(shipped) if shipped else {}
    for file in reversed([*files]):
        try:
            own = _headings(file)
        except TemplateError as error:
            refuse(error)
            continue
        known = {heading for path in _files() for heading in _headings(path)} if own else set()
        for heading in own.keys() - known:
            sentence = f"{file}: no shipped template has the heading “{heading}”. {nearest(heading, known)}"
            refuse(TemplateError(sentence, rule="unknown-key", where=file, key=heading))
        found |= own
    return found


def translated(told: Told, known: Mapping[str, str]) -> Told:
    """A text as a language has it, if it is from a shipped file; what somebody typed stays as it is."""
    ours = told.where.resolve().is_relative_to(shipped_folder().resolve())
    return Told(known.get(told.value, told.value), told.where) if ours and isinstance(told.value, str) else told


def _files() -> list[Path]:
    return sorted((shipped_folder() / "words").glob("*.toml"))


def _headings(path: Path) -> dict[str, str]:
    table = parsed(path).get(HEADINGS, {})
    if not isinstance(table, dict) or not all(isinstance(text, str) and text.strip() for text in table.values()):
        sentence = f'{path}: “{HEADINGS}” must be a table such as "Key points" = "Key judgements".'
        raise TemplateError(sentence, rule="words", where=path, key=HEADINGS)
    return table
