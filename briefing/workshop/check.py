"""The linter of templates: every file by itself, then the template on the sample.

In: a template's name or folder. Out: all findings at once, errors first, by file and
line. What is wrong in one file does not keep the others from being checked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from briefing.errors import MissingLibraryError, TemplateError
from briefing.model import Brief
from briefing.render import docx, missing_glyphs, pdf
from briefing.render.html.page import page as made_page
from briefing.settings import TEMPLATE, Template, load_template, settings_of, template_folder
from briefing.workshop import cues, folder, page, style, word, written
from briefing.workshop.findings import RULES, Finding
from briefing.workshop.sample import Sample, sample

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_LINE = re.compile(r", line (\d+)")
_OF_WORD = {"word-file", "word-style", "placeholder", "place"}
_OF_A_PAGE = {"html-syntax", "undefined", "attribute", "filter", "file"}
"""Rules by which a page is known to fail before it is made."""


def check(name: str | Path, sources: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """Find all that is wrong with a template.

    Args:
        name: the name of a template, or its folder.
        sources: files or folders to try it on; the sample that comes with the program if there are none.

    Raises:
        TemplateError: there is no such template.
        NothingToBuildError: none of the sources could be read.
    """
    where = template_folder(name)
    template, findings = written.read(where)
    tried = sample(tuple(sources))
    if template is None:
        base = load_template("analyst")
        stand_in = replace(base, folders=(where, *base.folders))
        findings += _of_files(where, stand_in, tried.brief(stand_in))
    else:
        findings += _of_the_whole(where, template, tried, sound=not findings)
    rules = [*RULES]
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda one: (one.level, one.file, one.line or 0, rules.index(one.rule)))
    )


def _of_files(where: Path, template: Template, brief: Brief) -> list[Finding]:
    """What is wrong with each file of the template's own by itself."""
    pages = (page.read(file, template) for file in sorted(where.glob("*.html")))
    sheets = (style.read(file, template) for file in sorted(where.glob("*.css")))
    letters = (word.read(file, brief) for file in where.glob("brief.docx"))
    return [*chain.from_iterable((*pages, *sheets, *letters)), *folder.unused(where), *folder.shadowing(where)]


def _of_the_whole(where: Path, template: Template, tried: Sample, *, sound: bool) -> Iterator[Finding]:
    """What is wrong with the files and, where the settings are sound, with what they make of the sample."""
    brief = tried.brief(template)
    if lacking := [*_lacking(template)]:
        yield from lacking
        return
    found = _of_files(where, template, brief)
    yield from found
    if not sound:
        return
    yield from folder.too_short(template)
    yield from cues.read(template, [*settings_of(where)], tried)
    broken = {finding.rule for finding in found if finding.level == "error"}
    if not _OF_A_PAGE & broken:
        yield from _of_the_page(where, template, brief)
    if not _OF_WORD & broken:
        yield from _made(brief, template, docx.render, template.file("brief.docx"), "word-file")


def _lacking(template: Template) -> Iterator[Finding]:
    """The files that a template needs, where neither it has one nor any that it extends."""
    for name in ("brief.html", "brief.css", "brief.docx"):
        if not template.has(name):
            sentence = f'There is no {name}. Write extends = "analyst" to take the one from there.'
            yield Finding("file", template.folders[0] / TEMPLATE, sentence)


def _of_the_page(where: Path, template: Template, brief: Brief) -> Iterator[Finding]:
    """What is wrong with the page that is made of the sample, and with the PDF of it."""
    try:
        html = made_page(brief, template)
    except TemplateError as error:
        file = error.where or template.file("brief.html")
        line = _LINE.search(str(error))
        yield Finding("page", file, _alone(error, file), int(line[1]) if line else None)
        return
    style_of_page = "".join(_STYLE.findall(html))
    yield from style.faint(style_of_page, where)
    for file in sorted(where.glob("*.css")):
        yield from style.faint_rules(file, style_of_page)
    for sentence in missing_glyphs(brief, template):
        yield Finding("glyphs", where / TEMPLATE, sentence)
    yield from _made(brief, template, pdf.render, template.file("brief.html"), "pdf")


def _made(
    brief: Brief, template: Template, render: Callable[[Brief, Template], bytes], file: Path, rule: str
) -> Iterator[Finding]:
    """What keeps a document from being made of the sample; that a system can make no PDF is no fault of a template."""
    try:
        render(brief, template)
    except MissingLibraryError:
        return
    except TemplateError as error:
        yield Finding(rule, file, _alone(error, file))


def _alone(error: TemplateError, file: Path) -> str:
    """The sentence of an error without the file and the line, which are told beside it."""
    told = _LINE.sub("", str(error)).removeprefix(f"{file}: ")
    return told[0].upper() + told[1:]
