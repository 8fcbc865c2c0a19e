import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from accord import brief
from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from houses import filled, house, text_box, texts, typed, watermark

from briefing.errors import TemplateError
from briefing.render import render
from briefing.settings import Template

House = Callable[..., Template]


@pytest.fixture
def own(template: Template, tmp_path: Path) -> House:
    """Make a template of one's own: `own("{{ title }}", "{{ sections }}")`."""
    return lambda *body, **more: house(template, tmp_path, *body, **more)


def headings(document: WordFile) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name in {"Heading 1", "Boxed Heading"}]


class DescribeWordsInAParagraph:
    @pytest.mark.parametrize(
        "placeholder",
        [
            "{{ title }}",
            "{{title}}",
            "{{\u00a0title\u00a0}}",
            "{{ “title” }}",
            "{{ Title }}",
            "{|{ title }}",
            "{{ ti|tle }}",
            "{|{| |t|i|t|l|e| |}|}",
        ],
    )
    def it_replaces_a_placeholder_however_word_has_split_it(self, own: House, placeholder: str) -> None:
        first = filled(own(f"On {placeholder}, today", "{{ sections }}")).paragraphs[0]
        assert first.text == f"On {brief.title}, today"

    def it_keeps_the_format_of_the_run_where_it_begins_and_of_all_other_runs(self, own: House) -> None:
        first = filled(own("As of |{{ as|_of }} in| Verrin", "{{ sections }}")).paragraphs[0]
        told = [(run.text, run.bold) for run in first.runs if run.text]
        assert told == [("As of ", None), ("17 May 2026", True), (" in", None), (" Verrin", True)]

    def it_fills_several_in_one_paragraph(self, own: House) -> None:
        first = filled(own("{{ as_of }}: {{ ti|tle }} ({{ as_of }})", "{{ sections }}")).paragraphs[0]
        assert first.text == f"17 May 2026: {brief.title} (17 May 2026)"

    def it_knows_what_a_brief_says_of_itself(self, own: House) -> None:
        shown = replace(brief, generated="2026-05-18T08:30:00Z", marking="Official")
        line = "{{ audience }} / {{ template }} / {{ generated }} / {{ marking }} / {{ signature }}"
        first = filled(own(line, "{{ sections }}"), shown).paragraphs[0].text
        assert first.split(" / ") == [brief.audience, "analyst", "18 May 2026, 08:30 UTC", "Official", brief.signature]

    def it_reads_past_what_word_puts_between_runs(self, own: House) -> None:
        def split(document: WordFile) -> None:
            runs = document.paragraphs[0].runs
            runs[0]._r.addnext(OxmlElement("w:proofErr"))

        assert filled(own("{{ ti|tle }}", "{{ sections }}", change=split)).paragraphs[0].text == brief.title

    def it_fills_tables(self, own: House) -> None:
        def table(document: WordFile) -> None:
            typed(document.add_table(1, 2).rows[0].cells[1].paragraphs[0], "{{ as|_of }}")

        document = filled(own("{{ sections }}", change=table))
        assert document.tables[-1].rows[0].cells[1].text == "17 May 2026"

    def it_fills_headers_and_footers_with_a_short_title(self, own: House) -> None:
        def margins(document: WordFile) -> None:
            typed(document.sections[0].header.paragraphs[0], "{{ tit|le }}")
            typed(document.sections[0].footer.paragraphs[0], "Secret of {{ audience }}")

        page = filled(own("{{ sections }}", change=margins), replace(brief, title="treaty " * 40)).sections[0]
        assert page.header.paragraphs[0].text.endswith("treaty…")
        assert page.footer.paragraphs[0].text == f"Secret of {brief.audience}"

    def it_fills_both_copies_of_a_text_box(self, own: House) -> None:
        document = filled(own("{{ sections }}", change=text_box("{{ ti|tle }}")))
        boxes = document.element.body.iter(qn("w:txbxContent"))
        assert ["".join(t.text or "" for t in box.iter(qn("w:t"))) for box in boxes] == [brief.title] * 2

    def it_fills_the_notes_that_stand_in_the_template(self, own: House) -> None:
        def note(document: WordFile) -> None:
            note = "<w:footnote w:id='1'><w:p><w:r><w:t>Of {{ as_of }}</w:t></w:r></w:p></w:footnote>"
            xml = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
            part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
            document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

        docx = render(brief, "docx", own("{{ sections }}", change=note))
        assert b"Of 17 May 2026" in ZipFile(BytesIO(docx)).read("word/footnotes.xml")

    def it_fills_a_watermark(self, own: House) -> None:
        shown = replace(brief, marking="For official use")
        header = filled(own("{{ sections }}", change=watermark("{{ marking }}")), shown).sections[0].header
        assert header.part.element.xpath("//@string") == ["For official use"]

    def it_drops_a_paragraph_that_held_nothing_but_what_is_empty(self, own: House) -> None:
        document = filled(own("Above", "{{ marking }}", "Below: {{ marking }}", "{{ sections }}"))
        assert texts(document.paragraphs)[:3] == ["Above", "Below: ", "Key points"]

    def it_leaves_a_cell_the_paragraph_that_it_must_have(self, own: House) -> None:
        def table(document: WordFile) -> None:
            document.add_table(1, 1).rows[0].cells[0].paragraphs[0].text = "{{ marking }}"

        document = filled(own("{{ sections }}", change=table))
        assert texts(document.tables[-1].rows[0].cells[0].paragraphs) == [""]


class DescribeBlocks:
    def it_puts_sections_where_their_names_stand(self, own: House) -> None:
        document = filled(own("{{ timeline }}", "What we saw", "{{ sections }}", "{{ key_points }}", "The end"))
        assert headings(document)[0] == "Timeline"
        assert headings(document)[1] == "Actors"
        assert headings(document)[-1] == "Key points"
        assert texts(document.paragraphs)[-1] == "The end"
        told = texts(document.paragraphs)
        assert told.index("Timeline") < told.index("What we saw") < told.index("Actors")

    def it_shows_every_section_once(self, own: House) -> None:
        document = filled(own("{{ sources }}", "{{ actors }}", "{{ sections }}"))
        shown = [section.heading for section in brief.sections if section.id != "annexes"]
        assert sorted(headings(document)) == sorted(shown)

    def it_knows_a_section_by_its_shape_where_its_id_is_another(self, own: House) -> None:
        renamed = tuple(replace(each, id="who") if each.id == "actors" else each for each in brief.sections)
        document = filled(own("{{ actors }}", "{{ sections }}"), replace(brief, sections=renamed))
        assert headings(document)[0] == "Actors"

    def it_leaves_nothing_where_the_brief_does_not_show_the_section(self, own: House) -> None:
        document = filled(own("Above", "{{ annexes }}", "{{ toll }}", "{{ sections }}"))
        assert texts(document.paragraphs)[:2] == ["Above", "Key points"]

    def it_writes_the_facts(self, own: House) -> None:
        document = filled(own("{{ facts }}", "{{ sections }}"))
        assert texts(document.paragraphs)[1] == "Information as of\t17 May 2026"

    def it_fits_into_a_cell(self, own: House) -> None:
        def table(document: WordFile) -> None:
            document.add_table(1, 2).rows[0].cells[0].paragraphs[0].text = "{{ timeline }}"

        cell = filled(own("{{ sections }}", change=table)).tables[-1].rows[0].cells[0]
        (inner,) = cell.tables
        assert sum(column.width for column in inner.columns) == pytest.approx(cell.width, rel=0.01)
        assert cell._tc[-1].tag == qn("w:p")

    def it_keeps_what_else_stands_in_the_paragraph(self, own: House) -> None:
        def new_page(document: WordFile) -> None:
            broken = document.paragraphs[1]
            broken.runs[0].add_break(WD_BREAK.PAGE)
            broken.add_run("{{ actors }}")

        told = filled(own("{{ sections }}", "", change=new_page)).element.body
        (page,) = told.xpath(".//w:br[@w:type='page']")
        heading = told.xpath(".//w:p[w:r/w:t='Actors']")[0]
        assert heading in page.xpath("following::w:p")

    def it_keeps_a_bookmark_around_what_takes_its_place(self, own: House) -> None:
        def marked(document: WordFile) -> None:
            place = document.paragraphs[0]._p
            for tag, at in (("w:bookmarkStart", 0), ("w:bookmarkEnd", 2)):
                mark = OxmlElement(tag)
                mark.set(qn("w:id"), "7")
                place.insert(at, mark)
            place[0].set(qn("w:name"), "who")

        body = filled(own("{{ actors }}", "{{ sections }}", change=marked)).element.body
        tags = [child.tag.split("}")[1] for child in body]
        assert tags[:4] == ["bookmarkStart", "p", "tbl", "bookmarkEnd"]
        numbers = body.xpath(".//w:bookmarkStart/@w:id")
        assert len(numbers) == len(set(numbers))

    def it_keeps_the_end_of_a_section_behind_its_last_block(self, own: House) -> None:
        def landscape(document: WordFile) -> None:
            document.add_section()
            document.paragraphs[-1].text = "{{ actors }}"
            document.add_paragraph("{{ sections }}")

        document = filled(own("Above", change=landscape))
        assert len(document.sections) == 2
        (end,) = document.element.body.xpath("./w:p[w:pPr/w:sectPr]")
        assert end.getprevious().tag == qn("w:tbl")
        assert end.getnext().text == "Key points"


class DescribeALetterhead:
    def it_gets_the_whole_brief_at_its_end(self, own: House) -> None:
        told = texts(filled(own("Ministry of Lakes", "Verrin")).paragraphs)
        assert told[:4] == ["Ministry of Lakes", "Verrin", brief.title, f"Prepared for\t{brief.audience}"]
        assert told[-1] == brief.signature

    def it_is_not_given_what_it_has(self, own: House) -> None:
        told = texts(filled(own("Subject: {{ title }}")).paragraphs)
        assert told[0] == f"Subject: {brief.title}"
        assert brief.title not in told

    def it_is_lent_the_styles_that_it_lacks_in_its_own_letters(self, own: House) -> None:
        def bare(document: WordFile) -> None:
            for style in list(document.styles):
                if style.name not in {"Normal", "Default Paragraph Font", "Heading 1"}:
                    style.delete()
            document.styles["Heading 1"].font.name = "Comic Sans MS"

        styles = filled(own("Ministry of Lakes", change=bare)).styles
        assert styles["Heading 1"].font.name == "Comic Sans MS"
        assert styles["Boxed Bullet"].base_style.name == "List Bullet"
        assert {styles[name].font.name for name in ("Title", "Fact", "Citation")} == {None}

    def it_is_lent_a_list_that_its_own_lists_do_not_mind(self, own: House) -> None:
        def without(document: WordFile) -> None:
            document.styles["List Bullet"].delete()

        document = filled(own("Ministry of Lakes", change=without))
        (number,) = document.styles["List Bullet"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
        lists = document.part.numbering_part.element
        assert lists.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        numbers = lists.xpath("./w:num/@w:numId")
        assert len(numbers) == len(set(numbers))

    def it_may_name_its_styles_in_another_language(self, own: House) -> None:
        def german(document: WordFile) -> None:
            document.styles["Heading 1"].name = "Überschrift 1"
            document.styles["Überschrift 1"].font.name = "Comic Sans MS"

        document = filled(own("Ministry of Lakes", change=german))
        (heading, *_) = [p for p in document.paragraphs if p.text == "Actors"]
        assert heading.style.font.name == "Comic Sans MS"


class DescribeHostileWords:
    def it_does_not_read_what_it_puts_in(self, own: House) -> None:
        shown = replace(brief, title="{{ actors }} {{ as_of }}", audience="{{ title }}")
        document = filled(own("{{ title }}", "{{ audience }}", "{{ sections }}"), shown)
        assert texts(document.paragraphs)[:2] == ["{{ actors }} {{ as_of }}", "{{ title }}"]
        assert headings(document).count("Actors") == 1

    def it_leaves_what_sources_say(self, own: House) -> None:
        told = "\n".join(texts(filled(own("{{ sections }}")).paragraphs))
        assert "{{7*7}} {% x %}" in told

    def it_leaves_a_section_whose_name_is_taken_among_the_others(self, own: House) -> None:
        renamed = tuple(replace(each, id="title") if each.id == "terms" else each for each in brief.sections)
        document = filled(own("{{ title }}", "{{ sections }}"), replace(brief, sections=renamed))
        assert "Accord terms" in headings(document)


class DescribeErrors:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Of {{ titel }}", r"“{{ titel }}” in paragraph 2 \(“Of {{ titel }}”\) of the body is unknown.*“title”\?"),
            ("{{ title", r"“{{ title }}” in paragraph 2 .* lacks its closing braces"),
            ("See {{ actors }}", r"“{{ actors }}” in paragraph 2 .* a paragraph of its own"),
            ("{{ sections }}", r"“{{ sections }}” in paragraph 1 .* stands in the file twice"),
        ],
    )  # fmt: skip
    def it_says_which_placeholder_is_wrong_and_where(self, own: House, text: str, told: str) -> None:
        with pytest.raises(TemplateError, match=told):
            filled(own("{{ sections }}", text))

    def it_tells_all_at_once(self, own: House) -> None:
        with pytest.raises(TemplateError) as error:
            filled(own("{{ sections }}", "{{ one }}", "{{ two }}"))
        assert len(re.findall(r"is unknown", str(error.value))) == 2

    def it_names_the_header(self, own: House) -> None:
        def header(document: WordFile) -> None:
            document.sections[0].header.paragraphs[0].text = "{{ actors }}"

        with pytest.raises(TemplateError, match="of header 1 holds whole paragraphs: move it out of header 1"):
            filled(own("{{ sections }}", change=header))

    def it_tells_of_a_text_box_once(self, own: House) -> None:
        with pytest.raises(TemplateError, match="move it out of its text box") as error:
            filled(own("{{ sections }}", change=text_box("{{ actors }}")))
        assert str(error.value).count("text box") == 1

    def it_names_the_sections_that_have_no_place(self, own: House) -> None:
        with pytest.raises(TemplateError, match=r"no place for “Key points”, .*“Passages”. Add {{ sections }}"):
            filled(own("{{ actors }}", "{{ sources }}"))

    def it_does_not_let_a_marking_fall_away(self, own: House) -> None:
        with pytest.raises(TemplateError, match=r"no place for the marking “Secret”. Add {{ marking }}"):
            filled(own("{{ sections }}"), replace(brief, marking="Secret"))

    def it_puts_the_embargo_where_the_marking_is_unless_it_has_a_place(self, own: House) -> None:
        shown = replace(brief, marking="Secret", embargo="until noon")
        assert filled(own("{{ marking }}", "{{ sections }}"), shown).paragraphs[0].text == "until noon · Secret"
        apart = filled(own("{{ marking }}", "{{ embargo }}", "{{ sections }}"), shown).paragraphs
        assert [paragraph.text for paragraph in apart[:2]] == ["Secret", "until noon"]
        with pytest.raises(TemplateError, match="no place for the marking “until noon”"):
            filled(own("{{ sections }}"), replace(brief, embargo="until noon"))

    def it_tells_of_a_watermark(self, own: House) -> None:
        with pytest.raises(TemplateError, match=r"“{{ marked }}” in a watermark is unknown there.*“marking”"):
            filled(own("{{ sections }}", change=watermark("{{ marked }}")))

    def it_says_which_style_is_of_another_kind(self, own: House) -> None:
        def other(document: WordFile) -> None:
            document.styles.add_style("Label", 1)

        with pytest.raises(TemplateError, match="“Label” is for paragraphs, and the brief needs one for words"):
            filled(own("{{ sections }}", change=other))


class DescribeSameBytes:
    def it_gives_a_house_the_same_bytes_each_time(self, own: House) -> None:
        mine = own("{{ contents }}", "{{ title }}", change=text_box("{{ as_of }}"))
        assert render(brief, "docx", mine) == render(brief, "docx", mine)
        assert Document(BytesIO(render(brief, "docx", mine))).paragraphs
