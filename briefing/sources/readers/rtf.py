"""Step 1, reading: a Rich Text document → lines.

In: the bytes. Out: its text in order, notes behind it, then what is dropped: comments,
and heads and feet of pages. Libraries for it leave out notes and titles and show what is
hidden; so the format is read here, by the specification of version 1.9.1.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing.sources.draft import Draft, Line
from briefing.sources.readers.passages import (
    COMMENT,
    PLAIN,
    RUNNING_HEAD,
    Role,
    Unseen,
    dropped,
    each_once,
    footnote,
    of_style,
)
from briefing.sources.readers.properties import author, modified, refuse_own, title
from briefing.sources.readers.rtf_story import ENDS, LAYOUT, Story
from briefing.sources.readers.rtf_tokens import Mark, tokens

_HEADS = frozenset(f"{end}{page}" for end in ("header", "footer") for page in ("", "l", "r", "f"))
_PROPERTIES = frozenset({"title", "author", "doccomm", "revtim"})
_STORIES = _HEADS | _PROPERTIES | {"footnote", "annotation", "shptxt", "dptxbxtext", "fldinst", "fonttbl", "stylesheet"}
"""Control words that begin a text of its own."""
_KEPT = frozenset({"ud", "result"})
"""Control words of groups whose text counts, though a group that is skipped holds them."""
_SKIPPED = frozenset({
    "info", "colortbl", "pict", "nonshppict", "listtext", "pntext", "xe", "tc", "rxe", "shprslt", "upr", "object",
    "bkmkstart", "bkmkend", "atnid", "atnauthor", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "template", "private",
})  # fmt: skip
_CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "line": "\n", "lbr": "\n", "softline": "\n", "~": " ",
    "_": "-",
}  # fmt: skip
_LOOKS = frozenset({"v", "deleted", "revised", "plain"})
_SETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_OF_FONTS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
"""The code page of each set of characters that a font may name, where it is not the document's."""


def read(data: bytes) -> Draft:
    """Read a Rich Text document.

    Raises:
        UnreadableError: it has too many marks, or is a brief of this program.
    """
    walk = _Walk()
    for token in tokens(data):
        walk.take(token)
    lines = tuple(walk.end())
    refuse_own(walk.stated.get("doccomm"))
    return Draft(
        lines,
        title=None if any(line.kind == "title" for line in lines) else title(walk.stated.get("title")),
        author=author(walk.stated.get("author")),
        modified=modified("-".join(walk.changed)),
        notes=("It has tracked changes; they were read as if all were accepted.",) if walk.is_tracked else (),
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces: the text that words go to, None where they are skipped, and how they are read.

    `around` is the nearest text that goes on around words that are skipped; `begins` says whether the group's text
    begins here, and ends with it.
    """

    story: Story | None
    around: Story | None = None
    begins: bool = False
    page: str = "cp1252"
    after: int = 1
    is_hidden: bool = False
    is_deleted: bool = False

    @property
    def nearest(self) -> Story | None:
        """The text that words go to, or would."""
        return self.story or self.around


@dataclass(slots=True)
class _Walk:
    """The way through a document, brace by brace."""

    body: Story = field(default_factory=lambda: Story("rtf"))
    group: _Group = field(init=False)
    outer: list[_Group] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    comments: list[Line] = field(default_factory=list)
    stated: dict[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    styles: dict[int, Role] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    usual: str = "cp1252"
    contents: int = 0
    is_tracked: bool = False
    is_optional: bool = False
    held: bytearray = field(default_factory=bytearray)
    units: bytearray = field(default_factory=bytearray)
    to_skip: int = 0

    def __post_init__(self) -> None:
        self.group = _Group(self.body)

    def take(self, token: Mark | bytes) -> None:
        """Go on by a token."""
        if isinstance(token, bytes):
            self._bytes(token)
        elif token.name == "u":
            self._unit(token.number or 0)
        elif token.name == "uc":  # may stand between the two halves of one character
            self.group = replace(self.group, after=max(0, token.number or 0))
        else:
            self._say(self._decoded())
            self._mark(token)

    def end(self) -> Iterator[Line]:
        """What the document holds, all its braces closed."""
        self._say(self._decoded())
        while self.outer:
            self._close()
        yield from self.body.end()
        yield from self.behind
        yield from self.comments
        yield from each_once(self.heads, RUNNING_HEAD)

    # --- characters ---

    def _bytes(self, text: bytes) -> None:
        text, self.to_skip = text[self.to_skip :], max(0, self.to_skip - len(text))
        if text and self.units:
            self._say(self._decoded())
        self.held += text

    def _unit(self, number: int) -> None:
        if self.held:
            self._say(self._decoded())
        self.units += (number & 0xFFFF).to_bytes(2, "little")
        self.to_skip = self.group.after

    def _decoded(self) -> str:
        text = self.units.decode("utf-16-le", "ignore") + self.held.decode(self.group.page, "replace")
        self.units, self.held, self.to_skip = bytearray(), bytearray(), 0
        return text

    def _say(self, text: str) -> None:
        if text and self.group.story and not self.group.is_deleted:
            self.group.story.pieces.append(Unseen(text) if self.group.is_hidden else text)

    # --- groups ---

    def _mark(self, mark: Mark) -> None:
        name = mark.name
        if name == "{":
            self.outer.append(self.group)
            self.group = replace(self.group, begins=False) if self.group.begins else self.group
        elif name == "}":
            self._close()
        elif name == "*":
            self.is_optional = True
            return
        elif name in _STORIES:
            self._open(name)
        elif name in _KEPT:
            self.group = replace(self.group, story=self.group.nearest)
        elif self.is_optional or name in _SKIPPED:
            self.group = replace(self.group, story=None, around=self.group.nearest)
        elif self.group.story:
            self._word(mark, self.group.story)
        self.is_optional = False

    def _open(self, name: str) -> None:
        self.group = replace(self.group, story=Story(name), begins=True, is_hidden=False)

    def _close(self) -> None:
        """End a group, and the text that began in it."""
        ended = self.group
        if self.outer:
            self.group = self.outer.pop()
        if len(self.outer) < self.contents:
            self.contents = 0
        if ended.story and ended.story.kind == "stylesheet":
            self._name_style(ended.story)
        elif ended.story and ended.begins:
            self._place(ended.story)

    def _name_style(self, story: Story) -> None:
        """Take the name of a style, which a semicolon ends."""
        if name := story.words.rstrip("; "):
            self.styles[story.number] = of_style(name) or PLAIN
        story.pieces.clear()

    def _place(self, story: Story) -> None:
        """Put a text that has come to its end where it belongs."""
        if story.kind in _PROPERTIES:
            self.stated.setdefault(story.kind, story.words)
        elif story.kind == "fldinst":
            self.contents = len(self.outer) if story.words.lstrip().startswith(("TOC", "INDEX")) else self.contents
        elif story.kind in _HEADS:
            self.heads += story.end()
        elif story.kind == "footnote":
            self.behind += footnote(story.end())
        elif story.kind == "annotation":
            self.comments += dropped(" ".join(line.text for line in story.end()), COMMENT)
        elif story.kind != "fonttbl" and (around := self.group.nearest):
            around.pieces += story.end()

    # --- control words ---

    def _word(self, mark: Mark, story: Story) -> None:
        name, number = mark.name, mark.number or 0
        if name in _CHARACTERS:
            self._say(_CHARACTERS[name])
        elif name in _LOOKS:
            self._look(mark)
        elif story.kind == "revtim":
            self.changed += [f"{number:02}"] if name in {"yr", "mo", "dy"} else []
        elif name in ENDS:
            story.end_paragraph(in_contents=self.contents > 0)
        elif name in LAYOUT:
            LAYOUT[name](story, number)
        elif name == "s":
            story.style(number, self.styles.get(number, PLAIN))
        else:
            self._coding(name, number, story)

    def _look(self, mark: Mark) -> None:
        """Take what tells whether words are seen."""
        self.is_tracked |= mark.is_on and mark.name in {"deleted", "revised"}
        if mark.name == "v":
            self.group = replace(self.group, is_hidden=mark.is_on)
        elif mark.name == "deleted":
            self.group = replace(self.group, is_deleted=mark.is_on)
        elif mark.name == "plain":
            self.group = replace(self.group, is_hidden=False, is_deleted=False, page=self.usual)

    def _coding(self, name: str, number: int, story: Story) -> None:
        """Take how characters are written."""
        if name == "ansicpg" or name in _SETS:
            self.usual = _page(_SETS.get(name) or f"cp{number}")
            self.group = replace(self.group, page=self.usual)
        elif name == "f" and story.kind == "fonttbl":
            self.font = number
        elif name == "f":
            self.group = replace(self.group, page=self.fonts.get(number, self.usual))
        elif name == "fcharset" and number in _OF_FONTS:
            self.fonts[self.font] = _OF_FONTS[number]


def _page(name: str) -> str:
    """A code page that Python knows."""
    name = {"cp65001": "utf-8", "cp10000": "mac_roman"}.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
