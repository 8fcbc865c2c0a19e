"""How much of what a page puts around an article is dropped from it, and how much of the article with it.

In a half's file of lines, each stands by itself; one at a time it is judged between the sentences of an article. In its
file of pages a line is marked `x` where it is no part of the article, `.` where it is, and `~` where either will do:

    x Share this
    . The bridge was closed on Tuesday.

    .venv/bin/python tests/sources/noise_notation.py             # the figures of both halves
    .venv/bin/python tests/sources/noise_notation.py --wrong     # and what is wrong in the development half
"""

# ruff: noqa: T201  it prints
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.model import Document
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Single
from briefing.sources.reading import read_piece

FOLDER = Path(__file__).parent / "noise"
HALVES = ("development", "held_out")
AROUND = (
    "Ministers of Two States Meet on the River",
    *(f"The ministers of the two states met for the {day} day." for day in ("first", "second", "third", "fourth")),
)


@dataclass(frozen=True)
class Judged:
    """A line, whether it is noise, and whether it was dropped."""

    text: str
    is_noise: bool
    dropped: bool


@dataclass(frozen=True)
class Figures:
    """Of all noise the share that was dropped, of all that was dropped the share that is noise, and what was lost."""

    recall: float
    precision: float
    lost: int
    noise: int
    genuine: int


def lines(half: str) -> Iterator[Judged]:
    """Each line by itself, in the midst of an article."""
    told = tomllib.loads((FOLDER / f"lines_{half}.toml").read_text("utf-8"))
    for kind in ("furniture", "genuine"):
        for text in told[kind]:
            number = len(AROUND) // 2 + 1
            page = [*AROUND[:number], text, *AROUND[number:]]
            yield Judged(text, kind == "furniture", _dropped(page)[number])


def pages(half: str) -> Iterator[Judged]:
    """The lines of whole pages."""
    for page in (FOLDER / f"pages_{half}.txt").read_text("utf-8").split("=== ")[1:]:
        marked = [line for line in page.splitlines()[1:] if line]
        texts = [line[2:] for line in marked]
        for mark, text, dropped in zip(marked, texts, _dropped(texts), strict=True):
            if mark[0] != "~":
                yield Judged(text, mark[0] == "x", dropped)


def _dropped(page: list[str]) -> list[bool]:
    """Whether each line is dropped when the page is read as a text file."""
    read = read_piece(Single("page.txt", "\n".join(page).encode(), KINDS["text"]), "en")
    assert isinstance(read, Document), read
    kept = []
    at = 0
    for line in page:
        at = read.text.index(line, at)
        end = at + len(line)
        kept.append(any(block.start < end and at < block.end for block in read.blocks))
        at = end
    return [not one for one in kept]


def figures(judged: list[Judged]) -> Figures:
    """What the lines come to."""
    noise = sum(one.is_noise for one in judged)
    found = sum(one.dropped and one.is_noise for one in judged)
    lost = sum(one.dropped and not one.is_noise for one in judged)
    return Figures(found / noise, found / (found + lost), lost, noise, len(judged) - noise)


def main() -> None:
    """Print the figures."""
    for half in HALVES:
        for kind in (lines, pages):
            judged = [*kind(half)]
            told = figures(judged)
            print(
                f"{half:12} {kind.__name__:6} recall {told.recall:.3f} of {told.noise}, "
                f"precision {told.precision:.3f}, lost {told.lost} of {told.genuine}"
            )
            if half == "development" and "--wrong" in sys.argv:
                for one in judged:
                    if one.is_noise != one.dropped:
                        print(f"    {'kept' if one.is_noise else 'LOST'}: {one.text}")


if __name__ == "__main__":
    main()
