"""Verification: the brief held against sources that somebody has at hand.

In: a brief, and a folder. Out: faults, and notes. The sources are read as a build reads them; each is known by the
checksum of its bytes, and where no bytes are the same, by its path.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing import sources
from briefing.model import Brief, Document, Span
from briefing.render.json.checking import walked
from briefing.settings import load_project
from briefing.verification.changes import Change, changes, told
from briefing.verification.report import Fault

_MOST_CHANGES = 5
"""Places of one source that are told one by one."""


def against(brief: Brief, folder: Path) -> tuple[tuple[Fault, ...], tuple[str, ...]]:
    """Hold a brief against the sources in a folder.

    Returns:
        What does not stand, and what else a reader should know.

    Raises:
        NothingToBuildError: nothing there can be read.
        TemplateError: its project file cannot be followed.
    """
    project = load_project([folder])
    reading = sources.read([folder], project=project)
    pairs = _paired(brief.documents, reading.documents)
    known = {id(found) for _, found in pairs}
    faults = [fault for ours, found in pairs for fault in _compared(brief, ours, found)]
    others = [one.source.path for one in reading.documents if id(one) not in known]
    return tuple(faults), tuple(f"{path} is no source of the brief." for path in others)


def _paired(ours: Sequence[Document], found: Sequence[Document]) -> list[tuple[Document, Document | None]]:
    """Each document of the brief with the one that was read anew: by its bytes, else by its path, else by its name."""
    left = list(found)
    pairs: dict[str, Document | None] = {}
    for alike in (_same_file, _same_bytes, _same_path, _same_name):
        for document in ours:
            if pairs.get(document.source.id) is None:
                match = next((one for one in left if alike(document, one)), None)
                pairs[document.source.id] = match
                if match:
                    left.remove(match)
    return [(document, pairs[document.source.id]) for document in ours]


def _same_file(one: Document, other: Document) -> bool:
    return _same_bytes(one, other) and _same_path(one, other)


def _same_bytes(one: Document, other: Document) -> bool:
    return one.source.sha256 == other.source.sha256


def _same_path(one: Document, other: Document) -> bool:
    return one.source.path == other.source.path


def _same_name(one: Document, other: Document) -> bool:
    """The same path below a folder that has another name."""
    return one.source.path.partition("/")[2] == other.source.path.partition("/")[2] != ""


def _compared(brief: Brief, ours: Document, found: Document | None) -> Iterator[Fault]:
    """How a source is not what was read for the brief."""
    path, resting = ours.source.path, _resting(brief, ours.source.id)
    if found is None:
        cited = f", and {_listed(sorted({name for name, _ in resting}, key=_by_number))} cite it" if resting else ""
        yield Fault(path, f"{path} is not among the sources given{cited}.")
        return
    differing = changes(ours.text, found.text)
    moved = [(name, span) for name, span in resting if any(_touches(one, span) for one in differing)]
    gone = sorted({name for name, span in moved if ours.passage(span) not in found.text}, key=_by_number)
    for change in differing[:_MOST_CHANGES]:
        rest = sorted({name for name, span in resting if _touches(change, span)}, key=_by_number)
        on_it = f" {_listed(rest)} cite what stood there." if rest else " Nothing in the brief cites that."
        yield Fault(path, f"{path} has other words at {change.start} to {change.end}: {told(change)}.{on_it}")
    if len(differing) > _MOST_CHANGES:
        still = f"{_listed(gone)} cite words that are no longer there" if gone else "all that the brief cites is there"
        yield Fault(path, f"{path} has other words in {len(differing) - _MOST_CHANGES} more places; {still}.")
    if not _same_bytes(ours, found):
        stands = "" if gone else " All that the brief cites of it stands there still, word for word."
        yield Fault(path, f"{found.source.path} is not the file that was read: its checksum is another.{stands}")


def _resting(brief: Brief, source: str) -> list[tuple[str, Span]]:
    """What the brief quotes and cites of a source, by what of the brief does so."""
    names = {
        f"sections[{m}].items[{n}]": item.id for m, one in enumerate(brief.sections) for n, item in enumerate(one.items)
    }
    found = []
    for place, value in walked(brief):
        if isinstance(value, Span) and value.source == source:
            name = next((id_ for start, id_ in names.items() if place.startswith(f"{start}.")), place.rsplit(".", 1)[0])
            found.append((name, value))
    return found


def _touches(change: Change, span: Span) -> bool:
    """Whether a change lies within a passage; words that are only put in have no length."""
    return change.start < span.end and span.start < max(change.end, change.start + 1)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "nothing"


def _by_number(name: str) -> tuple[int, str]:
    return (int(name[1:]) if name[1:].isdigit() else 10**9, name)
