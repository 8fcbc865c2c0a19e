"""Step 5, rendering: the brief as data, `brief.json`.

In: a `Brief`. Out: UTF-8 JSON that holds all of it, and from which every
sentence can be checked against the sources' own text.
"""

import json
from dataclasses import asdict
from typing import Any

from briefing.model import Brief, Origin
from briefing.render.json.seal import SEAL, seal_of
from briefing.render.once import once
from briefing.settings import Template

SCHEMA = 1


def render(brief: Brief, _template: Template) -> bytes:
    """The brief as JSON, the same bytes for the same brief; a template has no part in it."""
    return dumped(brief)


@once
def dumped(brief: Brief) -> bytes:
    """The brief as JSON."""
    record = _record(brief)
    sealed = {"schema": SCHEMA, SEAL: seal_of(record), **record}
    text = json.dumps(sealed, ensure_ascii=False, indent=2)
    # A file's name may hold a byte that is no UTF-8; as a JSON escape it survives.
    return (text + "\n").encode("utf-8", "backslashreplace")


def _record(brief: Brief) -> dict[str, Any]:
    """The model's own names are those of the schema; only a source and its text become one object."""
    record = asdict(brief)
    documents = record.pop("documents")
    if brief.selection is None:
        del record["selection"]
    for section, rated in zip(brief.sections, record["sections"], strict=True):
        for item, told in zip(section.items, rated["items"], strict=True):
            told["credibility"] = item.credibility
    return {
        "schema": SCHEMA,
        **record,
        "summary": asdict(brief.summary),
        "origins": [origin_record(origin) for origin in brief.origins],
        "sources": [{**document.pop("source"), **document} for document in documents],
    }


def origin_record(origin: Origin) -> dict[str, Any]:
    """An origin with its reasons in words, which call the sources by their ids, and in parts."""
    record = asdict(origin)
    reasons = record.pop("why")
    return {**record, "why": [reason.told(reason.source, reason.other) for reason in origin.why], "reasons": reasons}
