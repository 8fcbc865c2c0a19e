"""Step 5, rendering: the sections of a `View` as paragraphs and tables of a Word file.

In: a section, and a pen at its place. Out: blocks in the template's styles, in the
order and with the numbers of the view.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefing.render.docx.grids import (
    write_actors,
    write_figures,
    write_glossary,
    write_practice,
    write_timeline,
)
from briefing.render.docx.listing import write_annex, write_sources
from briefing.render.docx.parts import add_words
from briefing.render.docx.pen import Pen, write_cites
from briefing.render.view import (
    Actors,
    Annex,
    AnswerRow,
    Bullets,
    Changes,
    Contact,
    DisagreementRow,
    Disagreements,
    Essentials,
    Figures,
    Glossary,
    Practice,
    Prose,
    Quotes,
    Rows,
    SectionView,
    SourceList,
    Timeline,
)

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def write_facts(pen: Pen, facts: Iterable[tuple[str, str]]) -> None:
    """Write what a reader must know first, name and value."""
    for name, value in facts:
        block = pen.add("", "Fact")
        add_words(block, name, "Fact Name")
        block.add_run(f"\t{value}")


def write_section(pen: Pen, section: SectionView) -> None:
    """Write a section with its heading."""
    pen.add(section.heading, "Boxed Heading" if section.boxed else "Heading 1")
    body = section.body
    if isinstance(body, Bullets):
        pen.bullets(body.lines, _bullet(section))
    elif type(body) in _TABLES:
        _TABLES[type(body)](pen, body, section.heading)
    elif body is not None:
        _TEXTS[type(body)](pen, body)
    elif not section.differences:
        pen.add(pen.words.nothing, _bullet(section) if section.boxed else "Remark")
    _differences(pen, section.differences)


def _bullet(section: SectionView) -> str:
    return "Boxed Bullet" if section.boxed else "List Bullet"


def _prose(pen: Pen, body: Prose) -> None:
    for lines in body.paragraphs:
        block = pen.add("", "Body Text")
        for position, line in enumerate(lines):
            if position:
                block.add_run(" ")
            pen.write(block, line)


def _essentials(pen: Pen, body: Essentials) -> None:
    for row in body.rows:
        block = pen.add("", "Fact")
        add_words(block, row.question, "Fact Name")
        block.add_run("\t")
        for position, answer in enumerate(row.answers):
            block.add_run(pen.words.between if position else "")
            _answer(pen, block, answer)
        if not row.answers:
            add_words(block, pen.words.not_stated, "Mark")
        if row.remark:
            add_words(block, f" {row.remark}", "Mark")


def _answer(pen: Pen, block: "Paragraph", row: AnswerRow) -> None:
    if row.when:
        block.add_run(f"{row.when}, ")
    pen.write(block, row.line)
    if row.role:
        block.add_run(", ")
        pen.write(block, row.role)


def _quotes(pen: Pen, body: Quotes) -> None:
    for row in body.rows:
        block = pen.add("", "Speaker")
        pen.parts(block, ((row.speaker, row.language),), "Label" if row.named else "Mark")
        if row.role:
            block.add_run(", ")
            pen.write(block, row.role)
        for line in row.lines:
            pen.write(pen.add("", "Quote"), line)


def _contact(pen: Pen, body: Contact) -> None:
    for line in body.lines:
        pen.add(line, "Contact")


def _disagreements(pen: Pen, body: Disagreements) -> None:
    _versions(pen, body.rows)
    pen.more(body.more)


def _differences(pen: Pen, rows: Sequence[DisagreementRow]) -> None:
    if rows:
        pen.add(pen.words.differing, "Remark").paragraph_format.keep_with_next = True
        _versions(pen, rows)


def _versions(pen: Pen, rows: Iterable[DisagreementRow]) -> None:
    for row in rows:
        block = pen.add("", "Heading 2")
        pen.parts(block, row.pieces, None)
        block.add_run(" ")
        add_words(block, row.kind, "Mark")
        for version in pen.bullets(row.versions, "List Bullet")[:-1]:
            version.paragraph_format.keep_with_next = True


def _changes(pen: Pen, body: Changes) -> None:
    pen.add(body.since, "Remark").paragraph_format.keep_with_next = True
    for row in body.rows:
        block = pen.add("", "List Bullet")
        add_words(block, row.kind, "Label")
        for position, line in enumerate(row.lines):
            block.add_run(pen.words.between if position else " ")
            pen.write(block, line)
        if row.before:
            block.add_run().add_break()
            add_words(block, f"{pen.words.before} ", "Mark")
            pen.write(block, row.before)
    pen.more(body.more)


def _rows(pen: Pen, body: Rows) -> None:
    """Write a line for each row; what stands at its end is flush right, by the style's tab."""
    for row in body.rows:
        block = pen.add("", "Table Text")
        pen.parts(block, row.pieces, "Mark" if row.quiet else "Label")
        for position, line in enumerate(row.lines):
            add_words(block, " / " if position else " ", "Mark")
            pen.write(block, line)
        if row.cites:
            block.add_run("\t")
            write_cites(block, row.cites, "Hyperlink", ", ")
    pen.more(body.more)


_TEXTS: Mapping[type, Callable[[Pen, Any], None]] = {
    Prose: _prose,
    Essentials: _essentials,
    Quotes: _quotes,
    Contact: _contact,
    Disagreements: _disagreements,
    Changes: _changes,
    Rows: _rows,
    SourceList: write_sources,
    Annex: write_annex,
}

_TABLES: Mapping[type, Callable[[Pen, Any, str], None]] = {
    Actors: write_actors,
    Timeline: write_timeline,
    Figures: write_figures,
    Glossary: write_glossary,
    Practice: write_practice,
}
"""What is told its heading, which names its table."""
