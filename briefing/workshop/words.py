"""The words of a template's own.

In: its `words.toml`. Out: findings on phrases of which only some plural forms are set
anew. What a build would refuse is found where the settings are read.
"""

from collections.abc import Iterator
from pathlib import Path

from briefing.errors import TemplateError
from briefing.render.languages import plural_forms
from briefing.render.words import WORDS as ENGLISH
from briefing.render.words import Counted
from briefing.settings import Template, parsed
from briefing.workshop.findings import Finding
from briefing.workshop.lines import line_of


def read(file: Path, template: Template) -> Iterator[Finding]:
    """The phrases that would be said in two ways, by their number."""
    try:
        told = parsed(file)
    except TemplateError:
        return
    forms = plural_forms(template.language)
    for key, value in told.items():
        counted = isinstance(getattr(ENGLISH, key, None), Counted) and isinstance(value, dict)
        if counted and forms & value.keys() and (lacking := sorted(forms - value.keys())):
            named = " and ".join(f"“{form}”" for form in lacking)
            sentence = f"“{key}” keeps the old words for {named}. Write that form too."
            yield Finding("plural", file, sentence, line_of(file.read_text("utf-8"), "", key))
