"""What `briefing inspect` prints for a reader: tables, their texts shortened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.cli import report, table

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.pipeline import Inspected, Told

LONGEST = 100
"""Characters of a text in a table."""
_DIGEST = 12
"""Characters of a digest in a table; enough to tell any files apart."""
_BESIDE = {"text/plain": "text", "text/markdown": "Markdown"}
"""What no document calls by its kind."""
_KNOWN = ("title", "author", "publisher", "published", "modified", "address", "reliability")


def show(found: Inspected, *, dropped: bool) -> None:
    """Print all that was found; with each passage that was left out, where they are asked for."""
    documents = found.documents
    rows = [_read(one, found.counts.get(one.source.id, 0)) for one in documents]
    table.show(("Source", "Read", "Kind", "Pages", "Words", "Sentences", "Language", "Origin", "SHA-256"), rows)
    table.show(("Source", "What", "Value", "Known from"), [row for one in documents for row in _known(one)])
    table.show(("Origin", "Because"), report.reasons(found.origins, found.paths))
    table.show(report.LEFT_OUT, [row for one in documents for row in report.left_out(one)])
    if dropped:
        table.show(("Source", "Place", "Text", "Because"), [row for one in documents for row in _dropped(one)])
    table.show(("Skipped", "Because"), [(skipped.path, skipped.reason) for skipped in found.skipped])
    table.show(("Noted of", "Note"), [(one.source.path, note) for one in documents for note in one.notes])
    apart = [(found.paths[source], one.about or "") for one in found.apart for source in one.sources]
    table.show(("Set apart", "About"), apart)
    table.show(("Source", "Place", "Sentence", "Is", "Names", "Dates"), map(_sentence, found.told or ()))


def _read(document: Document, sentences: int) -> table.Row:
    from briefing.render.words import WORDS

    source = document.source
    return (
        source.id,
        source.path,
        WORDS.file_types.get(source.media_type, _BESIDE.get(source.media_type, source.media_type)),
        f"{len(document.pages) or '-'}",
        f"{len(document.text.split()):,}",
        f"{sentences:,}",
        source.language or report.NOT_STATED,
        source.origin,
        source.sha256[:_DIGEST],
    )


def _known(document: Document) -> Iterator[table.Row]:
    """What is known of a source, and how; last what is not."""
    source = document.source
    manners = {one.field: one.manner for one in source.found}
    for key in _KNOWN:
        if value := getattr(source, key):
            yield source.id, key, shortened(value), manners.get(key, "not graded")
    if missing := [key for key in _KNOWN[:-1] if getattr(source, key) is None]:
        yield source.id, report.NOT_STATED, ", ".join(missing), ""


def _dropped(document: Document) -> Iterator[table.Row]:
    for one in document.dropped:
        text = document.text[one.start : one.end]
        yield document.source.id, f"{one.start}-{one.end}", shortened(text), one.reason


def _sentence(told: Told) -> table.Row:
    sentence = told.sentence
    return (
        sentence.source,
        f"{f'p. {told.page}' if told.page else f'¶ {told.paragraph}'}, {sentence.start}-{sentence.end}",
        shortened(sentence.text),
        f"{told.nature}: {told.speaker}" if told.speaker else told.nature,
        ", ".join(f"{entity.name} ({entity.kind})" for entity in sentence.entities),
        ", ".join(date.date or f"“{date.said}”" for date in sentence.dates),
    )


def shortened(text: str) -> str:
    """A text on one line, its end left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
