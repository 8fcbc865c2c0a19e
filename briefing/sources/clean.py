"""Step 1, reading: text as decoded → text that no later step has to mend.

Removed are characters that nobody sees and that break the renderers or turn
text around: controls, formatting and bidirectional characters, lone
surrogates, private-use and non-characters. Line ends become newlines, exotic
spaces plain ones, and letters take their composed form (NFC). Cleaning what
is clean changes nothing.
"""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD = re.compile(r"[^\w\s\x20-\x7e]")
_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_PLAIN = re.compile("[!-~]+(?: [!-~]+)*")
"""A line in which there is nothing to clean, as most are: ASCII, single spaces between words."""
_TIDY = re.compile("[\n -~]*")
"""A text of ASCII without controls, in which there is nothing to clean."""
_MOST_MARKS = 30  # Unicode's stream-safe limit (UAX #15): more makes normalising quadratic
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})


def characters(text: str) -> str:
    """Give the text without unseen characters, with plain spaces and line ends, in NFC."""
    if _TIDY.fullmatch(text):
        return text
    text = _SPACE.sub(" ", _LINE_END.sub("\n", text))
    text = text.translate(dict.fromkeys(map(ord, _unseen(text))))
    return _stream_safe(unicodedata.normalize("NFC", _stream_safe(text)))


def line(text: str) -> str:
    """Clean a text that is one line: a run of white space becomes one space."""
    if _PLAIN.fullmatch(text):
        return text
    return " ".join(characters(text).split())


def blanks(text: str) -> str:
    """Make each run of blanks in clean characters one space, of blank lines one line."""
    tidy = text if _is_spaced(text) else "\n".join(" ".join(each.split()) for each in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", tidy).strip("\n")


def _is_spaced(text: str) -> bool:
    """Whether each run of blanks is one space between two words, as in most texts; it may be so where this is false."""
    is_odd = "  " in text or " \n" in text or "\n " in text or text[:1] == " " or text[-1:] == " "
    return not is_odd and bool(_TIDY.fullmatch(text))


def unseen(text: str) -> int:
    """Count the characters that cleaning removes because nobody sees them."""
    if _TIDY.fullmatch(text):
        return 0
    text = _SPACE.sub(" ", _LINE_END.sub("\n", text))
    return sum(map(text.count, _unseen(text)))


def _unseen(text: str) -> set[str]:
    return {odd for odd in set(_ODD.findall(text)) if _is_unseen(odd)}


def _is_unseen(character: str) -> bool:
    code = ord(character)
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_noncharacter or unicodedata.category(character) in _UNSEEN


def _stream_safe(text: str) -> str:
    return _MARKS.sub(_fewer_marks, text)


def _fewer_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
