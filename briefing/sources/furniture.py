"""Step 1, reading: lines → the same lines, page furniture marked with its reason.

Furniture is what a page puts around an article. A line is judged by its
shape and by its words together with its shape (`vocabulary.py`); what only the
lines around it can tell is told in `surroundings.py`. A sentence that merely
speaks of advertisements or comments stays.
"""

import re
from dataclasses import replace

from briefing.sources.draft import Draft, Line
from briefing.sources.shape import BULLET, ends_like_sentence, is_sentence, is_title_case
from briefing.sources.surroundings import drop_by_surroundings
from briefing.sources.vocabulary import Furniture, Tokens, tokens_of, vocabulary

_LONGEST = 600  # characters; furniture is shorter
_LONGEST_CAPTION = 60  # words
_SHAPES = {
    "decoration": re.compile(r"[\W_]*"),
    "bare number": re.compile(r"(?!\d{4}$)[\W\d_]*"),  # a bare year may head a chronology
    "markup": re.compile(r"(?:<[^<>]*>\s*)+|\{\{[^{}]*\}\}|\[/?\w+(?: [^\[\]]*)?=[^\[\]]*\]"),
    "bare address": re.compile(r"(?:[^.!?:]{0,60}:\s*)?<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+"),
    "reference": re.compile(r"(?:[\^↑]|\[\d{1,3}\]).*"),
    "time stamp": re.compile(
        r"(?:(?:posted|published|updated)\s+)?(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{3,4})?",
        re.IGNORECASE,
    ),
    "contact line": re.compile(r".{0,80}\bcan be reached (?:at|on|via) (?:\S+@|[+\d]).*"),
    "follow prompt": re.compile(
        r"Follow (?:[A-ZÀ-Þ][\w.’'-]* ){1,4}on"
        r" (?:Bluesky|Facebook|Instagram|LinkedIn|Threads|TikTok|Twitter|X|YouTube)\W*"
    ),
    "tags": re.compile(r"(?:[@#]\w+[\s,;|]*)+|#\w+(?: [\w&]+){1,3}"),
}
_MENU_BAR = re.compile(r"\s+[|›»>•·/→]+\s+|\s*[|›»❯]\s*")
_CAPTION_END = re.compile(
    r"[(\[](?:(?-i:[A-Z])[^()\[\]]{0,60}|file |courtesy )?\b(?:photo|image|picture|file pic|handout|photograph)s?\b"
    r"[^()\[\]]{0,80}[)\]]\.?$"
    r"|(?:[|–—-]\s*|[.!?]\s?)(?:(?:photo|image|picture|video)s?(?: credit| by)?s?|photograph|credit)\s*[:/][^.]{1,60}$"
    r"|©\s*[^.]{2,50}$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[/|]\s?([A-Z][\w-]*(?: [A-Z]\w+)?)\b[^.!?]{0,40}[)\]]?$")
_AGENCY_END = re.compile(r"[a-z].* [a-z].*\s\(([A-Z][\w-]*(?: [A-Z]\w+)?)\)$")
_NAMED_CREDIT = re.compile(r"\s[(\[][A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,2}\s?/\s?[A-ZÀ-Þ][\w .’'-]+[)\]]$")
_LINK_END = re.compile(
    r"(?:(?<=[.!?…\"'”’)\]])\s*[(\[]?\b(?:continue|keep|read|see|learn) (?:reading|more)\W*|\s*\[edit\])$",
    re.IGNORECASE,
)
_OF_MENUS = re.compile("[|›»>•·/→❯]")
_OF_CAPTIONS = re.compile(r"[(\[/|:©]")
"""What a menu bar, and the end of a caption, never lacks; most lines have none of it, and need no closer look."""
_LONGEST_LINK = 60  # characters
_LONGEST_ROW = 120  # characters
_FEWEST_IN_ROW = 3  # entries
_TOLD = re.compile(
    r"\b(?:was|were|been|had|said|told|asked|urged|warned|wrote|vowed|ordered|shouted|advised|insisted|replied)\b"
    r"|[,”\"] [^,.]{1,60}\b(?:says?|writes?|advises?|warns?|urges?)\b"
)


def drop(draft: Draft) -> Draft:
    """Give each line that is page furniture the reason to drop it."""
    judged = [line if line.reason else _judged(line, is_head=at == 0) for at, line in enumerate(draft.lines)]
    return replace(draft, lines=tuple(drop_by_surroundings(judged, is_sifted=draft.is_sifted)))


def _judged(line: Line, *, is_head: bool) -> Line:
    reason = reason_of(line.words, is_head=is_head) if len(line.words) <= _LONGEST else None
    return replace(line, reason=reason) if reason else _without_link(line)


def _without_link(line: Line) -> Line:
    """Cut off a link that ends a line, as in `… on Friday. Read more`."""
    near = line.text[-_LONGEST_LINK:].casefold()
    if not ("more" in near or "read" in near or "[ed" in near):  # as next to no line has
        return line
    link = _LINK_END.search(line.text, max(0, len(line.text) - _LONGEST_LINK))
    return replace(line, tail=len(line.text) - link.start(), tail_reason="cross-link") if link else line


def reason_of(text: str, *, is_head: bool = False) -> str | None:
    """Why a line is furniture by its shape and its words; None if they do not tell.

    Args:
        text: the line.
        is_head: whether it is the first of its text.
    """
    if reason := next((reason for reason, shape in _SHAPES.items() if shape.fullmatch(text)), None):
        return reason
    tokens = tokens_of(text)
    if _is_menu_bar(text):
        return "menu"
    found = _furniture(text, tokens)
    if found and not found.at_edges:
        return found.reason
    if not found and len(text) <= _LONGEST_ROW and vocabulary().is_row(tokens, _FEWEST_IN_ROW) and is_title_case(text):
        return "menu"
    return "photo caption or credit" if _is_caption(text, is_head=is_head) else None


def _is_menu_bar(text: str) -> bool:
    """Whether the line is a row of short entries: `Home | World | Sport`, `News > Africa > Mali`."""
    if not _OF_MENUS.search(text):
        return False
    entries = [entry for entry in _MENU_BAR.split(text) if entry]
    is_short = all(len(entry.split()) <= 4 and not ends_like_sentence(entry) for entry in entries)
    return len(entries) >= 3 and is_short


def _is_caption(text: str, *, is_head: bool) -> bool:
    """Whether a line ends with a credit; a headline, and a whole sentence, may name the agency that they come from."""
    if not _OF_CAPTIONS.search(text) or len(text.split()) > _LONGEST_CAPTION:
        return False
    found = (
        form.search(text) for form in ((_CREDIT,) if is_head or ends_like_sentence(text) else (_CREDIT, _AGENCY_END))
    )
    is_credited = any(credit and credit[1].casefold() in vocabulary().agencies for credit in found)
    return is_credited or bool(_CAPTION_END.search(text) or _NAMED_CREDIT.search(text))


def _furniture(text: str, tokens: Tokens) -> Furniture | None:
    """The class that the line's words give, if its shape agrees."""
    known = vocabulary()
    if found := known.lone(tokens):
        return found
    if (labelled := known.label(tokens)) and not _tells(text, *labelled):
        return labelled[1]
    if not is_sentence(text) and (found := known.opening(tokens)):
        return found
    held = known.inside(tokens)
    return held[1] if held and not _is_told(text, held[0]) else None


def _is_told(text: str, phrase: Tokens) -> bool:
    """Whether the line tells of an appeal that somebody made, as in “Subscribe to the treaty, the fund told us.”."""
    return is_sentence(text) and bool(_TOLD.search(text)) and not _TOLD.search(" ".join(phrase))


def _tells(text: str, label: Tokens, found: Furniture) -> bool:
    """Whether a sentence of the article follows the label, as in `- Tags: All cattle wear them.`."""
    marker = BULLET.match(text)
    rest = re.split(r"\s*[:|>]\s*|\s+[-–—]\s+", text[marker.end() if marker else 0 :], maxsplit=1)[-1]
    may_be_told = not found.may_be_sentence or (marker is not None and len(label) == 1) or rest[:1].islower()
    return is_sentence(rest) and may_be_told
