"""Step 1, reading: paragraphs and tables of an office document → lines.

In: the words of a paragraph, as the walk through a file of any kind meets them, and
what its markup says that it is. Out: lines. All kinds share what is decided here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import BlockKind
from briefing.sources import clean
from briefing.sources.draft import Line
from briefing.sources.shape import BULLET, ends_like_sentence, is_sentence, is_title_case


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is by its markup: its kind, None where that is for layout to tell, or why it is dropped."""

    kind: BlockKind | None = None
    reason: str | None = None


PLAIN, TITLE, HEADING, BULLETED = Role(), Role("title"), Role("heading"), Role("bullet")
CONTENTS, RUNNING_HEAD, COMMENT = Role(reason="table of contents"), Role(reason="running head"), Role(reason="comment")
CAPTION, HIDDEN = Role(reason="photo caption or credit"), Role(reason="hidden text")

_ROLES = (
    ("toc", CONTENTS),
    ("contents ", CONTENTS),
    ("table of ", CONTENTS),
    ("index ", CONTENTS),
    ("subtitle", HEADING),
    ("title", TITLE),
    ("heading", HEADING),
    ("caption", CAPTION),
    ("header", RUNNING_HEAD),
    ("footer", RUNNING_HEAD),
    ("list bullet", BULLETED),
    ("list number", BULLETED),
)
"""How the names of styles begin that Word and LibreOffice bring along; they are English in the file in any language."""


class Unseen(str):
    """Words of a paragraph that its author has hidden."""

    __slots__ = ()


Piece = str | Line
"""A piece of a paragraph: words, in which a line's end is a break; or a line that stands apart, as in a text box."""


def of_style(name: str) -> Role | None:
    """What a style makes of a paragraph, by its name; None where the name does not say."""
    known = " ".join(name.replace("_20_", " ").lower().split())
    return next((role for begins, role in _ROLES if known.startswith(begins)), None)


def paragraph(pieces: Iterable[Piece], role: Role = PLAIN) -> Iterator[Line]:
    """The lines of one paragraph; behind them what is hidden in it or stands apart from it."""
    pieces = list(pieces)
    words = "".join(one for one in pieces if isinstance(one, str) and not isinstance(one, Unseen))
    unseen = "".join(one for one in pieces if isinstance(one, Unseen))
    is_one = role.kind in {"title", "heading"}
    for text in [clean.line(words)] if is_one else _broken(words) if words else ():
        if text:
            yield Line(text, gap=True, kind=_kind(text, role), reason=role.reason)
    yield from dropped(unseen, HIDDEN)
    yield from (one for one in pieces if isinstance(one, Line))


def dropped(text: str, role: Role) -> Iterator[Line]:
    """A line that no brief may use, if it says anything."""
    if text := clean.line(text):
        yield Line(text, gap=True, reason=role.reason)


def row(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """A row of a table: cells with sentences stay as they are, and so does a frame of a single cell."""
    stays = [len(cells) == 1 or any(is_sentence(line.words) for line in cell) for cell in cells]
    figures = (line.text for cell, is_text in zip(cells, stays, strict=True) if not is_text for line in cell)
    yield from dropped(" | ".join(figures), Role(reason="table row"))
    for cell, is_text in zip(cells, stays, strict=True):
        yield from cell if is_text else ()


def footnote(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of a note, which never head what follows."""
    for line in lines:
        yield replace(line, kind="paragraph") if line.kind in {None, "title", "heading"} else line


def each_once(lines: Iterable[Line], role: Role) -> Iterator[Line]:
    """Lines dropped for one reason, each text once: heads and feet of pages repeat one another."""
    for text in dict.fromkeys(line.text for line in lines):
        yield from dropped(text, role)


def _kind(text: str, role: Role) -> BlockKind | None:
    # A style for headings is often given to a paragraph for its looks.
    return "paragraph" if role.kind == "heading" and is_sentence(text) else role.kind


def _broken(words: str) -> Iterator[str]:
    """Break a paragraph where its author did and meant it; else the break is but a space."""
    held: list[str] = []
    for line in clean.characters(words).split("\n"):
        tidy = " ".join(line.split())
        if held and _parts(held[-1], tidy):
            yield " ".join(held)
            held = []
        held += [tidy] if tidy else []
    yield " ".join(held)


def _parts(above: str, line: str) -> bool:
    """Whether a break parts two texts: an empty line, behind a sentence or a headline, before a list's marker."""
    is_headed = not line[:1].islower() and is_title_case(above)
    return not line or is_headed or ends_like_sentence(above) or bool(BULLET.match(line))
