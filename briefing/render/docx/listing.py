"""Step 5, rendering: the sources in a Word file, and the passages that are cited.

In: the list of sources and the annex of a `View`. Out: a paragraph or two for each,
with the bookmarks to which citations lead.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.render.docx.parts import add_address, add_link, add_words, runs_leftwards, turn
from briefing.render.docx.pen import Pen
from briefing.render.view import Annex, Excerpt, QuotedSource, SourceList, SourceRow

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def write_sources(pen: Pen, body: SourceList) -> None:
    """Write all that was given, or in a compact list what is cited."""
    if body.compact:
        _compact(pen, body.cited, run_on=body.run_on)
        pen.more(body.more)
        return
    if body.grading:
        pen.add(body.grading, "Source Detail").paragraph_format.keep_with_next = True
    for row in body.cited:
        _source(pen, row)
    for position, row in enumerate(body.uncited):
        if not position:
            pen.add(pen.words.uncited, "Source Heading")
        _source(pen, row)
    for position, file in enumerate(body.skipped):
        if not position:
            pen.add(pen.words.skipped, "Source Heading")
            if body.aside:
                pen.add(body.aside, "Source Detail")
        pen.add(f"{file.path} · {file.reason}", "Source Detail")


def _compact(pen: Pen, rows: Iterable[SourceRow], *, run_on: bool) -> None:
    """Write a line for each source, or all of them one behind the other."""
    for position, row in enumerate(rows):
        behind = run_on and position
        if not behind:
            block = pen.add("", "Source")
        _numbered(pen, block, row, *("  ", " ") if behind else ())
        add_words(block, f" {' · '.join(row.imprint)}", "Mark")


def _numbered(pen: Pen, block: "Paragraph", row: SourceRow, before: str = "\t", between: str = "\t") -> None:
    """Write the number of a source, where citations lead, and its title; the style's tabs align them."""
    number = add_words(block, f"{before}{row.number}", "Source Number")
    if row.anchor:
        pen.bookmark(number, row.anchor)
    _title(pen, block, row, between)


def _source(pen: Pen, row: SourceRow) -> None:
    _numbered(pen, pen.add("", "Source"), row)
    detail = pen.add(" · ".join((*row.imprint, *row.remarks)), "Source Detail")
    if row.address:
        detail.add_run(" · ")
        add_address(detail, row.address, row.link)
    if row.passages:
        block = pen.add(pen.words.quoted, "Source Detail")
        for passage in row.passages:
            add_words(block, f" {passage.at.mark(pen.words)} ", "Source Number")
            pen.parts(block, ((passage.words, row.language),), None)


def _title(pen: Pen, head: "Paragraph", row: SourceRow | QuotedSource, between: str = "\t") -> None:
    head.add_run(between)
    title = add_words(head, row.title, "Label" if row.titled else "Mark")
    if row.titled:
        pen.in_language(title, row.language)


def write_annex(pen: Pen, body: Annex) -> None:
    """Write what is cited of each source, in its context."""
    for source in body.sources:
        head = pen.add("", "Source")
        head.add_run("\t")
        add_link(head, source.number, source.target, "Source Number")
        _title(pen, head, source)
        pen.add(" · ".join(source.imprint), "Source Detail").paragraph_format.keep_with_next = True
        for excerpt in source.excerpts:
            _excerpt(pen, excerpt, source.language)


def _excerpt(pen: Pen, excerpt: Excerpt, language: str) -> None:
    block = pen.add("", "Passage")
    add_words(block, f"{excerpt.at.mark(pen.words)} ", "Source Number")
    for piece in excerpt.pieces:
        run = add_words(block, piece.text, None if piece.anchor else "Context")
        pen.in_language(run, language)
        if piece.anchor:
            pen.bookmark(run, piece.anchor)
    if runs_leftwards("".join(piece.text for piece in excerpt.pieces)):
        turn(block)
