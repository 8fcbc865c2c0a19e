"""The linter of templates: every file by itself, then the template on the sample.

In: a template's name or folder. Out: all findings at once, errors first, by file and
line. What is wrong in one file does not keep the others from being checked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from briefing import pipeline
from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render import tried as try_page
from briefing.render.wording import capital
from briefing.settings import TEMPLATE, Setting, Template, gathered, load_template, settings_of, template_folder
from briefing.workshop import cues, folder, page, style, word, words, written
from briefing.workshop.findings import RULES, Finding
from briefing.workshop.sample import Sample, sample
from briefing.workshop.written import WORDS

_PLACE = re.compile(r"(.+?), line (\d+): ")
_OF_WORD = {"word-file", "word-style", "placeholder", "place"}
_OF_A_PAGE = {"html-syntax", "undefined", "attribute", "filter", "file"}
"""Rules by which a page is known to fail before it is made."""


def check(name: str | Path, sources: Sequence[Path] = (), *, cache: bool = True) -> tuple[Finding, ...]:
    """Find all that is wrong with a template.

    Args:
        name: the name of a template, or its folder.
        sources: files or folders to try it on; the sample that comes with the program if there are none.
        cache: whether what is made of them is kept in the user's cache folder, and taken from there.

    Raises:
        TemplateError: there is no such template.
        NothingToBuildError: none of the sources could be read.
    """
    where = template_folder(name)
    template, findings = written.read(where)
    tried = sample(tuple(sources), cache=cache)
    if template is None:
        base = load_template("analyst")
        stand_in = replace(base, folders=(where, *base.folders))
        findings += _of_files(where, stand_in, tried.brief(stand_in))
    else:
        # What is wrong with words keeps nothing else from being tried.
        sound = all(finding.file.name == WORDS for finding in findings)
        findings += _of_the_whole(where, template, tried, sound=sound)
    pipeline.keep(tried.gathered)
    rules = [*RULES]
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda one: (one.level, one.file, one.line or 0, rules.index(one.rule)))
    )


def _of_files(where: Path, template: Template, brief: Brief) -> list[Finding]:
    """What is wrong with each file of the template's own by itself."""
    pages = (page.read(file, template) for file in sorted(where.glob("*.html")))
    sheets = (style.read(file, template) for file in sorted(where.glob("*.css")))
    letters = (word.read(file, brief) for file in where.glob("brief.docx"))
    spoken = (words.read(file, template) for file in where.glob(WORDS))
    alone = chain.from_iterable((*pages, *sheets, *letters, *spoken))
    return [*alone, *folder.unused(where), *folder.shadowing(where)]


def _of_the_whole(where: Path, template: Template, tried: Sample, *, sound: bool) -> Iterator[Finding]:
    """What is wrong with the files and, where the settings are sound, with what they make of the sample."""
    if lacking := [*_lacking(template)]:
        yield from lacking
        return
    settings = _settings(where) if sound else []
    if hidden := [*folder.logo(template, settings)]:
        yield from hidden
        template = replace(template, logo="")
    # How long it is on paper is for the page to show.
    brief = tried.brief(replace(template, pages=None))
    found = _of_files(where, template, brief)
    yield from found
    if not sound:
        return
    yield from folder.too_short(template)
    yield from cues.read(template, settings, tried)
    broken = {finding.rule for finding in found if finding.level == "error"}
    if not _OF_A_PAGE & broken:
        yield from _of_the_page(where, template, tried, brief)
    if not _OF_WORD & broken:
        yield from _of_word(template, brief)


def _settings(where: Path) -> list[Setting]:
    """What each file says; that its words have mistakes is told already."""
    settings: list[Setting] = []
    with gathered():
        settings += settings_of(where)
    return settings


def _lacking(template: Template) -> Iterator[Finding]:
    """The files that a template needs, where neither it has one nor any that it extends."""
    for name in ("brief.html", "brief.css", "brief.docx"):
        if not template.has(name):
            sentence = f'There is no {name}. Write extends = "analyst" to take the one from there.'
            yield Finding("file", template.folders[0] / TEMPLATE, sentence)


def _of_the_page(where: Path, template: Template, tried: Sample, brief: Brief) -> Iterator[Finding]:
    """What is wrong with the page that is made of the sample, and with the PDF of it."""
    try:
        brief = tried.brief(template) if template.pages else brief
        made = try_page(brief, template)
    except TemplateError as error:
        yield _failed(error, template)
        return
    yield from folder.overfull(template, brief)
    yield from style.ignored(where, made.ignored)
    yield from style.faint(made.style, where)
    for file in sorted(where.glob("*.css")):
        yield from style.faint_rules(file, made.style)
    for sentence in made.missing:
        yield Finding("glyphs", where / TEMPLATE, sentence)


def _failed(error: TemplateError, template: Template) -> Finding:
    """A page that cannot be made tells where; one that cannot be laid out does not."""
    file = template.file("brief.html")
    if place := _PLACE.match(str(error)):
        return Finding("page", Path(place[1]), _alone(error, Path(place[1])), int(place[2]))
    return Finding("page" if error.rule == "page" else "pdf", file, _alone(error, file))


def _of_word(template: Template, brief: Brief) -> Iterator[Finding]:
    """What keeps the Word file of the sample from being made."""
    file = template.file("brief.docx")
    try:
        pipeline.render(brief, "docx", template)
    except TemplateError as error:
        yield Finding("word-file", file, _alone(error, file))


def _alone(error: TemplateError, file: Path) -> str:
    """The sentence of an error without the file and the line, which are told beside it."""
    told = _PLACE.sub("", str(error), count=1).removeprefix(f"{file}: ")
    return capital(told)
