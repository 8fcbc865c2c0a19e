"""The section of what has changed, which a brief has that is built since an earlier one.

Enters: a template. Leaves: the same with that section, where it has none of its own.
"""

from dataclasses import replace
from typing import Literal

from briefing.settings.languages import headings
from briefing.settings.specs import SectionSpec, Template

CHANGES: Literal["changes"] = "changes"
"""The shape of the section, and its id."""
HEADING = "What has changed"
FEW = 4
"""Changes where the whole brief has few pages."""


def with_changes(template: Template) -> Template:
    """The template with a section of what has changed, behind the key points; its own, if it has one."""
    if any(spec.shape == CHANGES for spec in template.sections):
        return template
    known = headings(template.language, template.word_files)
    is_taken = any(spec.id == CHANGES for spec in template.sections)
    made = SectionSpec(
        f"since_{CHANGES}" if is_taken else CHANGES,
        known.get(HEADING, HEADING),
        CHANGES,
        items=FEW if template.pages else None,
    )
    at = _behind_the_key_points(template)
    return replace(template, sections=(*template.sections[:at], made, *template.sections[at:]))


def without_changes(template: Template) -> Template:
    """The template without that section, for a brief that has none before it."""
    return replace(template, sections=tuple(spec for spec in template.sections if spec.shape != CHANGES))


def _behind_the_key_points(template: Template) -> int:
    """The place behind the sections that main matter is lifted into; behind the first where there are none."""
    return max((n for n, spec in enumerate(template.sections, start=1) if spec.lift_from), default=1)
