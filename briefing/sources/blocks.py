"""Step 1, reading: lines of plain text → lines that know what they are.

Plain text has no markup, so layout tells: a bullet by its marker, a title by
standing first, a heading by being short, without a full stop, and above
something longer. All else is a paragraph.
"""

import re
from dataclasses import replace

from briefing.model import BlockKind
from briefing.sources.draft import Draft, Line, is_bullet
from briefing.sources.shape import BULLET, ends_like_sentence, is_sentence, is_title_case

_LONGEST_HEADLINE = 30  # words, above the first sentence of the text
_LONGEST_HEADING = 20  # words, in Title Case
_LONGEST_PLAIN_HEADING = 14  # words, in sentence case, where a lost full stop is likelier above
_LONGEST_QUESTION = 14  # words
_INNER_END = re.compile(r"[a-z]{4}[.!?][\"”’)]*\s+[\"“‘]?[A-Z]")  # four letters: no “Gov.” or “Prof.”


def lay_out(draft: Draft) -> Draft:
    """Give each kept line that has no kind yet its kind, and the draft its title."""
    kept = [number for number, line in enumerate(draft.lines) if not line.reason]
    opening = next((number for number in kept if is_sentence(draft.lines[number].words)), -1)
    lines = list(draft.lines)
    below: Line | None = None
    for number in reversed(kept):
        is_first = number == kept[0]
        lines[number] = below = _laid_out(lines[number], below, is_first=is_first, is_head=number < opening)
    title = next((line.words for line in lines if line.kind == "title" and not line.reason), None)
    if not title and kept and lines[kept[0]].kind == "heading":
        title = lines[kept[0]].words
    return replace(draft, lines=tuple(lines), title=draft.title or title)


def _laid_out(line: Line, below: Line | None, *, is_first: bool, is_head: bool) -> Line:
    if line.kind:
        return line
    if is_bullet(line):
        marker = BULLET.match(line.words)
        return replace(line, kind="bullet", lead=line.lead + (marker.end() if marker else 0))
    kind = _kind(line.words, below, is_head=is_head or is_first)
    return replace(line, kind="title" if kind == "heading" and is_first else kind)


def _kind(text: str, below: Line | None, *, is_head: bool) -> BlockKind:
    if below is None or not _is_headline(text, below):
        return "paragraph"
    if is_head:
        longest = _LONGEST_HEADLINE
    elif is_title_case(text):
        longest = _LONGEST_HEADING
    else:
        longest = _LONGEST_PLAIN_HEADING if below.kind in ("paragraph", "bullet") else 0
    return "heading" if len(text.split()) <= longest else "paragraph"


def _is_headline(text: str, below: Line) -> bool:
    """Whether a line could stand over others: neither a sentence, nor a fragment, nor speech."""
    if len(text) > 300 or text.endswith((",", ";", "…")) or text.startswith(("(", "—", "–")):
        return False
    is_open = text.endswith((":", "?", "!"))
    if (not is_open and ends_like_sentence(text)) or _INNER_END.search(text):
        return False
    if text.endswith(":"):  # “The minister said:” leads over to what she said
        return below.kind == "bullet" or text.rsplit(maxsplit=1)[-1][0].isupper()
    if text.endswith(("?", "!")):
        return is_title_case(text) or len(text.split()) <= _LONGEST_QUESTION
    return is_title_case(text) or not (text[0].islower() or text[0] in '“"‘')
