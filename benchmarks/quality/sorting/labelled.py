"""Labelled sentences, read and checked: `KIND.txt`, its first line `set: general`, then `section: sentence` lines."""

from dataclasses import dataclass
from pathlib import Path

from briefing.settings import load_cue_set

FOLDER = Path(__file__).parent
PARTS = ("development", "heldout")


class FaultyLineError(Exception):
    """A file of labelled sentences cannot be followed; the message is a sentence with the file and the line."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, the cue set of its event, and the section that it belongs in."""

    kind: str
    set: str
    section: str
    text: str


def labelled(part: str, folder: Path = FOLDER) -> tuple[Labelled, ...]:
    """The sentences of a part, by file.

    Raises:
        FaultyLineError: a line cannot be followed.
    """
    return tuple(one for path in sorted((folder / part).glob("*.txt")) for one in read(path))


def read(path: Path) -> tuple[Labelled, ...]:
    """The sentences of a file.

    Raises:
        FaultyLineError: a line cannot be followed.
    """
    (_, first), *lines = ((n, line.strip()) for n, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1))
    key, _, name = first.partition(": ")
    if key != "set":
        raise FaultyLineError(f"{path}, line 1 is “{first}”. Write “set: ” and the name of a cue set.")
    sections = tuple(section.id for section in load_cue_set(name).sections)
    return tuple(_labelled(path, n, line, name, sections) for n, line in lines if line)


def _labelled(path: Path, n: int, line: str, name: str, sections: tuple[str, ...]) -> Labelled:
    section, _, text = line.partition(": ")
    if section not in sections or not text:
        raise FaultyLineError(
            f"{path}, line {n} begins “{line[:40]}”. Write a section of “{name}” ({', '.join(sections)}), "
            "a colon, a space and the sentence."
        )
    return Labelled(path.stem, name, section, text)
