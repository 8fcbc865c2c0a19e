"""Step 5, rendering: the brief as data, `brief.json`.

In: a `Brief`. Out: UTF-8 JSON that holds all of it, and from which every
sentence can be checked against the sources' own text.
"""

import json
from dataclasses import asdict
from typing import Any

from briefing.model import Brief, Origin
from briefing.settings import Template

SCHEMA = 1


def render(brief: Brief, _template: Template) -> bytes:
    """The brief as JSON, the same bytes for the same brief."""
    text = json.dumps(_record(brief), ensure_ascii=False, indent=2)
    # A file's name may hold a byte that is no UTF-8; as a JSON escape it survives.
    return (text + "\n").encode("utf-8", "backslashreplace")


def _record(brief: Brief) -> dict[str, Any]:
    """The model's own names are those of the schema; only a source and its text become one object."""
    record = asdict(brief)
    documents = record.pop("documents")
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
