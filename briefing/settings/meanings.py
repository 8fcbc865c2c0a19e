"""What the keys of a template mean, in the words of `docs/templates.md`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from briefing.settings.tables import parsed


@cache
def key_meanings(kind: Literal["template", "section", "cues"]) -> Mapping[str, str]:
    """The meaning of each key, in the order in which the page explains them."""
    meanings: Mapping[str, str] = parsed(Path(__file__).with_name("keys.toml"))[kind]
    return meanings
