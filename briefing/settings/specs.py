"""The types that a template is read into."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.errors import TemplateError
from briefing.model import Shape
from briefing.settings.own_files import own_file

Sign = Literal[
    "obligation", "future", "forecast", "possibility", "conditional", "modal",
    "past", "past-perfect", "present", "present-perfect", "past-date", "coming-date", "day",
    "quote", "claim", "negation", "condition", "each",
    "toll", "money", "percent", "number",
    "state", "person", "organisation", "group", "place", "outlet",
]  # fmt: skip


Differing = Literal["actor", "date", "denial", "number", "purpose", "spelling", "stance", "term"]
"""What sources can differ in."""

Paper = Literal["A4", "Letter", "Legal"]


@dataclass(frozen=True, slots=True)
class Cues:
    """What belongs in a section. Words and phrases are matched on their lemmas.

    `strong` cues place a sentence by themselves, `weak` ones together with
    others, `against` ones keep it out; `headings` match the heading or label
    under which the source itself has put the sentence. `signs` are features of a
    sentence, such as a `quote` or a `past-date`; they too are `weak_signs` or
    `against_signs` where they say less, or the contrary.
    """

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    weak_signs: tuple[Sign, ...] = ()
    against_signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section as its template or its cue set describes it.

    `items` and `words` bound it; None leaves that to the brief's own length.
    `least` items are taken into it before the length is shared out.
    `main` tells that it holds the main matter of the event. `lift_from` makes it
    one of key points: the main point of all, then the best-founded statements of
    the sections named, then others move up into this one. `default` takes what no
    cue places. `order` is `"importance"`, or `"time"` for the earliest first.
    `differences` puts beneath it what the sources tell differently of its matter. One that
    is not `shown` only holds what may move up into others. `compact` sets a line in the
    place of a row of a table. `grades` tells how far the sources are trusted. `labels` tells
    whether its sentences have theirs, where the template's do. `kinds` are those of
    disagreements that it shows; none for all.
    """

    id: str
    heading: str
    shape: Shape = "bullets"
    items: int | None = None
    words: int | None = None
    least: int | None = None
    required: bool = False
    main: bool = False
    lift_from: tuple[str, ...] = ()
    default: bool = False
    order: Literal["importance", "time"] = "importance"
    differences: bool = False
    shown: bool = True
    compact: bool = False
    grades: bool = False
    labels: bool = True
    kinds: tuple[Differing, ...] = ()
    cues: Cues = Cues()


@dataclass(frozen=True, slots=True)
class Template:
    """A template, read and checked.

    `words` is the length of all sentences together. `cue_set` is the name of the
    cue set that its sections are from, if any are; of several `cue_sets` the one that fits
    the sources best takes its place. `choose` is `"importance"`, or
    `"coverage"` for as many different facts as fit. `marking` says how its briefs are
    to be handled, `embargo` until when they are not to be published, `contact` whom to
    ask, a line each. `citations` is how a Word file cites. `pages` are those of its PDF that
    a brief may fill; None for as many as its words need. `language` is the tag of the
    language that its documents are in, but for what is quoted. `paper` is the size of a page;
    where none is said, it is that of `brief.css` and of `brief.docx`. `logo` is the name of a
    picture in the template's folder, and `logo_alt` says it in words. `accent` is the one
    colour, such as `"#7a1f3d"`; where none is said, likewise. `folders` are the template's
    own folder and those it extends, nearest first, and so are `word_files`, the files with
    words of their own in that language.
    """

    name: str
    audience: str
    words: int
    sections: tuple[SectionSpec, ...]
    labels: bool = True
    cue_set: str | None = None
    cue_sets: tuple[str, ...] = ()
    choose: Literal["importance", "coverage"] = "importance"
    marking: str = ""
    embargo: str = ""
    contact: tuple[str, ...] = ()
    citations: Literal["footnotes", "numbers"] = "footnotes"
    language: str = "en"
    pages: int | None = None
    paper: Paper | None = None
    logo: str = ""
    logo_alt: str = "Logo"
    accent: str = ""
    folders: tuple[Path, ...] = ()
    word_files: tuple[Path, ...] = ()

    def file(self, name: str) -> Path:
        """The nearest file of this name along `extends`.

        Raises:
            TemplateError: neither the template nor one it extends has the file, or it lies outside their folders.
        """
        for folder in self.folders:
            if path := own_file(folder, name):
                return path
        raise TemplateError(f"Template “{self.name}” has no file {name}, nor has one that it extends.")

    def has(self, name: str) -> bool:
        """Whether the template or one that it extends has such a file."""
        return any(own_file(folder, name) for folder in self.folders)
