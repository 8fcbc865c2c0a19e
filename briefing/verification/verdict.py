"""Verification: what an editor has done to a Word file, in sentences.

In: an `Editing`, and the brief of the record. Out: what does not stand any more, what a reader should know, and how
many passages are still word for word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Brief
from briefing.verification.added import Home, Homes
from briefing.verification.changes import alarms, changes, short, told
from briefing.verification.edited import MOST, Added, Edited, Editing, Kept
from briefing.verification.stream import ENDS, same_words

_HEADING = 6
"""Words of what may be a heading or a label, and no sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What does not stand, what else is to be known, and the count of both."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]
    summary: str


def verdict(found: Editing, brief: Brief) -> Verdict:
    """Say what was found."""
    return _Judge(found, brief).verdict()


class _Judge:
    def __init__(self, found: Editing, brief: Brief) -> None:
        self._found = found
        self._numbers = {str(source.number) for source in brief.sources if source.number}
        self._headings = {same_words(text) for text in (brief.title, *(section.heading for section in brief.sections))}
        self._with_gone = {" ".join(text.split()) for gone in found.gone for text in gone.around}
        self._homes = Homes(brief)
        self._fallen = 0
        self._new = 0
        self._faults: list[str] = []
        self._notes: list[str] = []

    def verdict(self) -> Verdict:
        found = self._found
        for kept in found.kept:
            self._kept(kept)
        for again in found.again:
            self._notes.append(f"{_in(again.wanted.section)}“{short(again.wanted.words)}” is shown once more.")
            self._kept(again)
        for edited in found.edited:
            self._edited(edited)
        for added in found.added[:MOST]:
            self._added(added)
        if (more := len(found.added) - MOST) > 0:
            self._new += more
            self._faults.append(f"{more} more sentences are new, and were not looked for in the sources.")
        for before, now in found.frames:
            self._frame(before, now)
        for numbers in found.bare if found.is_whole else ():
            self._faults.append(f"A row of a table cites {_listed(numbers)}, and the record gives it other sources.")
        for gone in found.gone:
            self._notes.append(f"{_in(gone.section)}“{short(gone.words)}” is gone.")
        return Verdict(tuple(self._faults), tuple(self._notes), self._summary())

    def _kept(self, kept: Kept) -> None:
        before, now = kept.wanted.numbers, kept.numbers
        where = f"{_in(kept.wanted.section)}“{short(kept.wanted.words)}”"
        lost = [number for number in before if number not in now]
        more = [number for number in now if number not in before]
        self._fallen += len(lost) + len(more)
        for number in more:
            self._faults.append(f"{where} now cites {self._named(number)}, {self._why_not(number, kept)}.")
        if lost:
            alone = "" if now else ", and nothing is cited there now"
            self._faults.append(f"{where} does not cite {_listed(lost)} any more{alone}.")
        repeated = sorted({number for number in now if now.count(number) > before.count(number)} - {*more})
        if repeated:
            self._notes.append(f"{where} cites {_listed(repeated)} more than once.")

    def _why_not(self, number: str, kept: Kept) -> str:
        bare = number.strip("()")
        if bare not in self._numbers:
            return "which is no source of the brief"
        if bare in {one.strip("()") for one in kept.wanted.numbers}:
            return "and the record has it state " + ("all of it" if number != bare else "only a part")
        homes = self._homes.of(kept.wanted.forms[-1], kept.wanted.bare)
        if any(str(home.number) == bare and home.is_verbatim for home in homes):
            return "which holds these words, but the record does not cite it"
        return "which the record does not have state it"

    def _named(self, number: str) -> str:
        return f"Source {number}" if number.strip("()").isdigit() else number

    def _edited(self, edited: Edited) -> None:
        before, now = edited.wanted.words, edited.now
        differing = changes(before, now, _compared)
        loud = "".join(f" {alarm.upper()}" for alarm in alarms(differing))
        what = "; ".join(map(told, differing)) or "only signs or spaces were changed"
        sentence = f"{_in(edited.wanted.section)}“{short(now)}” was edited: {what}.{loud}"
        if edited.numbers:
            self._fallen += len(edited.numbers)
            sentence += f" It cites {_listed(edited.numbers)} for “{short(before)}”; that no longer stands as it is."
        elif edited.wanted.numbers:
            self._fallen += len(edited.wanted.numbers)
            sentence += " It cites nothing any more."
        self._faults.append(sentence)

    def _added(self, added: Added) -> None:
        where = f"{_in(added.heading)}“{short(added.text)}”"
        if not self._found.is_whole and not added.numbers and not (added.is_framed and added.words[-1] in ENDS):
            return
        if added.leads or (not added.numbers and _may_be_heading(added)):
            self._notes.append(f"{where} is new, and was taken for a {'label' if added.leads else 'heading'}.")
            return
        homes = self._homes.of(added.words, added.text)
        self._new += 1
        holding = {str(home.number) for home in homes if home.is_verbatim}
        wrong = [number for number in added.numbers if number.strip("()") not in holding]
        self._fallen += len(wrong)
        if added.numbers and not wrong:
            self._notes.append(f"{where} is new, and stands word for word where it says: {_places(homes)}.")
            return
        stands = f"it {_places(homes)}" if homes else "no source of the brief holds it"
        lacking = f"{_listed(wrong)}, where its words do not stand" if wrong else "nothing"
        self._faults.append(f"{where} is new: {stands}, and it cites {lacking}.")

    def _frame(self, before: str, now: str) -> None:
        if not now:
            if self._found.is_whole and before not in self._with_gone:
                self._notes.append(f"“{short(before)}” is gone.")
        elif same_words(before) in self._headings or before.endswith(":"):
            self._notes.append(f"“{short(before)}” is now “{short(now)}”.")
        else:
            differing = changes(before, now, _compared)
            loud = "".join(f" {alarm.upper()}" for alarm in alarms(differing))
            self._faults.append(f"It shows “{short(now)}”, and the record gives “{short(before)}”.{loud}")

    def _summary(self) -> str:
        found = self._found
        kept, all_ = len(found.kept), len(found.kept) + len(found.edited) + len(found.gone)
        parts = [f"{kept} of {all_} passages are shown word for word"]
        counts = (
            (len(found.edited), "was edited", "were edited"),
            (self._new, "sentence is new", "sentences are new"),
            (len(found.gone), "is gone", "are gone"),
        )
        parts += [f"{n} {one if n == 1 else many}" for n, one, many in counts if n]
        if self._fallen:
            parts.append(
                f"{self._fallen} citation{'s' * (self._fallen > 1)} no longer stand{'s' * (self._fallen == 1)}"
            )
        return "; ".join(parts) + "."


def _compared(word: str) -> str:
    return "".join(same_words(word))


def _may_be_heading(added: Added) -> bool:
    """Whether it is short, has no stop and no number."""
    digits = any(letter.isdigit() for letter in added.text)
    return len(added.words) <= _HEADING and added.words[-1] not in ENDS and not digits


def _places(homes: Sequence[Home]) -> str:
    kinds = [("stands word for word in", True), ("may be told in other words in", False)]
    return " and ".join(
        f"{lead} {_listed([home.place for home in homes if home.is_verbatim is exact])}"
        for lead, exact in kinds
        if any(home.is_verbatim is exact for home in homes)
    )


def _in(section: str) -> str:
    return f"In “{section}”, " if section else ""


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
