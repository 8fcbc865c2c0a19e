"""The Word file of a template.

In: its `brief.docx`, and a brief that is to fill it. Out: findings on its placeholders,
with paragraph and part, and on its styles.
"""

from collections.abc import Iterator
from pathlib import Path

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render.docx.document import opened
from briefing.render.docx.placeholders import stories
from briefing.render.docx.places import asked_of, homeless, misplaced
from briefing.render.docx.styles import lend_styles
from briefing.render.viewing import view
from briefing.settings import gathered, shipped_folder
from briefing.workshop.findings import Finding

_SHOWN = 6
"""Styles that a finding names."""


def read(file: Path, brief: Brief) -> Iterator[Finding]:
    """What is wrong with the Word file of a template."""
    try:
        document = opened(file)
    except TemplateError as error:
        yield Finding("word-file", file, str(error).replace(str(file), "The file"))
        return
    with gathered() as mistakes:
        lent = lend_styles(document, opened(shipped_folder() / "analyst" / "brief.docx"))
    for mistake in mistakes:
        yield Finding("word-style", file, str(mistake))
    if lent:
        yield Finding("lent-styles", file, _lent(lent))
    found, watermarks, shown = asked_of(document, tuple(stories(document)), brief, view(brief))
    for wrong in dict.fromkeys(misplaced(found, watermarks, brief, shown)):
        yield Finding("placeholder", file, f"{wrong.name} {wrong.wrong}", place=wrong.where)
    for sentence in homeless(found, watermarks, brief, shown):
        yield Finding("place", file, sentence)


def _lent(names: tuple[str, ...]) -> str:
    listed = ", ".join(f"“{name}”" for name in names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"It has no style {listed}{more}: they are lent, in the letters of its Normal. Define them in Word."
