"""What a check of a template can find.

A `Finding` is one mistake with its place and the way out; `RULES` are all the kinds of
them, with whether they are errors, which a build would stop at or lose something by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

Level = Literal["error", "warning"]


class Rule(NamedTuple):
    """A kind of finding: how bad it is, and what it is about."""

    level: Level
    about: str


RULES: Mapping[str, Rule] = {
    "toml": Rule("error", "a file of settings that is not valid TOML"),
    "unknown-key": Rule("error", "a key that no template has; the nearest right one is named"),
    "value": Rule("error", "a value that cannot be followed"),
    "missing": Rule("error", "a key that must be given"),
    "section": Rule("error", "a section without an id, or with the id of another"),
    "order": Rule("error", "an order of sections that names what is not there, or names it twice"),
    "lift": Rule("error", "a section that lifts from one that is not there"),
    "defaults": Rule("error", "two sections that take what no cue places"),
    "extends": Rule("error", "an extended template that is not found, or is this one"),
    "cue-set": Rule("error", "a cue set that is not found"),
    "shared": Rule("error", "shared cues that are not found"),
    "html-syntax": Rule("error", "Jinja that cannot be read"),
    "undefined": Rule("error", "a name in `brief.html` that nothing gives: a variable or a macro"),
    "attribute": Rule("error", "a field that what stands before its dot does not have"),
    "filter": Rule("error", "a filter or a test that Jinja does not have"),
    "block": Rule("error", "words that would be lost: in a block that the extended page lacks, or beside the blocks"),
    "page": Rule("error", "a page that cannot be made of the sample"),
    "file": Rule("error", "a file that is named and is missing, or lies outside the template"),
    "css-syntax": Rule("error", "a style sheet that cannot be read"),
    "word-file": Rule("error", "a `brief.docx` that is no Word file"),
    "word-style": Rule("error", "a style with the right name that is for something else"),
    "placeholder": Rule("error", "a placeholder in Word that is unknown, or stands where it cannot"),
    "place": Rule("error", "what the brief shows and `brief.docx` has no place for"),
    "pdf": Rule("error", "a page that cannot be laid out as PDF"),
    "words": Rule("error", "a text of `words.toml` that leaves out what is put in, or is none"),
    "logo": Rule("error", "a logo that is missing, or cannot be shown"),
    "lent-styles": Rule("warning", "styles that `brief.docx` lacks and is lent"),
    "no-cues": Rule("warning", "a section that nothing can come into"),
    "silent-section": Rule("warning", "a section whose cues match nothing in the sample"),
    "silent-cue": Rule("warning", "a cue that stands nowhere in the sample, and looks misspelled"),
    "loud-cue": Rule("warning", "a cue that stands in most sentences of the sample"),
    "torn-cue": Rule("warning", "a cue that speaks for a section and against it"),
    "double-cue": Rule("warning", "a strong cue of two sections, which tells them apart no more"),
    "swallowed-cue": Rule("warning", "a cue that never counts, since it stands only within a longer one"),
    "plural": Rule("warning", "a phrase of `words.toml` of which only some plural forms are set anew"),
    "css-ignored": Rule("warning", "a property or a value of a style sheet that the PDF passes over"),
    "contrast": Rule("warning", "colours too alike to be read: under 4.5 : 1, as WCAG 2 asks at level AA"),
    "glyphs": Rule("warning", "characters that the fonts cannot show"),
    "unused-file": Rule("warning", "a file that nothing in the template names"),
    "length": Rule("warning", "a length too short for the sections"),
    "pages": Rule("warning", "more pages than the template gives, however much of the sample is left out"),
    "shadow": Rule("warning", "a template that stands before a shipped one of its name"),
}
"""The checks by name, in the order in which a report lists what they find."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: which rule it breaks, in which file and line, or place, and a sentence with the way out."""

    rule: str
    file: Path
    sentence: str
    line: int | None = None
    place: str = ""

    @property
    def level(self) -> Level:
        """Whether it is an error or a warning."""
        return RULES[self.rule].level
