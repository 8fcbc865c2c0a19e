"""Step 5, rendering: what stands where in the Word file.

In: the placeholders of the template, and the view. Out: a `Plan`, or one error
that says all that is wrong with them. A template that names no section, such as a
letterhead, is given the placeholders of a whole brief at its end.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render.docx.placeholders import BODY, NOTES, Placeholder, Story, names_in_watermarks, placeholders
from briefing.render.view import SectionView, View
from briefing.render.words import texts_of
from briefing.settings import load_cue_set, nearest, shipped_cue_sets

if TYPE_CHECKING:
    from docx.document import Document

FACTS, CONTENTS, SECTIONS = "facts", "contents", "sections"
BLOCKS = (FACTS, CONTENTS, SECTIONS)
"""The names of blocks that are no single section."""
LOGO = "logo"
"""The name of the placeholder that becomes a picture within a paragraph."""
SIGNATURE = "signature"
"""The name of the placeholder that ends a brief."""
SHAPES = (
    "essentials", "quotes", "actors", "timeline", "figures", "disagreements", "glossary", "practice", "changes",
    "sources", "passages", "contact",
)  # fmt: skip
"""Shapes that one section has at most: its placeholder may name it so, whatever its id."""
OWN = "words."
"""What the name of a placeholder begins with that stands for words of the program."""
_WHOLE = (
    ("marking", "Marking"),
    ("title", "Title"),
    (FACTS, "Fact"),
    ("note", "Remark"),
    (SECTIONS, "Body Text"),
    (SIGNATURE, "Signature"),
)
"""The placeholders of a whole brief, and the styles of their paragraphs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What takes the places: `words` for those within paragraphs, `blocks` for whole paragraphs.

    A block is the sections that stand there; the facts and the contents are known by name.
    """

    words: tuple[tuple[Placeholder, str], ...]
    blocks: tuple[tuple[Placeholder, tuple[SectionView, ...]], ...]


def words_for(shown: View) -> Mapping[str, str]:
    """What a placeholder within a paragraph stands for, by its name."""
    return {
        "title": shown.title,
        "as_of": shown.as_of,
        "audience": shown.audience,
        "marking": shown.marking,
        "embargo": shown.embargo,
        "template": shown.template,
        "generated": shown.generated,
        "note": shown.words.note,
        SIGNATURE: shown.signature,
        **{f"{OWN}{name}": text for name, text in texts_of(shown.words)},
    }


def with_embargo(shown: View, names: Collection[str]) -> View:
    """The view of a file with these placeholders: without a place of its own the embargo goes with the marking."""
    return shown if "embargo" in names else replace(shown, marking=" · ".join(shown.notices), embargo="")


def asked_of(
    document: "Document", told: Sequence[Story], brief: Brief, shown: View
) -> tuple[tuple[Placeholder, ...], set[str], View]:
    """What a file asks for, once it has all that it lacks as a whole.

    Args:
        document: the file, which is given the placeholders of a whole brief where it names no section.
        told: its stories.
        brief: what is written.
        shown: the view of it.

    Returns:
        Its placeholders, the names of those in its watermarks, and the view as this file shows it.
    """
    found, watermarks = placeholders(told), names_in_watermarks(told)
    shown = with_embargo(shown, watermarks.union(placeholder.name for placeholder in found))
    if complete(document, found, brief, shown):
        found = placeholders(told)
    return found, watermarks, shown


def complete(document: "Document", found: Sequence[Placeholder], brief: Brief, shown: View) -> bool:
    """Give a template that names no section the placeholders of a whole brief that it lacks, at its end.

    Returns:
        Whether it was given any.
    """
    names = {placeholder.name for placeholder in found if placeholder.story == BODY}
    if names & {SECTIONS, *_by_name(found, brief, shown)}:
        return False
    for name, style in _WHOLE:
        if name not in names:
            document.add_paragraph(f"{{{{ {name} }}}}", style=style)
    return True


def plan(found: Sequence[Placeholder], watermarks: set[str], brief: Brief, shown: View, file: Path) -> Plan:
    """Say what takes each place.

    Args:
        found: the placeholders of the file.
        watermarks: the names of those in its watermarks.
        brief: what is written.
        shown: the view of it.
        file: the template's file, which an error names.

    Raises:
        TemplateError: a placeholder is unknown or stands where it cannot, or something that the brief
            shows has no place.
    """
    values, sections = words_for(shown), _by_name(found, brief, shown)
    within = {*values, LOGO}
    told = [f"{told.name} in {told.where} {told.wrong}" for told in misplaced(found, watermarks, brief, shown)]
    if told := [*told, *homeless(found, watermarks, brief, shown)]:
        raise TemplateError(" ".join((f"{file} cannot be filled.", *dict.fromkeys(told))))
    held = {**sections, SECTIONS: _rest(found, sections, shown)}
    return Plan(
        tuple((each, _value(each, values, shown)) for each in found if each.name in within),
        tuple((each, held.get(each.name, ())) for each in found if each.name not in within),
    )


class Misplaced(NamedTuple):
    """A placeholder that cannot be filled: as it is typed, where it stands, and what is wrong with it."""

    name: str
    where: str
    wrong: str


def misplaced(found: Sequence[Placeholder], watermarks: set[str], brief: Brief, shown: View) -> Iterator[Misplaced]:
    """The placeholders that are unknown or stand where they cannot; the arguments are those of `plan`."""
    values = words_for(shown)
    within = {*values, LOGO}
    known = {*within, *BLOCKS, *_by_name(found, brief, shown)}
    blocks = Counter(placeholder.name for placeholder in found if placeholder.name not in within)
    for placeholder in found:
        if not placeholder.copied and (wrong := _wrong(placeholder, known, within, blocks)):
            yield Misplaced(f"“{{{{ {placeholder.name} }}}}”", placeholder.where, wrong)
    for name in sorted(watermarks - values.keys()):
        yield Misplaced(f"“{{{{ {name} }}}}”", "a watermark", f"is unknown there. {_nearest(name, values)}")


def homeless(found: Sequence[Placeholder], watermarks: set[str], brief: Brief, shown: View) -> Iterator[str]:
    """What the brief shows and the file has no place for; the arguments are those of `plan`."""
    names = watermarks.union(placeholder.name for placeholder in found)
    rest = _rest(found, _by_name(found, brief, shown), shown)
    if SECTIONS not in names and (headings := ", ".join(f"“{section.heading}”" for section in rest)):
        yield f"It has no place for {headings}. Add {{{{ {SECTIONS} }}}}, which stands for all that is not named."
    if shown.marking and "marking" not in names:
        yield f"It has no place for the marking “{shown.marking}”. Add {{{{ marking }}}}, best to its header."


def _rest(
    found: Sequence[Placeholder], sections: Mapping[str, tuple[SectionView, ...]], shown: View
) -> tuple[SectionView, ...]:
    """The sections that have no place of their own."""
    placed = {id(section) for placeholder in found for section in sections.get(placeholder.name, ())}
    return tuple(section for section in shown.sections if id(section) not in placed)


def _value(placeholder: Placeholder, values: Mapping[str, str], shown: View) -> str:
    """The words, of a logo none; in the margins of a page the title is short."""
    if placeholder.name == LOGO:
        return ""
    margin = placeholder.story.startswith(("header", "footer"))
    return shown.running_title if margin and placeholder.name == "title" else values[placeholder.name]


def _by_name(found: Iterable[Placeholder], brief: Brief, shown: View) -> dict[str, tuple[SectionView, ...]]:
    """The section that each name stands for; none where this brief does not show it."""
    named: dict[str, tuple[SectionView, ...]] = dict.fromkeys(("key_points", *SHAPES), ())
    named |= {section.id.casefold(): () for section in brief.sections}
    named |= {section.shape: (section,) for section in shown.sections if section.shape in SHAPES}
    named |= {section.id.casefold(): (section,) for section in reversed(shown.sections)}
    taken = {*words_for(shown), LOGO, *BLOCKS}
    if {placeholder.name for placeholder in found} - named.keys() - taken:
        # With another cue set the brief would have it.
        named = {name: () for set_ in shipped_cue_sets() for name in _ids(set_)} | named
    return {name: sections for name, sections in named.items() if name not in taken}


def _ids(cue_set: str) -> Iterator[str]:
    return (section.id.casefold() for section in load_cue_set(cue_set).sections)


def _wrong(placeholder: Placeholder, known: set[str], within: set[str], blocks: Mapping[str, int]) -> str:
    """What is wrong with a placeholder by itself; those `within` a paragraph leave it room for others."""
    if not placeholder.closed:
        return f"lacks its closing braces: write {{{{ {placeholder.name} }}}}."
    if placeholder.name not in known:
        return f"is unknown. {_nearest(placeholder.name, known)}"
    if placeholder.name == LOGO and placeholder.story in NOTES:
        return f"becomes a picture: move it out of {placeholder.story}."
    return "" if placeholder.name in within else _narrow_place(placeholder, blocks)


def _narrow_place(placeholder: Placeholder, blocks: Mapping[str, int]) -> str:
    """What is wrong with the place of one that becomes blocks."""
    if placeholder.story != BODY or placeholder.boxed:
        return f"holds whole paragraphs: move it out of {_narrow(placeholder)}, into the text."
    if not placeholder.alone:
        return "holds whole paragraphs: give it a paragraph of its own."
    return "stands in the file twice. Take one of them away." if blocks[placeholder.name] > 1 else ""


def _nearest(name: str, known: Iterable[str]) -> str:
    """The placeholder that was meant; the program's own words are too many to be listed for another name."""
    return nearest(name, (one for one in known if one.startswith(OWN) == name.startswith(OWN)))


def _narrow(placeholder: Placeholder) -> str:
    return "its text box" if placeholder.boxed else placeholder.story
