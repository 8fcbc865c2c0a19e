"""The folder of a template as a whole.

In: the folder, and what its files name. Out: findings on files that nothing names, on a
name that hides a shipped template, and on a length that its sections do not fit in.
"""

import re
from collections.abc import Iterator, Sequence
from os import sep
from pathlib import Path

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render.logo import check_logo, logo_for_word
from briefing.settings import TEMPLATE, Place, Setting, Template, places
from briefing.workshop.findings import Finding
from briefing.workshop.lines import line_of
from briefing.workshop.written import WORDS, cue_set_files

_KNOWN = {TEMPLATE, WORDS, "brief.html", "brief.css", "brief.docx", "screen.html", "screen.css", "screen.js"}
_TEXTS = (".html", ".css", ".toml", ".js")
_BESIDE = re.compile(r"readme|licen[cs]e|ofl|\.(md|txt)$|^[.~]", re.IGNORECASE)
"""What people leave in a folder for one another: notes, licences, hidden files."""
SENTENCE = 25
"""Words of a sentence as news writes it."""


def unused(folder: Path) -> Iterator[Finding]:
    """The files that neither the program nor the template asks for."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    told = "\n".join(file.read_text("utf-8", errors="replace") for file in files if file.suffix in _TEXTS)
    for file in files:
        name = file.relative_to(folder).as_posix()
        # Of a drawing, Word takes the picture of the same name beside it.
        named = name in told or file.with_suffix(".svg").relative_to(folder).as_posix() in told
        asked = name in _KNOWN or file in cue_set_files(folder) or named
        if not asked and not any(_BESIDE.search(part) for part in name.split("/")):
            sentence = "Nothing in the template names this file. Name it where it is to be shown, or take it away."
            yield Finding("unused-file", file, sentence)


def shadowing(folder: Path) -> Iterator[Finding]:
    """A template that is taken for a shipped one."""
    *before, shipped = places()
    if folder.name in shipped.names() and any(_is_in(folder, place) for place in before):
        sentence = f"--template {folder.name} takes this one, and no more the shipped one. Give it a name of its own."
        yield Finding("shadow", folder / TEMPLATE, sentence)


def _is_in(folder: Path, place: Place) -> bool:
    return place.folder.resolve() == folder.parent


def too_short(template: Template) -> Iterator[Finding]:
    """A length in which the sections cannot hold a sentence each."""
    holders: Sequence[str] = [spec.id for spec in template.sections if spec.shape in {"bullets", "prose"}]
    kept = sum(spec.words or 0 for spec in template.sections if spec.shape == "timeline")
    needed = SENTENCE * len(holders) + kept
    if template.words < needed:
        file = template.folders[0] / TEMPLATE
        sentence = (
            f"{template.words} words are too few: a sentence for each of {len(holders)} sections"
            f"{' and the timeline' if kept else ''} takes about {needed}. Raise “words”, or leave out sections."
        )
        yield Finding("length", file, sentence, line_of(file.read_text("utf-8"), "", "words"))


def overfull(template: Template, brief: Brief) -> Iterator[Finding]:
    """Pages that the brief does not fit on, where it is the shortest there is."""
    if template.pages and brief.pages and brief.pages > template.pages:
        file = template.folders[0] / TEMPLATE
        sentence = (
            f"The sample takes {brief.pages} pages at the least, and not {template.pages}. "
            "Leave out sections, or raise “pages”."
        )
        yield Finding("pages", file, sentence, line_of(file.read_text("utf-8"), "", "pages"))


def logo(template: Template, settings: Sequence[Setting]) -> Iterator[Finding]:
    """A logo that cannot be shown, on the page or in Word."""
    said = next((one.where for one in settings if one.key == "logo"), None)
    if not (template.logo and said):
        return
    for shown in (check_logo, logo_for_word):
        try:
            shown(template)
        except TemplateError as error:
            sentence = str(error).removeprefix(f"Template “{template.name}”: ").replace(f"{said.parent}{sep}", "")
            yield Finding("logo", said, sentence, line_of(said.read_text("utf-8"), "", "logo"))
            return
