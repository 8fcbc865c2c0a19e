import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from accord import TEXTS, brief
from any_brief import with_the_rest
from hypothesis import HealthCheck, given, settings

from briefing.errors import BriefFileError
from briefing.model import Brief, Citation, Dropped, Item, Origin, Reason, Section
from briefing.render import FORMATS, read, render
from briefing.settings import Template

LAID_OUT = {"pdf"}
"""What is laid out from the very page that HTML is, at a cost."""


def cited(item: Item) -> Item:
    return replace(item, citations=tuple(Citation(span.source, span.start, span.end) for span in item.citations))


def section(section: Section) -> Section:
    return replace(section, items=tuple(map(cited, section.items)))


@pytest.fixture(scope="module")
def full() -> Brief:
    """The hand-made brief, with what it lacks."""
    first, *others = brief.documents
    spelling, *differing = brief.disagreements
    return replace(
        brief,
        sections=tuple(map(section, brief.sections)),
        timeline=tuple(
            replace(
                event, citations=tuple(Citation(one.source, one.start, one.end, part=True) for one in event.citations)
            )
            for event in brief.timeline
        ),
        disagreements=(replace(spelling, id="d1"), *differing),
        documents=(replace(first, dropped=(Dropped(0, 5, "page furniture"),)), *others),
        origins=(Origin("O2", ("B", "C"), (Reason("C", "tells 92 % of its story as", "B", " does"),)),),
        marking="OFFICIAL",
        embargo="2026-05-18T06:00Z",
        contact=("Press office", "press@example.org"),
    )


@pytest.fixture
def record(full: Brief, template: Template) -> dict[str, Any]:
    return json.loads(render(full, "json", template))


def reading(record: Any) -> Brief:
    return read(json.dumps(record).encode())


class DescribeABriefThatWasRead:
    def it_is_the_one_that_was_written(self, full: Brief, template: Template) -> None:
        assert read(render(full, "json", template)) == full

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=with_the_rest())
    def it_is_rendered_to_the_same_bytes(self, template: Template, brief: Brief) -> None:
        again = read(render(brief, "json", template))
        for name in FORMATS.keys() - LAID_OUT:
            assert render(again, name, template) == render(brief, name, template), name

    def it_is_laid_out_to_the_same_bytes(self, full: Brief, template: Template) -> None:
        assert render(read(render(full, "json", template)), "pdf", template) == render(full, "pdf", template)

    def it_may_come_with_fields_of_a_later_time(self, full: Brief, record: dict[str, Any]) -> None:
        record["colour"] = "blue"
        record["sections"][0]["items"][0]["weight"] = 3
        assert reading(record) == full

    def it_may_lack_what_has_a_usual_value(self, full: Brief, record: dict[str, Any]) -> None:
        del record["marking"], record["generated"], record["sections"][0]["items"][0]["clarified"]
        assert reading(record) == replace(full, marking="")


Change = Callable[[dict[str, Any]], object]


class DescribeAFileThatIsNoBrief:
    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"", "It is not JSON: Expecting value"),
            (b"%PDF-1.7", r"It is not JSON.* Give the brief\.json that was written beside it"),
            (b"%PDF-1.7 \x96", r"It is not JSON\. Give"),
            (b"\xff\xfe\xfa", "It is not JSON"),
            (b"[" * 100_000, "It is not JSON"),
            (b'{"schema": ' + b"9" * 5000 + b"}", "It is not JSON"),
            (b"[]", r"not of a brief. Give a brief\.json"),
            (b'{"schema": "1"}', "not of a brief"),
            (b'{"schema": 2}', "It has schema 2, and this version reads 1. Use a newer version"),
            (b'{"schema": 1}', r"sources is missing\. Build the brief anew"),
        ],
    )
    def it_is_refused_in_a_sentence(self, content: bytes, sentence: str) -> None:
        with pytest.raises(BriefFileError, match=sentence):
            read(content)

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            (lambda r: r.update(title=3), "title must be a text."),
            (lambda r: r.pop("signature"), "signature is missing."),
            (lambda r: r.update(sources={}), "sources must be a list."),
            (lambda r: item(r).update(label=3), "sections[0].items[0].label must be a text or null."),
            (lambda r: item(r).update(nature="lie"), "sections[0].items[0].nature: Invalid enum value 'lie'."),
            (lambda r: item(r).pop("text"), "sections[0].items[0].text is missing."),
            (lambda r: span(r).update(start="1"), "sections[0].items[0].spans[0].start must be a whole number."),
            (lambda r: span(r).update(start=True), "sections[0].items[0].spans[0].start must be a whole number."),
            (lambda r: r["sources"][1].pop("text"), "sources[1].text is missing."),
            (lambda r: r["actors"][0].update(role=[]), "actors[0].role must be an object with fields or null."),
            (lambda r: r["origins"][0].pop("reasons"), "origins[0].reasons is missing."),
        ],
    )
    def it_names_the_place_that_has_another_form(self, record: dict[str, Any], change: Change, sentence: str) -> None:
        change(record)
        with pytest.raises(BriefFileError) as raised:
            reading(record)
        assert str(raised.value) == f"{sentence} Build the brief anew from its sources."

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            (
                lambda r: span(r).update(end=9999),
                f"sections[0].items[0].spans[0] is from 28 to 9999, and the source “B” from 0 to {len(TEXTS['B'])}.",
            ),
            (lambda r: span(r).update(start=-1), "sections[0].items[0].spans[0] is from -1 to "),
            (lambda r: span(r).update(end=28), "sections[0].items[0].spans[0] is from 28 to 28"),
            (
                lambda r: span(r).update(source="Z"),
                "sections[0].items[0].spans[0] names the source “Z”, which is not there.",
            ),
            (
                lambda r: item(r)["citations"][1].update(source="Z"),
                "sections[0].items[0].citations[1] names the source “Z”",
            ),
            (
                lambda r: item(r)["citations"][1].update(source="F", end=9, start=8),
                "citations[1] cites the source “F”, whose number is 0.",
            ),
            (lambda r: item(r).update(citations=[]), "sections[0].items[0].citations must not be empty."),
            (
                lambda r: item(r).update(text="All is well."),
                "sections[0].items[0].text is not what stands in its source",
            ),
            (
                lambda r: item(r).update(disputed=["d1", "d9"]),
                "sections[0].items[0].disputed names the disagreement “d9”, which is not there.",
            ),
            (
                lambda r: item(r).update(date="16 May"),
                "sections[0].items[0].date must be a date such as 2012, 2023-07 or 2023-09-16, or null.",
            ),
            (
                lambda r: clarified(r).update(at=4),
                "clarified[0].at is not where “[an accord on fishing]” stands in the text.",
            ),
            (lambda r: clarified(r).update(start=0, end=9999), "clarified[0] is from 0 to 9999"),
            (
                lambda r: r["sources"][1].update(id="A"),
                "sources[1].id must be unlike all before it; “A” is there already.",
            ),
            (lambda r: r["sections"][1].update(id="key_points"), "sections[1].id must be unlike all before it"),
            (lambda r: r["disagreements"][1].update(id="d1"), "disagreements[1].id must be unlike all before it"),
            (
                lambda r: r["sources"][1].update(number=1),
                "The numbers of the sources that are cited must be 1, 2, 3 and so on, each once.",
            ),
            (
                lambda r: r["sources"][1].update(language="<b>"),
                "sources[1].language must be a code such as en, or null.",
            ),
            (lambda r: r["sources"][1].update(published="May"), "sources[1].published must be a date"),
            (lambda r: r["sources"][1]["blocks"][0].update(end=9999), "sources[1].blocks[0] is from 0 to 9999"),
            (lambda r: paged(r)[1].update(start=0), "pages[1] must have a number from 1 and begin in the text"),
            (lambda r: paged(r)[2].update(start=9999), "pages[2] must have a number from 1 and begin in the text"),
            (lambda r: paged(r)[0].update(number=0), "pages[0] must have a number from 1 and begin in the text"),
            (lambda r: r["sources"][0]["dropped"][0].update(start=-1), "sources[0].dropped[0] is from -1 to 5"),
            (
                lambda r: r["actors"][3]["role"].update(text="the king"),
                "actors[3].role.text is not what stands in its source",
            ),
            (
                lambda r: r["disagreements"][0]["versions"][1].update(text="Ilse"),
                "disagreements[0].versions[1].text is not what stands in its source",
            ),
            (lambda r: r["origins"][0]["reasons"][0].update(other="Z"), "origins[0].reasons[0] names the source “Z”"),
            (lambda r: r["origins"][0].update(sources=["Z"]), "origins[0].sources names the source “Z”"),
            (lambda r: r["apart"].append({"sources": ["Z"]}), "apart[0].sources names the source “Z”"),
            (lambda r: r.update(as_of="yesterday"), "as_of must be a date"),
            (lambda r: r.update(generated="now"), "generated must be a moment such as 2023-09-16T08:30:00Z, or null."),
            (lambda r: r.update(generated="2023-02-30T08:30:00Z"), "generated must be a moment"),
        ],
    )
    def it_names_the_place_that_no_reader_could_check(
        self, record: dict[str, Any], change: Change, sentence: str
    ) -> None:
        change(record)
        with pytest.raises(BriefFileError) as raised:
            reading(record)
        assert sentence in str(raised.value)


def item(record: dict[str, Any]) -> dict[str, Any]:
    return record["sections"][0]["items"][0]


def span(record: dict[str, Any]) -> dict[str, Any]:
    return item(record)["spans"][0]


def paged(record: dict[str, Any]) -> list[dict[str, Any]]:
    return next(source["pages"] for source in record["sources"] if source["pages"])


def clarified(record: dict[str, Any]) -> dict[str, Any]:
    return record["sections"][2]["items"][0]["clarified"][0]
