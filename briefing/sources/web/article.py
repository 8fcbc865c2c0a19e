"""Step 1, reading: the blocks of a web page → which of them are its article, and why the others are not.

trafilatura says which text is the article's. Its word is taken block by block, since it
joins, splits and repeats; then the page's own structure mends it: a box that the markup
calls related links is dropped although it reads like text, and a paragraph among those
of the article is kept although it was passed over.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.sources.furniture import reason_of
from briefing.sources.shape import is_sentence
from briefing.sources.web.seen import HEADINGS, Seen

if TYPE_CHECKING:
    from lxml.etree import _Element

Run = tuple[str, ...]

_WORD = re.compile(r"\w+")
_RUN = 4  # words; in runs of so many a text is known again
_FOUND = 0.5  # of a block's runs
_LONGEST_TEXT = 2_000_000  # characters of a page that trafilatura is asked about; articles have up to 100,000
_MOST_BLOCKS = 20_000  # likewise
_SHORTEST_ARTICLE = 25  # words; less is no article, and the page is judged as plain text is
_MOSTLY = 1 / 3  # of the article's text: what holds so much is no furniture, whatever it is called
_LONGEST_BOX = 5  # blocks
_LONGEST_KICKER = 3  # words, as in “Read also”
_LONGEST_TEASER = 50  # words beside the link
_LINKS = 0.5  # of a block's characters: such a block leads elsewhere


def reasons(root: "_Element", page: Sequence[Seen]) -> tuple[str | None, ...] | None:
    """Why each block is no part of the article, or None for those that are.

    Args:
        root: the page's tree.
        page: its blocks.

    Returns:
        A reason or None for each block; None instead if no article is found.
    """
    told = _told(root, page)
    matched = _matched(page, told)
    mass = _mass(page, matched)
    kept = {at for at in matched if not _is_apart(page[at], mass) and not _leads_elsewhere(page[at])}
    if sum(_words(page[at]) for at in kept) < _SHORTEST_ARTICLE:
        return None
    kept |= _passed_over(page, kept, mass)
    kept |= _headings(page, kept, mass)
    kept -= (teasers := _teasers(page, kept, mass))
    kept -= _ends(page, kept)
    apart = {at: why(block, mass) for at, block in enumerate(page) if at not in kept}
    return tuple("cross-link" if at in teasers else apart.get(at) for at in range(len(page)))


def why(block: Seen, mass: Counter[int] | None = None) -> str:
    """Why a block is left out, as telling as the page allows.

    Args:
        block: the block.
        mass: how much of the article each element holds, by its number.
    """
    if block.is_hidden:
        return "hidden text"
    box = next((box for box in reversed(block.boxes) if mass is None or not _holds_much(box.number, mass)), None)
    if box and not box.part.is_weak:
        return box.part.reason
    if block.tag == "tr":
        return "table row"
    return reason_of(block.text) or (box.part.reason if box else "page furniture")


# --- trafilatura's word -------------------------------------------------------


def _told(root: "_Element", page: Sequence[Seen]) -> str:
    """The text of the article, as trafilatura finds it."""
    from trafilatura import bare_extraction

    if len(page) > _MOST_BLOCKS or sum(len(block.text) for block in page) > _LONGEST_TEXT:
        return ""
    found = bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    return (found.text or "") if found and not isinstance(found, dict) else ""


def _matched(page: Sequence[Seen], told: str) -> set[int]:
    """The blocks whose text is the article's; of copies of one text, that among most of the article."""
    lines = [tuple(_WORD.findall(line.casefold())) for line in told.split("\n")]
    whole = tuple(word for line in lines for word in line)
    left = Counter(_runs(whole, _RUN)) + Counter(line for line in lines if 0 < len(line) < _RUN)
    blocks = {at: tuple(_WORD.findall(block.text.casefold())) for at, block in enumerate(page) if _may_be(block)}
    runs = {at: _runs(words, _RUN) if len(words) >= _RUN else [words] for at, words in blocks.items() if words}
    first = {at for at, own in runs.items() if _is_found(own, left)}
    mass = _mass(page, {at for at in first if len(blocks[at]) >= _RUN})
    kept = set()
    for at in sorted(first, key=lambda at: (-mass[page[at].homes[-1]], at)):
        if _is_found(runs[at], left) and (len(blocks[at]) >= _RUN or _lies_in(page[at], mass)):
            left.subtract(runs[at])
            kept.add(at)
    return kept


def _may_be(block: Seen) -> bool:
    return not block.is_hidden and block.tag != "tr"


def _runs(words: Run, size: int) -> list[Run]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]


def _is_found(runs: Sequence[Run], left: Counter[Run]) -> bool:
    return sum(left[run] > 0 for run in runs) >= _FOUND * len(runs)


# --- the page's word ----------------------------------------------------------


def _mass(page: Sequence[Seen], kept: Iterable[int]) -> Counter[int]:
    """How many words of the article each element of the page holds; 0 is the page."""
    mass: Counter[int] = Counter()
    for at in kept:
        words = _words(page[at])
        mass[0] += words
        mass.update(dict.fromkeys(page[at].homes, words))
        mass.update({box.number: words for box in page[at].boxes if box.number not in page[at].homes})
    return mass


def _holds_much(number: int, mass: Counter[int]) -> bool:
    return mass[number] >= _MOSTLY * mass[0]


def _lies_in(block: Seen, mass: Counter[int]) -> bool:
    """Whether a block lies where the article does, at most an element deeper, or in a list there."""
    return any(_holds_much(home, mass) for home in block.homes[-3 if block.tag == "li" else -2 :])


def _is_apart(block: Seen, mass: Counter[int]) -> bool:
    """Whether a block lies in a part of the page that is no article."""
    return any(not box.part.is_weak and not _holds_much(box.number, mass) for box in block.boxes)


def _leads_elsewhere(block: Seen) -> bool:
    return block.linked > _LINKS and not is_sentence(block.text)


def _may_be_told(block: Seen, mass: Counter[int]) -> bool:
    """Whether nothing speaks against a block that was passed over."""
    is_free = _may_be(block) and not _is_apart(block, mass) and block.linked <= _LINKS
    return is_free and not reason_of(block.text)


def _passed_over(page: Sequence[Seen], kept: set[int], mass: Counter[int]) -> set[int]:
    """Blocks that stand among those of the article, or between it and its heading, and read as they do."""
    first, last = min(kept), max(kept)
    parents = {page[at].homes[-2:-1] for at in kept if is_sentence(page[at].text)}
    heading = next((at for at in range(first, -1, -1) if page[at].tag in HEADINGS), first)
    found = set()
    for at, block in enumerate(page):
        inside = first < at < last and _lies_in(block, mass)
        beside = (heading < at < first or block.homes[-2:-1] in parents) and is_sentence(block.text)
        if at not in kept and (inside or beside) and _may_be_told(block, mass):
            found.add(at)
    return found


def _headings(page: Sequence[Seen], kept: set[int], mass: Counter[int]) -> set[int]:
    """Headings directly above a text of the article."""
    return {at - 1 for at in kept if at and page[at - 1].tag in HEADINGS and _may_be_told(page[at - 1], mass)}


def _teasers(page: Sequence[Seen], kept: set[int], mass: Counter[int]) -> set[int]:
    """What stands in a box that begins with a link to another story, and has room for a few words on it alone.

    Above the article such a box may be its own head.
    """
    start = min((at for at in kept if is_sentence(page[at].text)), default=0)
    boxes: defaultdict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(page):
        if at > start and _may_be(block):
            for home in block.homes:
                boxes[home].append(at)
    few = (held for home, held in boxes.items() if 1 < len(held) <= _LONGEST_BOX and not _holds_much(home, mass))
    return {at for held in few if _teases([page[at] for at in held]) for at in held}


def _teases(box: Sequence[Seen]) -> bool:
    first = next((block for block in box if _words(block) > _LONGEST_KICKER), None)
    below = sum(_words(block) for block in box if not _leads_elsewhere(block))
    return first is not None and _leads_elsewhere(first) and below <= _LONGEST_TEASER


def _ends(page: Sequence[Seen], kept: set[int]) -> set[int]:
    """Headings at the end, which have no text below them."""
    last = max((at for at in kept if page[at].tag not in HEADINGS), default=-1)
    return {at for at in kept if at > last}


def _words(block: Seen) -> int:
    return block.text.count(" ") + 1
