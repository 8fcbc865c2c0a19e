"""Step 5, rendering: what has changed since an earlier brief, as every format shows it.

In: a `Brief` that has `changes`, and its evidence. Out: a line for each, with the words before it.
Words whose source is not given any more have no number: their source is named behind them.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Before, Brief, Change
from briefing.model import Changes as Found
from briefing.render.evidence import Evidence
from briefing.render.lines import line, nature_of, whole, witnesses
from briefing.render.view import ChangeRow, Changes, Line
from briefing.render.wording import count, human_date, listed, phrase, plain, spelled_count
from briefing.render.words import Words


def changes(brief: Brief, evidence: Evidence) -> Changes | None:
    """What is told otherwise; that nothing is, too."""
    if brief.changes is None:
        return None
    words = evidence.words
    rows = [_row(change, evidence) for change in brief.changes.changes]
    if brief.changes.named:
        lines = tuple(line(actor.name, actor.citations, evidence) for actor in brief.changes.named)
        rows.append(ChangeRow(words.first_named, lines))
    return Changes(
        " ".join(_since(brief.changes, words)),
        tuple(replace(row, kind=phrase(words.named, name=row.kind)) for row in rows),
        words.between.join(_more(brief.changes, words)),
    )


def _since(found: Found, words: Words) -> Iterator[str]:
    """Since which brief, what became of its sources, and how to know what is new."""
    forms = (
        (words.sources_added, found.added),
        (words.sources_revised, found.revised),
        (words.sources_gone, found.gone),
    )
    told = listed([count(form, len(paths), words) for form, paths in forms if paths], words) or words.same_sources
    if found.as_of:
        yield phrase(words.since, date=human_date(found.as_of, words), told=told)
    else:
        yield phrase(words.since_undated, told=told)
    if found.marked:
        yield count(words.marked_new, len(found.marked), words)
    elif not found.changes and not found.named:
        yield words.unchanged


def _more(found: Found, words: Words) -> Iterator[str]:
    forms = ((words.more_changes, found.more), (words.untold, found.untold))
    return (count(form, number, words) for form, number in forms if number)


def _row(change: Change, evidence: Evidence) -> ChangeRow:
    words = evidence.words
    before = _before(change.before, evidence) if change.before else None
    kind = words.changes.get(change.kind, change.kind)
    if before and change.kind == "dropped":
        told = words.losses.get(change.loss or "", "")
        return ChangeRow(kind, (replace(before, marks=(*before.marks, *([f"[{told}]"] if told else []))),))
    shown = line(change.text, change.citations, evidence, change.clarified)
    marks = words.between.join((*nature_of(change, words), *_witnesses(change, whole(shown.cites), words)))
    shown = replace(shown, marks=(f"[{marks}]",) if marks else ())
    return ChangeRow(kind, (shown,), before and replace(before, pieces=((before.text, True),)))


def _witnesses(change: Change, sources: int, words: Words) -> Iterator[str]:
    """How many witnesses there are; of what is confirmed, how many more."""
    if change.kind == "confirmed":
        yield phrase(words.confirmed, origins=spelled_count(words.origins, change.origins, words))
    else:
        yield from witnesses(change.origins, sources, words)


def _before(before: Before, evidence: Evidence) -> Line:
    if before.citations:
        return line(before.text, before.citations, evidence)
    text = plain(before.text)
    return Line(text, (), marks=(f"[{_place(before, evidence.words)}]",), pieces=((text, False),))


def _place(before: Before, words: Words) -> str:
    """Where the words stood: who published them and when, else the title, else the file."""
    named = before.publisher or (before.title and phrase(words.quotation, text=before.title)) or before.path
    return ", ".join([plain(named), *([human_date(before.published, words)] if before.published else [])])
