import json
from dataclasses import replace
from typing import Any

import pytest
from accord import SOURCES, TEXTS, brief

from briefing.model import Dropped, Origin, Reason
from briefing.render import render
from briefing.settings import Template


@pytest.fixture(scope="module")
def record(template: Template) -> dict[str, Any]:
    return json.loads(render(brief, "json", template))


def passages(value: Any) -> list[dict[str, Any]]:
    """All objects anywhere within that name a passage of a source."""
    if isinstance(value, list):
        return [found for part in value for found in passages(part)]
    if isinstance(value, dict):
        own = [value] if {"source", "start", "end"} <= set(value) else []
        return own + [found for part in value.values() for found in passages(part)]
    return []


class DescribeBriefJson:
    def it_has_the_fields_of_the_schema(self, record: dict[str, Any]) -> None:
        assert record["schema"] == 1
        assert {"title", "template", "topic", "as_of", "signature", "sources", "sections"} <= set(record)
        assert {"actors", "timeline", "disagreements", "audience", "skipped"} <= set(record)

    def it_holds_each_source_with_its_text(self, record: dict[str, Any]) -> None:
        for source, told in zip(SOURCES, record["sources"], strict=True):
            assert told["text"] == TEXTS[source.id]
            assert (told["id"], told["path"], told["number"]) == (source.id, source.path, source.number)
            assert {"sha256", "title", "publisher", "published", "language", "origin", "dropped"} <= set(told)

    def it_holds_every_item_of_every_section_in_order(self, record: dict[str, Any]) -> None:
        told = [(section["id"], [item["text"] for item in section["items"]]) for section in record["sections"]]
        assert told == [(section.id, [item.text for item in section.items]) for section in brief.sections]

    def it_tells_the_support_of_an_item(self, record: dict[str, Any]) -> None:
        item = record["sections"][0]["items"][0]
        assert item["label"] == "Lake Tessaly Accord"
        assert item["origins"] == 2
        assert [citation["source"] for citation in item["citations"]] == ["B", "A", "C"]
        assert (item["nature"], item["speaker"], item["date"]) == ("fact", None, None)

    def it_tells_which_words_in_brackets_are_clarifications(self, record: dict[str, Any]) -> None:
        item = record["sections"][2]["items"][0]
        (note,) = item["clarified"]
        assert item["text"].startswith("It [an accord on fishing] limits the joint catch")
        assert (note["at"], note["text"], note["source"]) == (3, "an accord on fishing", "B")
        assert TEXTS["B"][note["start"] : note["end"]] == note["text"]

    def it_tells_what_no_source_states_as_null(self, record: dict[str, Any]) -> None:
        assert record["sources"][3]["publisher"] is None
        assert record["actors"][0]["role"] is None
        assert record["timeline"][-1]["date"] is None

    def it_names_passages_that_lie_within_the_texts(self, record: dict[str, Any]) -> None:
        found = passages(record)
        assert len(found) > len(brief.sections)
        assert all(0 <= span["start"] < span["end"] <= len(TEXTS[span["source"]]) for span in found)

    def it_tells_what_was_dropped_and_why(self, template: Template) -> None:
        dropped = replace(brief.documents[0], dropped=(Dropped(0, 5, "page furniture"),))
        record = json.loads(render(replace(brief, documents=(dropped,)), "json", template))
        assert record["sources"][0]["dropped"] == [{"start": 0, "end": 5, "reason": "page furniture"}]

    def it_tells_the_reasons_of_an_origin_in_words_and_in_parts(self, template: Template) -> None:
        shared = Origin("O2", ("B", "C"), (Reason("C", "is byte for byte the same as", "B"),))
        record = json.loads(render(replace(brief, origins=(shared,)), "json", template))
        assert record["origins"] == [
            {
                "id": "O2",
                "sources": ["B", "C"],
                "why": ["C is byte for byte the same as B"],
                "reasons": [{"source": "C", "verb": "is byte for byte the same as", "other": "B", "rest": ""}],
            },
        ]

    def it_is_text_that_a_person_can_read(self, template: Template) -> None:
        content = render(brief, "json", template)
        assert content.endswith(b"}\n")
        assert "Łódź".encode() in content

    def it_survives_a_file_name_that_is_no_text(self, template: Template) -> None:
        odd = replace(brief.documents[0], source=replace(SOURCES[0], path="lake/\udcff.txt"))
        record = json.loads(render(replace(brief, documents=(odd,)), "json", template))
        assert record["sources"][0]["path"] == "lake/\udcff.txt"
