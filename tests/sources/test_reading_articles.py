"""Articles as data: what they say of themselves under the keys of many exporters."""

import json
from typing import Any

import pytest
from reading_notation import ReadText

from briefing.model import Document

TEXT = "The ministry closed the bridge on Friday, the engineers said."


@pytest.fixture
def article(document: ReadText) -> Any:
    """Read one article."""

    def article(**keys: object) -> Document:
        return document(json.dumps({"text": TEXT, **keys}), "a.json")

    return article


class DescribeAnArticle:
    @pytest.mark.parametrize(
        ("said", "known"),
        [
            ({"title": "Rain &amp; wind"}, {"title": "Rain & wind"}),
            ({"headline": {"main": "The bridge"}}, {"title": "The bridge"}),
            ({"author": ["A. Kovac", {"name": "B. Ilic"}, None]}, {"author": "A. Kovac, B. Ilic"}),
            ({"source": {"id": None, "name": "Orla Post"}}, {"publisher": "Orla Post"}),
            ({"source": "https://orla.example", "site": "Orla Post"}, {"publisher": "Orla Post"}),
            ({"publishedAt": "2024-05-03T23:30:00-05:00"}, {"published": "2024-05-03"}),
            ({"date": "20240503T101500Z"}, {"published": "2024-05-03"}),
            ({"date": 1714694400}, {"published": "2024-05-03"}),
            ({"date": 1714694400000}, {"published": "2024-05-03"}),
            ({"date": {"$date": "2024-05-03T00:00:00Z"}}, {"published": "2024-05-03"}),
            ({"date": "yesterday", "dateModified": "3 May 2024"}, {"published": None, "modified": "2024-05-03"}),
            ({"link": "https://orla.example/1"}, {"address": "https://orla.example/1"}),
        ],
    )
    def it_says_what_it_is(self, article: Any, said: dict[str, object], known: dict[str, object]) -> None:
        source = article(**said).source
        assert {key: getattr(source, key) for key in known} == known

    def it_is_without_its_markup(self, article: Any) -> None:
        made = article(text=f"<p>{TEXT}</p>\n<ul><li>Rain &amp; wind</li></ul><script>x()</script>")
        assert made.text == f"{TEXT}\n\n- Rain & wind"

    def it_has_the_longest_text_that_it_gives(self, article: Any) -> None:
        assert article(text="", description="In short, it is closed.", content=TEXT).text == TEXT

    @pytest.mark.parametrize(
        "around",
        [
            lambda one: [one],
            lambda one: {"status": "ok", "articles": [one]},
            lambda one: {"hits": {"total": 1, "hits": [{"_id": 1, "_source": one}]}},
            lambda one: {"response": {"results": [{"webTitle": "The bridge", "fields": one}]}},
            lambda one: {"@graph": [one]},
        ],
    )
    def it_is_found_where_exporters_put_it(self, document: ReadText, around: Any) -> None:
        made = document(json.dumps(around({"articleBody": TEXT})), "export.json")
        assert (made.source.path, made.source.media_type) == ("demo/export.json/1", "application/json")
        assert TEXT in made.text

    def it_has_one_digest_however_its_file_lays_it_out(self, document: ReadText) -> None:
        first = document(json.dumps([{"title": "The bridge", "text": TEXT}]), "a.json")
        second = document(json.dumps([{"text": TEXT, "title": "The bridge"}], indent=2), "b.json")
        assert first.source.sha256 == second.source.sha256
