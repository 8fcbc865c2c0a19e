import runpy
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from re import findall

import pytest
from accord import HOSTILE, brief, item, said, words
from docx import Document
from docx.table import Table
from lxml import etree
from reading import W, body_of, squeezed, text_of_docx
from word_reading import parts_of

from briefing.errors import TemplateError
from briefing.model import Section
from briefing.render import render
from briefing.settings import PACKAGE, Template


@pytest.fixture(scope="module")
def docx(template: Template) -> bytes:
    return render(brief, "docx", template)


@pytest.fixture
def own(template: Template, tmp_path: Path) -> Template:
    """A template of one's own that extends the shipped one and has no file yet."""
    return replace(template, name="own", folders=(tmp_path, *template.folders))


def attributes(body: etree._Element, tag: str, name: str) -> list[str]:
    return [element.get(f"{W}{name}") for element in body.iter(f"{W}{tag}")]


def kept(table: Table) -> list[bool]:
    """Of each row whether it stays on the page of the next one."""
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


class DescribeWordFile:
    def it_leads_each_link_to_a_bookmark(self, docx: bytes) -> None:
        body = body_of(docx)
        links = attributes(body, "hyperlink", "anchor")
        assert len(links) > len(brief.sections)
        assert set(links) <= set(attributes(body, "bookmarkStart", "name"))

    def it_gives_each_bookmark_one_name_one_number_and_an_end(self, docx: bytes) -> None:
        body = body_of(docx)
        names, starts = attributes(body, "bookmarkStart", "name"), attributes(body, "bookmarkStart", "id")
        assert [name for name in names if name.startswith("source_")] == [f"source_{n}" for n in range(1, 6)]
        assert len(set(starts)) == len(set(names)) == len(names)
        assert attributes(body, "bookmarkEnd", "id") == starts

    def it_uses_only_styles_that_the_template_defines(self, docx: bytes) -> None:
        used = {
            name
            for part, content in parts_of(docx).items()
            if part.endswith(".xml")
            for name in findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', content)
        }
        assert used <= set(findall(rb'w:styleId="([^"]+)"', parts_of(docx)["word/styles.xml"]))

    def it_leaves_every_font_size_and_colour_to_the_styles(self, docx: bytes) -> None:
        look = {"rFonts", "sz", "szCs", "color", "b", "i", "vertAlign", "shd", "pBdr", "ind", "spacing", "jc"}
        assert {etree.QName(element).localname for element in body_of(docx).iter()} & look == set()

    def it_sets_headings_bullets_and_tables_as_such(self, docx: bytes) -> None:
        document = Document(BytesIO(docx))
        shown = [section.heading for section in brief.sections if section.id != "annexes"]
        headings = [p.text for p in document.paragraphs if p.style.name in {"Heading 1", "Boxed Heading"}]
        assert headings == shown
        bullets = [p for p in document.paragraphs if p.style.name in {"List Bullet", "Boxed Bullet"}]
        assert len(bullets) == 5 + 6 + 3 + 4
        assert [table.style.name for table in document.tables] == ["Brief Table", "Brief Table"]
        assert b"<w:numPr><w:numId" in parts_of(docx)["word/styles.xml"]

    def it_repeats_the_heads_of_its_tables_and_splits_no_row(self, docx: bytes) -> None:
        for table in body_of(docx).iter(f"{W}tbl"):
            heads, *rows = table.findall(f"{W}tr")
            assert heads.find(f"{W}trPr/{W}tblHeader") is not None
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)

    def it_makes_its_tables_as_wide_as_the_text(self, docx: bytes) -> None:
        page = Document(BytesIO(docx)).sections[0]
        for table in body_of(docx).iter(f"{W}tbl"):
            widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
            assert sum(widths) * 635 == pytest.approx(page.page_width - page.left_margin - page.right_margin, rel=0.01)

    def it_names_its_tables_for_those_who_have_them_read_out(self, docx: bytes) -> None:
        assert attributes(body_of(docx), "tblCaption", "val") == ["Actors", "Timeline"]

    def it_keeps_the_versions_of_one_thing_on_one_page(self, docx: bytes) -> None:
        told = Document(BytesIO(docx)).paragraphs
        first = next(place for place, p in enumerate(told) if p.text.startswith("The yards of Port Hollin employ"))
        assert told[first].paragraph_format.keep_with_next
        assert not told[first + 1].paragraph_format.keep_with_next

    def it_keeps_what_a_table_leaves_out_with_its_last_row(self, template: Template) -> None:
        more = replace(brief, left_out=replace(brief.left_out, actors=3))
        table = Document(BytesIO(render(more, "docx", template))).tables[0]
        assert kept(table)[-1]

    def it_leaves_no_row_of_a_table_alone_on_a_page(self, docx: bytes) -> None:
        timeline = Document(BytesIO(docx)).tables[1]
        head_and_first, between, last_two = kept(timeline)[:2], kept(timeline)[2:-2], kept(timeline)[-2:]
        assert (head_and_first, last_two) == ([True, True], [True, False])
        assert between
        assert not any(between)

    def it_begins_no_page_with_the_signature(self, docx: bytes) -> None:
        *_, before, signature = Document(BytesIO(docx)).paragraphs
        assert signature.text == brief.signature
        assert before.paragraph_format.keep_with_next

    def it_sets_a_title_in_its_own_language_and_direction(self, docx: bytes) -> None:
        title = words(said("E", "بيان وزارة المياه الداخلية"))
        runs = [run for run in body_of(docx).iter(f"{W}r") if "".join(run.itertext()) == title]
        assert len(runs) == 2
        for run in runs:
            assert run.find(f"{W}rPr/{W}rtl") is not None
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar"

    def it_begins_a_passage_at_the_right_where_it_is_read_from_there(self, template: Template) -> None:
        arabic = item(None, said("E", "بيان وزارة المياه الداخلية"))
        told = replace(brief, sections=(Section("key_points", "Key", "bullets", (arabic,)), *brief.sections[-1:]))
        passages = [mark.getparent().getparent() for mark in body_of(render(told, "docx", template)).iter(f"{W}bidi")]
        assert ["".join(p.itertext()) for p in passages] == ["¶\u00a01 بيان وزارة المياه الداخلية"]

    def it_sets_the_passages_in_two_columns_and_all_else_in_one(self, docx: bytes) -> None:
        assert attributes(body_of(docx), "cols", "num") == ["1", "2", "1"]

    def it_opens_no_columns_where_no_passages_are(self, template: Template) -> None:
        without = replace(brief, sections=brief.sections[:-1])
        assert attributes(body_of(render(without, "docx", template)), "cols", "num") == ["1", "1"]

    def it_keeps_hostile_text_as_text(self, docx: bytes) -> None:
        assert squeezed(words(HOSTILE)) in text_of_docx(docx)

    def it_fills_its_margins(self, docx: bytes) -> None:
        page = Document(BytesIO(docx)).sections[0]
        assert page.header.paragraphs[0].text == f"{brief.title}\t"
        assert page.footer.paragraphs[0].text.startswith("Information as of 17 May 2026\t\tPage")
        assert page.first_page_header.paragraphs[0].text == "\t"

    def it_describes_itself(self, docx: bytes) -> None:
        told = Document(BytesIO(docx)).core_properties
        assert (told.title, told.language, told.comments) == (brief.title, "en", brief.signature)
        assert told.subject == brief.audience
        assert str(told.created) == str(told.modified) == "2026-05-17 00:00:00+00:00"
        assert (told.author, told.last_modified_by, told.revision) == ("", "", 1)

    @pytest.mark.parametrize(
        ("as_of", "date"), [(None, "2000-01-01"), ("2026", "2026-01-01"), ("2026-02-30", "2000-01-01")]
    )
    def it_has_a_date_that_does_not_depend_on_when_it_is_made(
        self, template: Template, as_of: str | None, date: str
    ) -> None:
        docx = render(replace(brief, as_of=as_of), "docx", template)
        assert str(Document(BytesIO(docx)).core_properties.created).startswith(date)

    def it_holds_no_ballast(self, docx: bytes) -> None:
        names = parts_of(docx)
        assert len(docx) < 40_000
        assert not [name for name in names if "thumbnail" in name or "Effects" in name]
        # The record of the brief, and nothing that a template's author left there.
        assert len([name for name in names if name.startswith("customXml/item")]) == len(["item", "itemProps"])

    def it_takes_a_title_longer_than_a_property_may_be(self, template: Template) -> None:
        docx = render(replace(brief, title="treaty " * 100), "docx", template)
        assert len(Document(BytesIO(docx)).core_properties.title) == 255


class DescribeTemplateOfOnesOwn:
    def it_decides_the_look(self, own: Template, template: Template) -> None:
        mine = Document(str(template.file("brief.docx")))
        mine.styles["Title"].font.name = "Comic Sans MS"
        mine.save(str(own.folders[0] / "brief.docx"))
        docx = render(brief, "docx", own)
        assert b"Comic Sans MS" in parts_of(docx)["word/styles.xml"]
        assert text_of_docx(docx) == text_of_docx(render(brief, "docx", template))

    def it_may_be_in_english_of_its_own(self, own: Template, template: Template) -> None:
        mine = Document(str(template.file("brief.docx")))
        (language,) = mine.styles.element.iter(f"{W}lang")
        language.set(f"{W}val", "en-GB")
        mine.save(str(own.folders[0] / "brief.docx"))
        docx = render(brief, "docx", own)
        assert b'<w:lang w:val="en-GB"' in parts_of(docx)["word/styles.xml"]

    def it_is_told_when_it_is_no_word_file(self, own: Template) -> None:
        (own.folders[0] / "brief.docx").write_bytes(b"text")
        with pytest.raises(TemplateError, match="no Word file"):
            render(brief, "docx", own)


class DescribeShippedTemplate:
    def it_is_what_its_script_makes(self, template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        script = runpy.run_path(str(PACKAGE.parent / "scripts" / "make_docx_templates.py"))
        monkeypatch.setitem(script["main"].__globals__, "TARGET", tmp_path / "brief.docx")
        script["main"]()
        assert parts_of((tmp_path / "brief.docx").read_bytes()) == parts_of(template.file("brief.docx").read_bytes())
