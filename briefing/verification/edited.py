"""Verification: what an editor has done to a Word file.

In: what the file shows, its record, and where it can be made again what it showed at first. Out: `Editing`: which
passages stand word for word, which were edited, which are new, which are gone, and what became of their citations.
Paragraphs that nobody touched are set aside first, wherever they stand now; in the rest each passage of the record is
looked for, and what is left is held against what was not found.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import product

from briefing.model import Brief
from briefing.verification.ground import Fits, Ground, Region
from briefing.verification.shown import Paragraph, Shown
from briefing.verification.stream import Stream, same_words
from briefing.verification.wanted import Wanted, texts_of, wanted_of

_ALIKE, _HELD = 0.5, 0.7
"""How alike a sentence is to what it was made of; and the share of one that another holds, which it was joined to."""
MOST = 1000
"""New or edited sentences that are looked at; a file with more was not edited but made to harm."""
_SHORT = 5
"""Words of what may stand anywhere by chance."""
_LISTS = frozenset({"sources", "passages", "contact", "practice"})
"""The shapes of sections in which the program itself says most."""
_Known = tuple[Wanted | str, tuple[str, ...], bool]
"""What is not there: a passage or a frame, how its words compare, and whether it is a passage."""
_RUN = 3
"""Sentences that one may have been parted into."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage that stands word for word, and the numbers that are cited behind it now."""

    wanted: Wanted
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """A passage in other words; `numbers` are cited behind them."""

    wanted: Wanted
    now: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """Words that no passage of the record is like; `is_framed` is whether they stand among its passages.

    `words` are the same as they compare; `leads` is whether a passage follows them in their paragraph.
    """

    text: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    heading: str
    is_framed: bool
    leads: bool


@dataclass(slots=True)
class Editing:
    """What was found.

    `again` are passages that stand there once more. `frames` are the words beside the passages, as they were and as
    they are now; `is_whole` is whether they were known. `bare` are the numbers of each paragraph that has no words.
    """

    kept: list[Kept] = field(default_factory=list)
    again: list[Kept] = field(default_factory=list)
    edited: list[Edited] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    gone: list[Wanted] = field(default_factory=list)
    frames: list[tuple[str, str]] = field(default_factory=list)
    bare: list[tuple[str, ...]] = field(default_factory=list)
    is_whole: bool = False


def editing(shown: Shown, brief: Brief, made: Shown | None) -> Editing:
    """Find what was done to a document.

    Args:
        shown: what it shows.
        brief: that of its record.
        made: what it showed at first, where that is known.
    """
    return _Desk(shown, brief, made).found


class _Desk:
    """Where one document is looked through."""

    def __init__(self, shown: Shown, brief: Brief, made: Shown | None) -> None:
        self.found = Editing(is_whole=made is not None)
        wanted: Sequence[Wanted] = (all_ := wanted_of(brief))
        self._headings = {same_words(section.heading): section.heading for section in brief.sections}
        self._quiet = {section.heading for section in brief.sections if section.shape in _LISTS}
        self._sections = [_heading(self._headings, paragraph) for paragraph in shown.paragraphs]
        self._leads = {same_words(text.rstrip(",: ")) for text in texts_of(brief)} if made is None else set()
        self._left = [*range(len(shown.paragraphs))]
        frames = _around(wanted)
        if made is not None:
            wanted, frames = self._untouched(shown, made, wanted)
        paragraphs = [shown.paragraphs[n] for n in self._left]
        self._ground = Ground(Stream(paragraphs))
        missing = self._look_for(wanted)
        self._look_again(all_)
        frames = self._take_frames(frames)
        self.found.bare += self._ground.stream.bare
        self._pair(missing, frames)

    def _untouched(self, shown: Shown, made: Shown, wanted: Sequence[Wanted]) -> tuple[Sequence[Wanted], list[str]]:
        """Set aside the paragraphs that stand as they were, and give what else is to be there: passages, and frames."""
        at_first, now = ([_key(paragraph) for paragraph in one.paragraphs] for one in (made, shown))
        same = Counter(at_first) & Counter(now)
        self._left = _beyond(now, same)
        touched = {*_beyond(at_first, same)}
        ground = Ground(Stream(made.paragraphs))
        open_ = []

        def learns(start: int, _end: int) -> bool:
            self._leads.add(ground.lead(start))
            return True

        for one, region in _placed(ground, wanted, learns):
            if region is None or _paragraph(ground, region) in touched:
                open_.append(one)
            else:
                self.found.kept.append(Kept(one, one.numbers))
        frames = [ground.stream.told(*region) for region in ground.rest() if _paragraph(ground, region) in touched]
        return open_, frames

    def _look_for(self, wanted: Sequence[Wanted]) -> list[Wanted]:
        """Tell which passages stand word for word, and give the others."""
        missing = []
        for one, region in _placed(self._ground, wanted, self._is_led):
            if region is None:
                missing.append(one)
            else:
                self.found.kept.append(Kept(one, self._ground.cited(*region)))
        return missing

    def _is_led(self, start: int, end: int) -> bool:
        """Whether nothing but what the program says itself stands before these words, and a sentence ends with them."""
        return self._ground.lead(start) in self._leads and self._ground.closes(end)

    def _look_again(self, wanted: Sequence[Wanted]) -> None:
        """Tell which passages stand there once more."""
        for one, region in _placed(self._ground, [one for one in wanted if len(one.forms[-1]) >= _SHORT], _nowhere):
            if region:
                self.found.again.append(Kept(one, self._ground.cited(*region)))
                self._take_frames(one.around)

    def _take_frames(self, frames: Sequence[str]) -> list[str]:
        """Pass over what the program says beside the passages, and give what of it is not there."""
        missing = []
        for frame in sorted(frames, key=lambda text: (-len(text), text)):
            regions = self._ground.find(same_words(frame))
            if regions:
                self._ground.take(*regions[0])
            else:
                missing.append(frame)
        return missing

    def _pair(self, missing: list[Wanted], frames: list[str]) -> None:
        """Hold what is left against what was not found, the most alike first."""
        rest = [*self._ground.rest()]
        runs = [*self._runs(rest[:MOST])]
        same = self._ground.stream.same
        known: list[_Known] = [(one, one.forms[0], True) for one in missing if one.forms]
        known += [(frame, same_words(frame), False) for frame in frames]
        scored = sorted(
            ((_likeness(words, same[slice(*run)]), n, run) for n, (_, words, _) in enumerate(known) for run in runs),
            key=lambda one: (-one[0], one[1:]),
        )
        used: dict[int, Region] = {}
        for score, n, run in scored:
            free = all(run[1] <= other[0] or other[1] <= run[0] for other in used.values())
            if score >= _ALIKE and n not in used and free:
                used[n] = run
        for n, (_, words, is_passage) in enumerate(known):
            holding = (run for run in used.values() if _held(words, same[slice(*run)]) >= _HELD)
            if is_passage and n not in used and (joined := next(holding, None)):
                used[n] = joined
        self._tell(known, used, rest)

    def _tell(self, known: Sequence[_Known], used: dict[int, Region], rest: Sequence[Region]) -> None:
        stream = self._ground.stream
        for n, (one, _, _) in enumerate(known):
            now = stream.told(*used[n]) if n in used else ""
            if isinstance(one, str):
                self.found.frames.append((one, now))
            elif n in used:
                self.found.edited.append(Edited(one, now, self._ground.cited(*used[n])))
            else:
                self.found.gone.append(one)
        for start, end in rest:
            if not any(first <= start and end <= last for first, last in used.values()):
                self.found.added.append(self._added(start, end))

    def _added(self, start: int, end: int) -> Added:
        stream = self._ground.stream
        paragraph = self._left[stream.words[start].paragraph]
        before = [heading for heading in self._sections[: paragraph + 1] if heading]
        behind = any(self._sections[paragraph + 1 :])
        leads = stream.same[end - 1] == ":" and not stream.begins(end)
        text = stream.told(start, end)
        return Added(
            text, stream.same[start:end], self._ground.cited(start, end), before[-1] if before else "",
            bool(before) and behind and before[-1] not in self._quiet, leads,
        )  # fmt: skip

    def _runs(self, rest: Sequence[Region]) -> Iterator[Region]:
        """Sentences, and some that follow one another."""
        for n, (start, end) in enumerate(rest):
            yield start, end
            yield from ((start, further) for _, further in rest[n + 1 : n + _RUN] if self._joins(start, further))

    def _joins(self, start: int, end: int) -> bool:
        """Whether these words are of one paragraph, or of two side by side."""
        first, last = (self._ground.stream.words[place].paragraph for place in (start, end - 1))
        return last - first <= 1


def _key(paragraph: Paragraph) -> tuple[str, ...]:
    return same_words(paragraph.text)


def _beyond(keys: Sequence[tuple[str, ...]], same: Counter[tuple[str, ...]]) -> list[int]:
    """The places of what is more than what is the same."""
    left, found = Counter(same), []
    for place, key in enumerate(keys):
        if left[key]:
            left[key] -= 1
        else:
            found.append(place)
    return found


def _placed(ground: Ground, wanted: Sequence[Wanted], led: Fits) -> list[tuple[Wanted, Region | None]]:
    """Where each passage stands, the longest sought first, and first of all with its own numbers behind it.

    Args:
        ground: where they are sought.
        wanted: the passages.
        led: whether one may stand where no sentence begins.
    """
    found: dict[int, Region] = {}
    order = sorted(range(len(wanted)), key=lambda n: (-len(wanted[n].words), n))
    for is_exact, fits in product((True, False), (None, led)):
        for n in (n for n in order if n not in found):
            one = wanted[n]
            for form in one.forms:
                regions = ground.find(form, ground.is_excerpt if one.is_excerpt else fits)
                if is_exact:
                    regions = [region for region in regions if sorted(ground.cited(*region)) == sorted(one.numbers)]
                if regions:
                    ground.take(*regions[0])
                    found[n] = regions[0]
                    break
    return [(one, found.get(n)) for n, one in enumerate(wanted)]


def _nowhere(_start: int, _end: int) -> bool:
    return False


def _paragraph(ground: Ground, region: Region) -> int:
    return ground.stream.words[region[0]].paragraph


def _around(wanted: Sequence[Wanted]) -> list[str]:
    """What is known of the words beside the passages where the document cannot be made again."""
    return [text for one in wanted for text in one.around]


def _heading(headings: dict[tuple[str, ...], str], paragraph: Paragraph) -> str:
    return headings.get(_key(paragraph), "")


def _likeness(before: Sequence[str], now: Sequence[str]) -> float:
    """The share of the words of both that they have in common, in order."""
    most = 2 * (Counter(before) & Counter(now)).total() / max(len(before) + len(now), 1)
    return SequenceMatcher(None, before, now, autojunk=False).ratio() if most >= _ALIKE else 0.0


def _held(words: Sequence[str], by: Sequence[str]) -> float:
    """The share of words that others hold, in order."""
    blocks = SequenceMatcher(None, words, by, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(words), 1)
