"""Step 2: the trained pipeline that recognises names: the shipped one, or one that the user names.

Enters: a pipeline's name, or nothing. Leaves: spaCy's `Language` with the
components that recognise names and no others, which need time and would be
used by nothing. Another pipeline is never taken by accident, since the same
input must give the same bytes wherever it runs.
"""

import json
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import SettingError
from briefing.settings import nearest

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent / "model"
RULES = "rules 4"
"""The version of the rules that stand around every pipeline."""
RECOGNISER = "ner"
LISTENED_TO = frozenset({"tok2vec", "transformer", "curated_transformer"})
"""Components that a recogniser may listen to."""


def signature(name: str | None = None) -> str:
    """Name a pipeline with its version and that of the rules, for the brief's signature.

    Args:
        name: the package or the folder of an installed pipeline; the shipped one if None.

    Raises:
        SettingError: there is no such pipeline, or it cannot be used.
    """
    meta = _meta(name)
    return f"{meta['lang']}_{meta['name']} {meta['version']} + {RULES}"


@cache
def recogniser(name: str | None = None) -> "Language":
    """Load a pipeline.

    Args:
        name: the package or the folder of an installed pipeline; the shipped one if None.

    Raises:
        SettingError: there is no such pipeline, or it cannot be used.
    """
    import spacy

    from briefing.language import features, tokens  # noqa: F401  registers what the shipped pipeline is made of

    unused = [pipe for pipe in _meta(name)["pipeline"] if pipe != RECOGNISER and pipe not in LISTENED_TO]
    try:
        if name is None:
            # It is shown words alone, and to make its tokenizer takes longer than all else of it.
            none = {"nlp.tokenizer.@tokenizers": "briefing.none"}
            return spacy.load(SHIPPED, exclude=[*unused, "tokenizer"], config=none)
        return spacy.load(folder(name) if Path(name).is_dir() else name, exclude=unused)
    except (ImportError, OSError, ValueError) as error:
        raise SettingError(f"The pipeline “{name}” cannot be loaded: {error}") from error


@cache
def _meta(name: str | None) -> dict[str, Any]:
    """What the pipeline says of itself."""
    try:
        meta: dict[str, Any] = json.loads((folder(name) / "meta.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingError(f"“{name}” is no spaCy pipeline: its meta.json cannot be read ({error}).") from error
    if meta.get("lang") != "en":
        raise SettingError(f"The pipeline “{name}” is for the language “{meta.get('lang')}”; name one for “en”.")
    if RECOGNISER not in meta.get("pipeline", ()):
        raise SettingError(f"The pipeline “{name}” has no component “{RECOGNISER}”; name one that recognises names.")
    return meta


def folder(name: str | None) -> Path:
    """Where a pipeline lies, with its meta.json.

    Raises:
        SettingError: there is no such pipeline.
    """
    if name is None:
        return SHIPPED
    if name and Path(name).is_dir():
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        installed = sorted(point.name for point in entry_points(group="spacy_models"))
        hint = nearest(name, installed) if installed else "None is installed; the program's own needs no --pipeline."
        raise SettingError(f"No spaCy pipeline “{name}” is installed. {hint}")
    return Path(spec.submodule_search_locations[0])
