"""What `briefing inspect --json` prints: the fields of brief.json where it has them, and each sentence besides."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.pipeline import Inspected, Told

SCHEMA = 1
_OF_A_BRIEF = ("number", "items")
"""What a source has only in a brief."""


def written(found: Inspected) -> bytes:
    """All of it as one JSON document in UTF-8; a byte of a name that is no text is kept as its escape."""
    from briefing.render.json.writing import origin_record

    record = {
        "schema": SCHEMA,
        "sources": [_source(document, found.counts.get(document.source.id, 0)) for document in found.documents],
        "origins": [origin_record(origin) for origin in found.origins],
        "apart": [asdict(apart) for apart in found.apart],
        "skipped": [asdict(skipped) for skipped in found.skipped],
    }
    if found.told is not None:
        record["sentences"] = [_sentence(told) for told in found.told]
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _source(document: Document, sentences: int) -> dict[str, Any]:
    record = asdict(document)
    source = {key: value for key, value in record.pop("source").items() if key not in _OF_A_BRIEF}
    return {**source, "words": len(document.text.split()), "sentences": sentences, **record}


def _sentence(told: Told) -> dict[str, Any]:
    sentence = told.sentence
    return {
        **asdict(sentence.span),
        "page": told.page,
        "paragraph": told.paragraph,
        "text": sentence.text,
        "nature": told.nature,
        "speaker": told.speaker,
        "entities": [asdict(entity) for entity in sentence.entities],
        "dates": [asdict(date) for date in sentence.dates],
    }
