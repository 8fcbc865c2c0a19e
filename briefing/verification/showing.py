"""Verification: whether a document shows what its record holds.

In: a brief as it was given, and its record. Out: faults. The document is made again of its record, and what the two
show is compared. Where that cannot be done, for want of the template or of the version that made it, each sentence of
the record is looked for in the document, in order and with its numbers.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing import pipeline
from briefing.errors import BriefingError
from briefing.model import Brief
from briefing.render.pdf.attached import texts
from briefing.settings import VERSION
from briefing.verification import page, paper, word
from briefing.verification.opening import Given
from briefing.verification.report import Fault
from briefing.verification.shown import Shown, squeezed
from briefing.verification.wanted import wanted_of

_MANY = 10
"""Paragraphs that differ, of which more are not told one by one."""
_AROUND, _LONGEST = 6, 200
"""Words around a difference that tell where it is, and the most characters that are quoted."""


def missing(given: Given, brief: Brief) -> Iterator[Fault]:
    """What the record holds and the document does not show so."""
    if given.shown is None:
        return
    search = _Search(given.shown, loose=given.kind == "pdf")
    if not search.find(squeezed(brief.title)):
        yield Fault(given.kind, f"It does not show the title “{brief.title}”.")
    for told in (one for one in wanted_of(brief) if not one.is_excerpt):
        if search.find(told.stream):
            continue
        numbers = ", ".join(told.numbers)
        if search.find(squeezed(told.words)):
            yield Fault(
                given.kind,
                f"It shows “{told.words}” in “{told.section}” with other numbers than the record: {numbers}.",
            )
        else:
            yield Fault(given.kind, f"It does not show “{told.words}” in “{told.section}” as the record has it.")


class _Search:
    """Looks for words in a document, each behind those before it.

    Args:
        shown: the document.
        loose: whether a reader of the format puts the edges of pages and hyphens among the words.
    """

    def __init__(self, shown: Shown, *, loose: bool) -> None:
        self._loose = loose
        self._pages = [self._plain(paragraph.stream) for paragraph in shown.paragraphs]
        self._stream = "".join(self._pages)
        self._at = 0

    def find(self, stream: str) -> bool:
        """Whether it stands behind what was found last."""
        wanted = self._plain(stream)
        at = self._stream.find(wanted, self._at)
        if at >= 0:
            self._at = at + len(wanted)
        return at >= 0 or (self._loose and self._is_parted(wanted))

    def _is_parted(self, wanted: str) -> bool:
        """Whether it begins on one page and ends on the next, with the edges of both between."""
        for here, there in zip(self._pages, self._pages[1:], strict=False):
            if any(wanted[:n] in here and wanted[n:] in there for n in range(1, len(wanted))):
                return True
        return False

    def _plain(self, stream: str) -> str:
        return stream.replace("-", "").replace("\u2010", "") if self._loose else stream


def differing(given: Given, brief: Brief) -> Iterator[Fault]:
    """What differs from the document that the record gives.

    Raises:
        BriefingError: it cannot be made again here.
    """
    if given.shown is None:
        return
    if given.runs:
        yield Fault(given.kind, "It has a script, as no brief has.")
    made = made_again(given, brief)
    if made == given.content:
        return
    differences = [*_differences(given.shown, shown_in(given.kind, made))]
    yield from (Fault(given.kind, sentence) for sentence in differences[:_MANY])
    if len(differences) > _MANY:
        yield Fault(given.kind, f"{len(differences) - _MANY} more paragraphs are not as the record gives them.")
    if not differences and given.kind == "html":
        yield Fault(
            "html", "Its words are those of the record, and its markup is not: what is seen may be another thing."
        )


def made_again(given: Given, brief: Brief) -> bytes:
    """The document that the record gives.

    Raises:
        BriefingError: it cannot be made here.
    """
    if not brief.signature.startswith(f"briefing {VERSION} "):
        raise BriefingError(f"It was made by another version than {VERSION} of the program")
    return pipeline.render(brief, given.kind, given.template or None)


def shown_in(kind: str, made: bytes) -> Shown:
    """What a document shows that this program has made."""
    match kind:
        case "html":
            return page.shown_in(page.parsed(made))
        case "docx":
            return word.shown_in(word.parts_in(made))
        case _:
            return paper.opened(made).shown


def _differences(ours: Shown, theirs: Shown) -> Iterator[str]:
    """The paragraphs that are not the same, a sentence each."""
    given, made = ([paragraph.text for paragraph in one.paragraphs] for one in (ours, theirs))
    for tag, i, j, m, n in SequenceMatcher(None, given, made, autojunk=False).get_opcodes():
        if tag != "equal":
            here, there = _apart(" ".join(given[i:j]).split(), " ".join(made[m:n]).split())
            yield f"It shows {here}, and the record gives {there}."


def _apart(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str]:
    """Where two texts differ, with a few words around it."""
    same = [one == other for one, other in zip(ours, theirs, strict=False)]
    before = same.index(False) if False in same else len(same)
    ends = [one == other for one, other in zip(ours[:before:-1], theirs[:before:-1], strict=False)]
    behind = ends.index(False) if False in ends else len(ends)
    start = max(0, before - _AROUND)
    return _quoted(ours[start : len(ours) - behind + _AROUND]), _quoted(theirs[start : len(theirs) - behind + _AROUND])


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words)
    return f"“{text if len(text) <= _LONGEST else f'{text[: _LONGEST - 1]}…'}”" if text else "nothing"


def attached(given: Given, brief: Brief) -> Iterator[Fault]:
    """How the texts that a PDF carries are not those of its record."""
    wanted = texts(brief) if given.kind == "pdf" else {}
    for name in sorted({*wanted, *given.attached}):
        if name not in given.attached:
            yield Fault(name, f"The attachment “{name}” is missing.")
        elif name not in wanted:
            yield Fault(name, f"The attachment “{name}” is none of the brief's.")
        elif wanted[name] != given.attached[name]:
            yield Fault(name, f"The attachment “{name}” is not the text of its source in the record.")
