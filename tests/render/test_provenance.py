"""What is known of the sources, in the list of sources of every format."""

import json
from dataclasses import replace
from typing import Any

import pytest
from accord import brief
from lxml import etree
from markdown_reading import shown
from reading import page_of, squeezed, text_of_docx, text_of_html
from word_reading import parts_of

from briefing.errors import BriefFileError
from briefing.model import Brief, Finding, InLanguage, Skipped
from briefing.render import read, render
from briefing.render.addresses import link
from briefing.render.view import SourceList
from briefing.render.viewing import view
from briefing.settings import Template

TEXT_OF = {"html": text_of_html, "docx": text_of_docx, "md": lambda content: squeezed(shown(content.decode()))}
ADDRESS = "https://post.example/a?b=1&c=2"
KNOWN: dict[str, Any] = {
    "title": "The bridge",
    "author": "Jane Doe",
    "publisher": "Orla Post",
    "published": "2024-05-03",
    "modified": "2024-05-04",
    "address": ADDRESS,
    "media_type": "application/pdf",
    "reliability": "B",
    "found": (
        *(Finding(field, "metadata") for field in ("title", "author", "published", "address")),
        *(Finding(field, "sidecar") for field in ("publisher", "modified", "reliability")),
    ),
}


def told_of(**changes: Any) -> Brief:
    """The brief with its first source so, and what each source is graded told."""
    first, *others = brief.documents
    sections = (replace(one, grades=one.shape == "sources", compact=False) for one in brief.sections)
    documents = (replace(first, source=replace(first.source, **changes)), *others)
    return replace(brief, documents=documents, sections=tuple(sections))


def listed(told: Brief) -> SourceList:
    (body,) = (section.body for section in view(told).sections if section.shape == "sources")
    assert isinstance(body, SourceList)
    return body


class DescribeASource:
    @pytest.mark.parametrize("format_", TEXT_OF)
    def it_has_all_that_is_known_of_it(self, template: Template, format_: str) -> None:
        text = TEXT_OF[format_](render(told_of(**KNOWN), format_, template))
        for part in (
            "Orla Post · 3 May 2024 · reliability B, usually reliable · by Jane Doe · changed 4 May 2024 · ",
            " · PDF document · ",
            "author and date from the file’s metadata · publisher and date of change given by the operator",
            ADDRESS,
        ):
            assert squeezed(part) in text

    def it_says_no_more_than_there_is(self) -> None:
        imprint = " · ".join(listed(brief).cited[0].imprint)
        for word in ("by ", "changed", "metadata", "operator", "reliability"):
            assert word not in imprint

    def it_does_not_tell_one_date_twice(self) -> None:
        told = listed(told_of(**KNOWN | {"modified": "2024-05-03"}))
        assert "changed" not in " ".join(told.cited[0].imprint)


class DescribeAnAddress:
    @pytest.mark.parametrize("address", [ADDRESS, "mailto:desk@post.example", "http://[::1]:8080/a"])
    def it_is_a_link_where_a_reader_knows_where_it_leads(self, template: Template, address: str) -> None:
        told = told_of(**KNOWN | {"address": address})
        assert page_of(render(told, "html", template)).xpath(f'//a[@href="{address}"]/text()')[:1] == [address]
        assert f"<{address}>" in render(told, "md", template).decode()
        relations = etree.fromstring(parts_of(render(told, "docx", template))["word/_rels/document.xml.rels"])
        assert address in relations.xpath("//@Target")

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,<b>",
            "//post.example",
            "https://",
            "https://[post.example/",
            "https://post.example:port/",
            'https://post.example/"><b>',
            "https://post.example/a b",
            "https://пост.example/",
            "post.example",
        ],
    )
    def it_is_text_where_not(self, template: Template, address: str) -> None:
        assert link(address) == ""
        told = told_of(**KNOWN | {"address": address})
        page = page_of(render(told, "html", template))
        assert not page.xpath("//a[not(starts-with(@href, '#'))]")
        for format_, text_of in TEXT_OF.items():
            assert squeezed(address) in text_of(render(told, format_, template))


class DescribeTheGrades:
    @pytest.mark.parametrize("format_", TEXT_OF)
    def it_is_said_once_that_there_is_none(self, template: Template, format_: str) -> None:
        text = TEXT_OF[format_](render(told_of(), format_, template))
        assert text.count(squeezed("No source was graded for reliability: F, cannot be judged.")) == 1
        assert text.count(squeezed("What independent origins confirm has credibility 1;")) == 1
        assert squeezed("reliability F") not in text

    def it_is_said_what_they_are_where_there_is_one(self) -> None:
        told = listed(told_of(**KNOWN))
        assert told.grading.startswith("Reliability is a grade from A to F; a source without one is F")

    def it_is_shown_that_the_operator_cannot_judge(self) -> None:
        told = listed(told_of(reliability="F", found=(Finding("reliability", "sidecar"),)))
        assert "reliability F, cannot be judged" in told.cited[0].imprint

    def it_is_left_to_the_template(self) -> None:
        assert listed(brief).grading == ""


class DescribeSourcesInOtherLanguages:
    skipped = (
        *(Skipped(f"{n}.txt", "It is in French, but the brief is in English.", "fr") for n in range(3)),
        Skipped("d.txt", "It is in German, but the brief is in English.", "de"),
        Skipped("e.txt", "It is empty."),
    )

    def it_counts_them_apart(self) -> None:
        summary = replace(brief, skipped=self.skipped).summary
        assert summary.other_languages == (InLanguage("fr", 3), InLanguage("de", 1))
        assert summary.unreadable == 1

    @pytest.mark.parametrize("compact", [False, True])
    @pytest.mark.parametrize("format_", TEXT_OF)
    def it_says_how_many_there_are(self, template: Template, format_: str, compact: bool) -> None:
        sections = (replace(one, compact=compact and one.shape == "sources") for one in brief.sections)
        told = replace(brief, skipped=self.skipped, sections=tuple(sections))
        text = TEXT_OF[format_](render(told, format_, template))
        assert text.count(squeezed("3 sources in French and 1 source in German were set aside.")) == 1
        fact = "1 file, for reasons given under the sources; 3 sources in French and 1 source in German"
        assert squeezed(fact) in text


class DescribeTheData:
    def it_has_a_letter_of_each_source_and_a_number_of_each_item(self, template: Template) -> None:
        record = json.loads(render(told_of(**KNOWN), "json", template))
        assert [source["reliability"] for source in record["sources"]] == ["B", *"F" * (len(brief.sources) - 1)]
        rated = {(item["origins"] > 1, item["credibility"]) for one in record["sections"] for item in one["items"]}
        assert rated == {(True, 1), (False, 6)}

    def it_is_refused_where_a_number_was_changed(self, template: Template) -> None:
        record = json.loads(render(brief, "json", template))
        place = next(n for n, section in enumerate(record["sections"]) if section["items"])
        item = record["sections"][place]["items"][0]
        item["credibility"] = 7 - item["credibility"]
        with pytest.raises(BriefFileError, match=rf"sections\[{place}\]\.items\[0\]\.credibility must be"):
            read(json.dumps(record).encode())
        del item["credibility"]
        assert read(json.dumps(record).encode()).title == brief.title

    @pytest.mark.parametrize(("field", "value"), [("reliability", "G"), ("modified", "May")])
    def it_is_refused_where_a_source_cannot_be_so(self, template: Template, field: str, value: str) -> None:
        record = json.loads(render(brief, "json", template))
        record["sources"][0][field] = value
        with pytest.raises(BriefFileError, match=rf"sources\[0\]\.{field} must be"):
            read(json.dumps(record).encode())
