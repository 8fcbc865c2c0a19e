"""Step 5, rendering: the look that a template gives the page by a few keys.

In: a template. Out: the rules that stand behind those of its `brief.css`, and its logo.
"""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.render.paper import SIZES
from briefing.settings import Template, mixed

_MEASURE = 168
"""Width of the text in mm on any paper: drawings and columns are made for it."""
_LIGHT, _DARK = "#ffffff", "#15191d"
"""The grounds on which the accent's tints stand: paper, and a dark screen."""


class Logo(NamedTuple):
    """A logo as the page shows it: its address, and what it says to those who cannot see it."""

    url: str
    alt: str


def rules(template: Template) -> Iterator[str]:
    """The rules for the keys that the template says."""
    if template.paper:
        width, _ = SIZES[template.paper]
        edge = f"{(width - _MEASURE) / 2:.2f}mm"
        yield f"@page {{ size: {template.paper}; margin-left: {edge}; margin-right: {edge} }}"
    if accent := template.accent:
        tints = {
            "--accent": accent,
            "--tint": mixed(accent, _LIGHT, 0.05),
            "--bar": mixed(accent, _LIGHT, 0.15),
            "--dark-tint": mixed(accent, _DARK, 0.12),
            "--dark-bar": mixed(accent, _DARK, 0.35),
        }
        yield f":root {{ {'; '.join(f'{name}: {colour}' for name, colour in tints.items())} }}"
