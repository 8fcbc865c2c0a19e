"""The settings of a template, read with all their mistakes.

In: a template's folder. Out: a finding for each mistake, and the template, in which
something stands in for what cannot be followed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from briefing.errors import TemplateError
from briefing.render import words_of
from briefing.render.wording import capital
from briefing.settings import SHARED, TEMPLATE, Template, gathered, load_cue_set, load_template
from briefing.workshop.findings import Finding
from briefing.workshop.lines import line_of

_LINE = re.compile(r"at line (\d+)")
WORDS = "words.toml"
"""The file with the program's own words in another language."""


def read(folder: Path) -> tuple[Template | None, list[Finding]]:
    """The template, if there is any sense in it, and what is wrong with its settings."""
    template = None
    with gathered() as mistakes:
        template = load_template(folder)
        template = _with_words(template, mistakes)
    if template and mistakes:
        # Which of its cue sets fits best is not to be known; the first stands in.
        template = replace(template, cue_sets=())
    return template, [*_told(mistakes, folder), *_of_cue_sets(folder)]


def _with_words(template: Template, mistakes: list[TemplateError]) -> Template:
    """The template with words that can be followed: the program's own stand in for those that cannot."""
    if any(mistake.key == "language" for mistake in mistakes):
        return replace(template, language="en", word_files=())
    with gathered() as of_words:
        words_of(template)
    mistakes += of_words
    broken = any(mistake.where in template.word_files for mistake in mistakes)
    return replace(template, word_files=()) if broken else template


def cue_set_files(folder: Path) -> list[Path]:
    """The cue sets of a template's own."""
    return sorted(file for file in folder.glob("*.toml") if file.name not in {TEMPLATE, SHARED, WORDS})


def _of_cue_sets(folder: Path) -> Iterator[Finding]:
    for file in cue_set_files(folder):
        with gathered() as mistakes:
            load_cue_set(file.stem, (folder,))
        yield from _told(mistakes, folder)


def _told(mistakes: Iterable[TemplateError], folder: Path) -> Iterator[Finding]:
    for mistake in mistakes:
        file = mistake.where or folder / TEMPLATE
        yield Finding(mistake.rule, file, _sentence(mistake, file), _line(mistake, file))


def _sentence(mistake: TemplateError, file: Path) -> str:
    """What is wrong, without the file, which is told beside it."""
    told = str(mistake).removeprefix(f"{file}: ").replace(str(file), "The file")
    return capital(told)


def _line(mistake: TemplateError, file: Path) -> int | None:
    if found := _LINE.search(str(mistake)):
        return int(found[1])
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return line_of(text, mistake.section, mistake.key, str(mistake))
