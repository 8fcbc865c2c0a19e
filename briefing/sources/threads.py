"""Step 1, reading: lines → the same lines, what readers wrote below an article marked.

A thread begins behind a mark such as `12 Comments` or `Sort by: newest`, and goes on as long
as lines come that only a thread has, such as `Reply · 3 likes`. It is looked for before dates
and names are taken, for its own are not the article's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.sources.draft import Draft, Line, marked
from briefing.sources.shape import is_sentence
from briefing.sources.vocabulary import tokens_of

REASON = "reader comments"
REACH = 12
"""Lines of a comment; where more follow without a line that only a thread has, the thread is over."""
_MARK = re.compile(
    r"(?:(?:all|view|read|show|top|reader|latest) )?(?:\d[\d,.]* )?(?:comments?|responses?|replies|thoughts?)"
    r"(?: \(?\d[\d,.]*\)?)?(?: (?:on|to) .+)?|comments? section|leave a (?:comment|reply)"
    r"|join the (?:conversation|discussion|debate)|sort(?:ed)? (?:comments )?by\b.*|(?:newest|oldest|best) first",
    re.IGNORECASE,
)
_ANSWERING = frozenset({"downvote", "like", "likes", "replies", "reply", "respond", "upvote", "upvotes"})
_BESIDE = frozenset({
    "#", "a", "ago", "d", "day", "days", "edit", "edited", "flag", "h", "hide", "hour", "hours", "hr", "hrs", "link",
    "m", "min", "mins", "minutes", "more", "permalink", "recommend", "report", "share", "show", "view", "w",
    "week", "weeks", "y",
})  # fmt: skip


def drop(draft: Draft) -> Draft:
    """Give the lines of each thread the reason to drop them."""
    dropped = {at for first, last in _threads(draft.lines) for at in range(first, last + 1)}
    return replace(draft, lines=marked(draft.lines, dropped, REASON)) if dropped else draft


def _threads(lines: tuple[Line, ...]) -> Iterator[tuple[int, int]]:
    """The first and last line of each thread."""
    mark = last = -1
    for at, line in enumerate(lines):
        if _is_answer(line):
            if last >= 0 or (mark >= 0 and at - mark <= REACH and _is_below_text(lines, mark, at)):
                last = at
        elif _is_mark(line) and last < 0:
            mark = at
        elif last >= 0 and at - last > REACH:
            yield mark, last
            mark = last = -1
    if last >= 0:
        yield mark, last


def _is_below_text(lines: tuple[Line, ...], mark: int, answer: int) -> bool:
    """Whether more is told above a mark than between it and the first answer: else the article may stand there."""
    return _told(lines[:mark]) > _told(lines[mark:answer])


def _told(lines: tuple[Line, ...]) -> int:
    return sum(len(line.words) for line in lines if is_sentence(line.words))


def _is_mark(line: Line) -> bool:
    return len(line.words) <= 100 and not is_sentence(line.words) and bool(_MARK.fullmatch(line.words.strip(" :|")))


def _is_answer(line: Line) -> bool:
    """Whether a line is what a thread puts below each comment."""
    words = [word for word in tokens_of(line.words) if word[0].isalnum() or word == "#"] if len(line.words) < 60 else []
    return bool(_ANSWERING & {*words}) and _ANSWERING.union(_BESIDE).issuperset(words)
