"""Step 5, rendering: what is counted, in the words of the document.

In: what a figure or a difference is about, in the words of a source but for what
became of them. Out: the same in parts, each with its language where it is not the
document's.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from briefing.render.wording import capital, plain, told
from briefing.render.words import Words

Pieces = tuple[tuple[str, str], ...]
"""Parts of a text, each with its language, empty where it is the document's."""

_ANYBODY = "people"
"""What is counted where a source does not tell who they are."""
_PLACE = "{counted}"


def whole(pieces: Pieces) -> str:
    """The text of which these are the parts."""
    return "".join(text for text, _ in pieces)


def opened(pieces: Pieces) -> Pieces:
    """The parts with a capital."""
    return tuple((capital(text) if not place else text, language) for place, (text, language) in enumerate(pieces))


def about(text: str, language: str, words: Words) -> Pieces:
    """What it is about: in the program's own words if it has some for it, else in those of a source.

    Args:
        text: what an earlier step calls it.
        language: that of the source, where it is not the document's.
        words: those of the document.
    """
    own = plain(told(text, words))
    return ((own, "" if own != plain(text) else language),)


def counted(text: str, language: str, words: Words) -> Pieces:
    """What is counted, and what became of it: “houses destroyed”, “Zerstört: houses”."""
    noun, _, state = plain(text).rpartition(" ")
    if noun == _ANYBODY and state in words.people.entries:
        return ((words.people.get(state, ""), ""),)
    if noun and state in words.became.entries:
        before, _, behind = words.became.get(state, "").partition(_PLACE)
        return tuple(_joined(((before, ""), (noun, language), (behind, ""))))
    return about(text, language, words)


def _joined(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """The parts that hold something; those of one language together."""
    for language, parts in groupby(filter(itemgetter(0), pieces), key=itemgetter(1)):
        yield "".join(text for text, _ in parts), language
