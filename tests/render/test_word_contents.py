from pathlib import Path

import pytest
from accord import brief
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from houses import filled, house

from briefing.settings import Template


@pytest.fixture
def document(template: Template, tmp_path: Path) -> WordFile:
    def introduction(document: WordFile) -> None:
        document.add_heading("How to read this", 1)
        document.add_paragraph("{{ sections }}")

    return filled(house(template, tmp_path, "{{ title }}", "{{ contents }}", change=introduction))


class DescribeContents:
    def it_lists_the_headings_of_the_brief_and_of_the_template_in_their_order(self, document: WordFile) -> None:
        entries = document.element.body.xpath(".//w:sdtContent/w:p")
        told = ["".join(text.text for text in entry.iter(qn("w:t"))) for entry in entries]
        shown = [section.heading for section in brief.sections if section.id != "annexes"]
        assert told == ["How to read this", *shown]

    def it_leads_each_entry_to_its_heading(self, document: WordFile) -> None:
        body = document.element.body
        for link in body.xpath(".//w:sdtContent//w:hyperlink"):
            (mark,) = body.xpath(f".//w:bookmarkStart[@w:name='{link.get(qn('w:anchor'))}']")
            assert "".join(mark.getparent().itertext()) == "".join(link.itertext())

    def it_is_a_field_that_word_can_update(self, document: WordFile) -> None:
        (frame,) = document.element.body.xpath("./w:sdt")
        kinds = [edge.get(qn("w:fldCharType")) for edge in frame.iter(qn("w:fldChar"))]
        assert kinds == ["begin", "separate", "end"]
        assert [told.text for told in frame.iter(qn("w:instrText"))] == [r' TOC \o "1-1" \h \z \u ']

    def it_stands_where_the_template_asks_for_it(self, document: WordFile) -> None:
        (frame,) = document.element.body.xpath("./w:sdt")
        assert frame.getprevious().xpath("string()") == brief.title
        assert frame.getnext().xpath("string()") == "How to read this"

    def it_lists_what_the_template_takes_for_a_heading(self, template: Template, tmp_path: Path) -> None:
        def flat(document: WordFile) -> None:
            for level in document.styles["Heading 1"].element.xpath("./w:pPr/w:outlineLvl"):
                level.getparent().remove(level)

        told = filled(house(template, tmp_path, "{{ contents }}", "{{ sections }}", change=flat))
        (link,) = told.element.body.xpath("./w:sdt//w:hyperlink")
        assert link.xpath("string()") == "Key points"
