"""Step 4: how a brief may be cut down to what there is room for.

Enters: settings. Leaves: the same settings and shorter ones, the longest first. What
is cut goes by rank: sentences that matter least, as a shorter length leaves them out,
then the last rows of the tables, then sentences again. What a page holds is not known here.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.compose import Settings
from briefing.settings import SectionSpec, Template

STEP = 10
"""Words from one length to the next: less than a line of print."""
FIRST = 0.5
"""Share of the length down to which words are cut before rows are."""
LEAST = 0.1
"""Share of the length below which nothing is cut: so little would hardly hold the main point."""
TABLES = frozenset({"actors", "timeline", "figures", "disagreements", "glossary"})
NEWS = "changes"
"""The shape of a table that is few rows from the first, and goes whole when the others have none left."""
ROWS = 12
"""Rows of a table without a bound of its own that are the first to be kept."""


def lengths(settings: Settings) -> tuple[Settings, ...]:
    """The settings and all that ask for less, each a little less than the one before it."""
    return tuple(_lengths(settings))


def _lengths(settings: Settings) -> Iterator[Settings]:
    middle, least = round(settings.length * FIRST), max(1, round(settings.length * LEAST))
    yield settings
    for words in range(settings.length - STEP, middle, -STEP):
        yield replace(settings, words=words)
    for rows in range(_most_rows(settings.template), -1, -1):
        yield replace(settings, words=middle, template=_with_rows(settings.template, rows))
    bare = _with_rows(settings.template, 0)
    for words in range(middle - STEP, least, -STEP):
        yield replace(settings, words=words, template=bare)


def _most_rows(template: Template) -> int:
    return max((_rows(spec) for spec in template.sections if spec.shape in TABLES), default=0)


def _with_rows(template: Template, rows: int) -> Template:
    return replace(
        template,
        sections=tuple(
            replace(spec, items=min(rows, _rows(spec)))
            if spec.shape in TABLES or (spec.shape == NEWS and not rows)
            else spec
            for spec in template.sections
        ),
    )


def _rows(spec: SectionSpec) -> int:
    return ROWS if spec.items is None else spec.items
