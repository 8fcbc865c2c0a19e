"""Step 1, reading: lines judged one by one → furniture that only its surroundings give away.

A menu is a run of very short lines, a running head comes again and again, and
what stands outside of the first and the last sentence is seldom the article's.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.sources.draft import Line, is_bullet
from briefing.sources.shape import ends_like_sentence, is_sentence, is_title_case
from briefing.sources.vocabulary import Furniture, tokens_of, vocabulary

_SHORTEST_MENU = 4  # lines
_SHORTEST_LINK_LIST = 3  # lines
_LONGEST_MASTHEAD = 3  # words
_SHORTEST_HEADLINE = 4  # words
_LONGEST_LIST_HEAD = 5  # words
_LAST_LINES = 3  # among which a page tells of its author
_WRITER = r"(?:writer|reporter|correspondent|editor|columnist|journalist|bureau chief)"
_AUTHOR_NOTE = re.compile(
    r"(?:Dr\.? )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,2}) "
    rf"(?:is (?:an?|the|our|\w+[’']s) [^.]*\b{_WRITER}\b"
    r"|(?:has covered|covers|writes (?:about|on)|reports on|has reported) [^.]*\b(?:for|at)\b)[^.]{0,80}\."
)


def drop_by_surroundings(lines: list[Line], *, is_sifted: bool = False) -> list[Line]:
    """Mark what the lines around a line tell to be furniture.

    Args:
        lines: those of a text.
        is_sifted: whether its markup has told what surrounds the article, but for what the article itself ends with.
    """
    every = (_menus, _repeated, _links_below, _link_lists, _author_notes, _before, _after)
    for step in (_author_notes,) if is_sifted else every:
        reasons = step(lines)
        if reasons:
            lines = [_marked(line, reasons.get(number)) for number, line in enumerate(lines)]
    return lines


def _marked(line: Line, reason: str | None) -> Line:
    return replace(line, reason=reason) if reason and not line.reason else line


# Each step gives the reasons it finds, by the number of the line.


def _menus(lines: list[Line]) -> dict[int, str]:
    """Runs of very short lines: a menu that lost its layout."""
    reasons = {}
    for run in _runs(lines, _is_entry):
        if len(run) >= _SHORTEST_MENU:
            reasons.update(dict.fromkeys(_without_heading(lines, run), "menu"))
    return reasons


def _repeated(lines: list[Line]) -> dict[int, str]:
    """Short lines that come three times, as running heads do, and headlines that come again."""
    times = Counter(line.words for line in lines if not is_sentence(line.words))
    seen: set[str] = set()
    reasons = {}
    for number, line in enumerate(lines):
        if times[line.words] > 1 and line.kind != "title":
            is_headline = len(line.words.split()) >= _SHORTEST_HEADLINE
            if line.words in seen if is_headline else times[line.words] > 2:
                reasons[number] = "repeated line"
        seen.add(line.words)
    return reasons


def _links_below(lines: list[Line]) -> dict[int, str]:
    """What a lone “Related articles” or “Leave a comment” brings with it."""
    reasons = {}
    found: Furniture | None = None
    for number, line in enumerate(lines):
        lone = _lone(line) if line.reason else None
        if lone or is_sentence(line.words):
            found = lone if lone and lone.has_list else None
        elif found and not line.reason and not _heads_text(lines, number):
            reasons[number] = found.reason
    return reasons


def _link_lists(lines: list[Line]) -> dict[int, str]:
    """Runs of headlines amid sentences: links to other articles."""
    told = [number for number, line in enumerate(lines) if not line.reason and is_sentence(line.words)]
    if len(told) < len(lines) / 2:
        return {}
    reasons = {}
    for run in _runs(lines, _is_link):
        if run[0] > told[0] and len(run) >= _SHORTEST_LINK_LIST and not _is_introduced(lines, run[0]):
            reasons.update(dict.fromkeys(_without_heading(lines, run), "list of links"))
    return reasons


def _author_notes(lines: list[Line]) -> dict[int, str]:
    """What a page says of its author near its end: of nobody whom the article speaks of."""
    told = [number for number, line in enumerate(lines) if not line.reason and is_sentence(line.words)]
    reasons = {}
    for number in told[-_LAST_LINES:]:
        note = _AUTHOR_NOTE.match(lines[number].words)
        if note and not any(note["name"].split()[-1] in lines[other].words for other in told if other != number):
            reasons[number] = "author note"
    return reasons


def _before(lines: list[Line]) -> dict[int, str]:
    """Section labels, mastheads and breadcrumbs above the headline."""
    head = [number for number in range(next(_told(lines), 0)) if not lines[number].reason]
    if (headline := next((number for number in head if _may_be_title(lines[number])), None)) is None:
        return {}
    reasons = {}
    for number in head:
        below = _below(lines, number)
        if found := _lone(lines[number]):
            reasons[number] = found.reason
        elif number < headline and _is_masthead(lines[number].words, lines[headline].words):
            reasons[number] = "masthead"
        elif below and lines[number].words.endswith(f" {below.words}"):
            reasons[number] = "navigation"
    return reasons


def _may_be_title(line: Line) -> bool:
    return line.kind == "title" or len(line.words.split()) >= _SHORTEST_HEADLINE


def _after(lines: list[Line]) -> dict[int, str]:
    """What comes after the last sentence and is none."""
    ending = max(_told(lines), default=len(lines))
    reasons = {}
    for number, line in enumerate(lines[ending + 1 :], ending + 1):
        found = _lone(line)
        if found or _is_leftover(line):
            reasons[number] = found.reason if found else "line after the end of the text"
    return reasons


# --- what a line is to its neighbours -----------------------------------------


def _runs(lines: list[Line], belongs: Callable[[Line], bool]) -> Iterator[list[int]]:
    """The numbers of neighbouring lines that all belong."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if belongs(line):
            run.append(number)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_entry(line: Line) -> bool:
    is_short = len(line.words) <= 40 and len(line.words.split()) <= 3
    return is_short and not ends_like_sentence(line.words) and not is_bullet(line)


def _is_masthead(text: str, headline: str) -> bool:
    """Whether a few words above a headline are a name that has nothing to do with it; "Dam fails" is no name."""
    if " " in text and not is_title_case(text):
        return False
    shared = {*tokens_of(text)} & {*tokens_of(headline)}
    return len(text.split()) <= _LONGEST_MASTHEAD and not any(len(word) > 3 for word in shared)


def _is_leftover(line: Line) -> bool:
    """Whether a line that ends no sentence looks like a name, a call or a headline."""
    count = len(line.words.split())
    if is_bullet(line):
        return 6 <= count <= 20  # shorter entries may be what the last sentence announces
    return count <= (20 if is_title_case(line.words) else 8)


def _is_link(line: Line) -> bool:
    if line.reason or line.kind or is_sentence(line.words):
        return False
    is_free = not (is_bullet(line) or line.words.endswith(":"))
    return is_free and len(line.words.split()) >= _SHORTEST_HEADLINE


def _is_introduced(lines: list[Line], number: int) -> bool:
    """Whether the line above leads over to a list: a heading, or a text that ends in a colon."""
    above = next((lines[at].words for at in range(number - 1, -1, -1) if not lines[at].reason), "")
    return above.endswith(":") or not is_sentence(above)


def _without_heading(lines: list[Line], run: list[int]) -> list[int]:
    return run[:-1] if _heads_text(lines, run[-1]) else run


def _heads_text(lines: list[Line], number: int) -> bool:
    below = _below(lines, number)
    return below is not None and (is_bullet(below) or is_sentence(below.words))


def _below(lines: list[Line], number: int) -> Line | None:
    """The next line that is kept."""
    return next((lines[at] for at in range(number + 1, len(lines)) if not lines[at].reason), None)


def _told(lines: list[Line]) -> Iterator[int]:
    """The lines that are surely the article's: sentences, and lists that something introduces."""
    in_list: bool | None = None
    for number, line in enumerate(lines):
        if line.reason:
            continue
        if not is_bullet(line):
            in_list = None
        elif in_list is None:
            in_list = _is_introduced(lines, number)
        if in_list or _is_statement(line.words):
            yield number


def _is_statement(text: str) -> bool:
    """Whether a line is a sentence, and no short call such as “Be the first to react!”."""
    is_call = text.endswith(("!", "?")) and len(text.split()) < 8 and text[0] not in "“\"‘'"
    return is_sentence(text) and not is_call


def _lone(line: Line) -> Furniture | None:
    """The class of a line that is furniture by itself, as the head of a list too: “Latest in Business”."""
    if len(line.words) > 100:
        return None
    tokens = tokens_of(line.words)
    opening = (
        vocabulary().opening(tokens) if len(tokens) <= _LONGEST_LIST_HEAD and not is_sentence(line.words) else None
    )
    return vocabulary().lone(tokens) or opening
