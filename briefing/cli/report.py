"""What a command tells at its end: what was read, left out and written."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.filesize import decimal

from briefing.cli import table
from briefing.cli.console import results

if TYPE_CHECKING:
    from briefing.model import Brief, Document, Origin, Section, Selection

NOT_STATED = "not stated"
LEFT_OUT = ("Left out of", "Because", "Passages", "Words")


def show(brief: Brief, files: Iterable[Path], unshown: Iterable[str], *, seconds: float) -> None:
    """Print the whole report; `unshown` is what the files cannot show."""
    from briefing.render.wording import set_aside
    from briefing.render.words import WORDS

    documents = brief.documents
    table.show(("Read", "Title", "Words", "Language", "Origin"), map(_read, documents))
    table.show(LEFT_OUT, [row for d in documents for row in left_out(d)])
    table.show(("Origin", "Because"), reasons(brief.origins, {source.id: source.path for source in brief.sources}))
    table.show(("Skipped", "Because"), [(skipped.path, skipped.reason) for skipped in brief.skipped])
    if aside := set_aside(brief.summary.other_languages, WORDS):
        results().print(aside)
    table.show(("Noted of", "Note"), [(d.source.path, note) for d in documents for note in d.notes])
    written(files, unshown)
    if brief.selection:
        results().print(chosen(brief.selection))
    for sentence in (*_apart(brief), *_to_come(brief), *empty(brief), *_better(brief), _summary(brief, seconds)):
        results().print(sentence)


def chosen(selection: Selection, what: str = "used") -> str:
    """How the sources were chosen, and what was done with them, in a sentence or two."""
    bear, were = ("bears", "was") if selection.found == 1 else ("bear", "were")
    within = f"{were} published within the dates"
    dates = f" and {within}" if selection.since or selection.until else ""
    bears = f"{bear} on the topic{dates}" if selection.topic else within
    best = "" if selection.used == selection.found else ", the best by BM25"
    told = [f"{_count(selection.searched, 'source')} searched, {selection.found:,} of which {bears}"]
    told += [f"{selection.used:,} {what}{best}"]
    told += [f"{_count(selection.copies, 'copy', 'copies')} of these left out"] if selection.copies else []
    told += [f"{selection.outside:,} published outside of the dates"] if selection.outside else []
    told += [f"{selection.undated:,} without a date"] if selection.undated else []
    told += [f"{selection.unusable:,} not readable"] if selection.unusable else []
    some = " Few have all words of the topic, so that those with some of them were taken too."
    return f"{'; '.join(told)}.{some if selection.some_words else ''}"


def written(files: Iterable[Path], unshown: Iterable[str]) -> None:
    """Print what was written, how large it is, and what it cannot show."""
    table.show(("Written", "Size"), [(str(path), decimal(path.stat().st_size)) for path in files])
    for sentence in unshown:
        results().print(sentence)


def lacks(brief: Brief) -> tuple[str, ...]:
    """What a strict build must not lack, a sentence each."""
    skipped = (f"{skipped.path} was skipped. {skipped.reason}" for skipped in brief.skipped)
    return (*skipped, *_apart(brief), *empty(brief))


def pages(brief: Brief, wanted: int | None) -> Iterator[str]:
    """That a brief is not of the pages that its template gives it, and why."""
    if wanted and brief.pages is None:
        yield (
            f"Whether the brief fits on {_count(wanted, 'page')} is not known, for this system cannot lay out a PDF. "
            "It has the length in words that its template says."
        )
    elif wanted and brief.pages and brief.pages > wanted:
        yield (
            f"The brief fills {_count(brief.pages, 'page')} at its shortest, and its template gives it {wanted}: "
            "it cites too many sources. Give fewer of them."
        )


def _apart(brief: Brief) -> Iterator[str]:
    """What to do with the sources about other events."""
    paths = {source.id: source.path for source in brief.sources}
    for apart in brief.apart:
        about = f" (“{apart.about}”)" if apart.about else ""
        yield (
            f"Set apart: {_count(len(apart.sources), 'source')}, about another event as it seems{about}. "
            f"To brief that event: briefing build {shlex.join(paths[source] for source in apart.sources)}"
        )


def _to_come(brief: Brief) -> Iterator[str]:
    """What to do with sources that are dated after today."""
    today = datetime.now(tz=UTC).date().isoformat()
    for source in brief.briefed:
        if source.published and source.published > today:
            yield (
                f"{source.path} is dated {source.published}, which is yet to come. "
                "If that is a slip, mend the file or give the date of the information with --as-of."
            )


def empty(brief: Brief) -> Iterator[str]:
    """Which sections are required and hold nothing."""
    for section in brief.sections:
        if section.required and not _content(brief, section):
            yield (
                f"The section “{section.heading}” is required and empty: "
                "nothing in the sources belongs there and fits the length."
            )


def _better(brief: Brief) -> Iterator[str]:
    """Which sections would suit the sources better."""
    if brief.better_set:
        yield f"The sources tell of another kind of event: --cue-set {brief.better_set} sorts it into its own sections."


def _content(brief: Brief, section: Section) -> Sequence[object]:
    elsewhere: dict[str, Sequence[object]] = {
        "actors": brief.actors,
        "timeline": brief.timeline,
        "figures": brief.figures,
        "disagreements": brief.disagreements,
        "glossary": brief.glossary,
        "practice": (*brief.practice.order, *brief.practice.gaps),
        "changes": (*brief.changes.changes, *brief.changes.named) if brief.changes else (),
        "sources": brief.sources,
        "contact": brief.contact,
        "passages": [source for source in brief.sources if source.number],
    }
    return elsewhere.get(section.shape, section.items)


def _read(document: Document) -> table.Row:
    source = document.source
    title, language = source.title or NOT_STATED, source.language or NOT_STATED
    return source.path, title, f"{_words(document.text):,}", language, source.origin


def reasons(origins: Iterable[Origin], paths: Mapping[str, str]) -> Iterator[table.Row]:
    """A row for each source that shares an origin, and why; `paths` are those of all sources, by their ids."""
    for origin in origins:
        for reason in origin.why:
            yield origin.id, f"{reason.told(paths[reason.source], paths[reason.other])}."


def left_out(document: Document) -> Iterator[table.Row]:
    """A row for each reason to leave something of a source out."""
    passages, words = Counter[str](), Counter[str]()
    for dropped in document.dropped:
        passages[dropped.reason] += 1
        words[dropped.reason] += _words(document.text[dropped.start : dropped.end])
    for reason in sorted(passages):
        yield document.source.path, reason, f"{passages[reason]:,}", f"{words[reason]:,}"


def _words(text: str) -> int:
    return len(text.split())


def _summary(brief: Brief, seconds: float) -> str:
    items = [item for section in brief.sections for item in section.items]
    sentences = _count(len(items), "sentence")
    words = _count(sum(_words(item.text) for item in items), "word")
    sources = _count(len(brief.briefed), "source")
    origins = _count(len({source.origin for source in brief.briefed}), "origin")
    return f"{sentences}, {words}, from {sources} of {origins}, in {seconds:.1f} s."


def _count(number: int, noun: str, several: str = "") -> str:
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"
