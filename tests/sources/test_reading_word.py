"""What only Word files have."""

import pytest
from office_notation import packed
from office_word import docx_parts
from reading_notation import Draw, ReadText

SENTENCE = "The dam on the river failed on Monday, officials said."
SHOWN = f"paragraph: {SENTENCE}"
END = "Monday, officials said."
MARKED = '<w:footnoteReference w:customMarkFollows="1"/>'


def body(xml: str, styles: str = "") -> bytes:
    """A Word file with this in its body, and these among its styles."""
    parts = docx_parts("")
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:body>", f"<w:body>{xml}")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{styles}</w:styles>")
    return packed(parts)


def said(text: str = SENTENCE, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, shown: str) -> str:
    """A field, and what it shows; without that, one that nobody has ended."""
    begin = f"<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>{instruction}</w:instrText></w:r>"
    between, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("separate", "end"))
    return begin + (f"{between}{run(shown)}{end}" if shown else between)


def style(id_: str, name: str, inner: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{inner}</w:style>'


class DescribeStyles:
    @pytest.mark.parametrize(
        ("properties", "kind"),
        [
            ('<w:pStyle w:val="berschrift1"/>', "heading"),
            ('<w:pStyle w:val="Ours"/>', "heading"),
            ('<w:outlineLvl w:val="0"/>', "heading"),
            ('<w:pStyle w:val="Liste"/>', "bullet"),
            ('<w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr>', "heading"),
            ('<w:pStyle w:val="Bild"/>', "(photo caption or credit)"),
        ],
    )
    def it_goes_by_names_levels_and_what_a_style_is_based_on(self, drawn: Draw, properties: str, kind: str) -> None:
        styles = (
            style("berschrift1", "heading 1", "")
            + style("Ours", "Ministry Head", '<w:basedOn w:val="berschrift1"/>')
            + style("Liste", "Aufzählung", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
            + style("Bild", "caption", "")
        )
        assert drawn(body(said("The Dam Above the Valley", properties) + said(), styles), "a.docx") in {
            f"{kind}: The Dam Above the Valley\n{SHOWN}",
            f"title: The Dam Above the Valley\n{SHOWN}",
        }

    def it_survives_styles_that_are_based_on_each_other(self, drawn: Draw) -> None:
        styles = style("A", "a", '<w:basedOn w:val="B"/>') + style("B", "b", '<w:basedOn w:val="A"/>')
        assert drawn(body(said(properties='<w:pStyle w:val="A"/>'), styles), "a.docx") == SHOWN

    def it_takes_a_sentence_for_text_even_if_it_looks_like_a_heading(self, drawn: Draw) -> None:
        assert drawn(body(said(properties='<w:pStyle w:val="H"/>')), "a.docx") == SHOWN


class DescribeThePieces:
    @pytest.mark.parametrize(
        "xml",
        [
            f"{run('The dam on the river ')}<w:hyperlink>{run('failed on ')}</w:hyperlink>{run(END)}",
            f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run(SENTENCE)}</w:sdtContent></w:sdt>",
            f"{run('The dam on the river')}<w:r><w:tab/></w:r>{run('failed on')}<w:r><w:br/></w:r>{run(END)}",
            f"<w:moveFrom>{run('Gone. ')}</w:moveFrom><w:moveTo>{run(SENTENCE)}</w:moveTo>",
            f"{run('The dam on the river failed on ')}{field('DATE', 'Monday')}{run(', officials said.')}",
            f"{run('The dam on the ri')}<w:r><w:softHyphen/></w:r>{run('ver failed on ')}{run(END)}",
            f"{run('The dam on the river failed on')}<w:r>{MARKED}<w:t>*</w:t></w:r>{run(f' {END}')}",
        ],
    )
    def it_reads_a_paragraph_as_a_reader_sees_it(self, drawn: Draw, xml: str) -> None:
        assert drawn(body(f"<w:p>{xml}</w:p>"), "a.docx") == SHOWN

    @pytest.mark.parametrize(
        ("above", "kind"),
        [(SENTENCE, "paragraph"), ("The North of the Country", "title"), ("- Food came by boat.", "bullet")],
    )
    def it_breaks_a_paragraph_where_its_author_meant_it(self, drawn: Draw, above: str, kind: str) -> None:
        below = "The minister went there on Tuesday, her office said."
        xml = f"<w:p>{run(above)}<w:r><w:br/></w:r>{run(below)}</w:p>"
        assert drawn(body(xml), "a.docx") == f"{kind}: {above.removeprefix('- ')}\nparagraph: {below}"

    def it_drops_what_still_waits_to_be_filled_in(self, drawn: Draw) -> None:
        waits = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click to add the date.</w:t></w:r>"
        xml = f"{said()}<w:p>{waits}</w:sdtContent></w:sdt></w:p>"
        assert drawn(body(xml), "a.docx") == f"{SHOWN}\n(placeholder): Click to add the date."

    def it_reads_an_equation_in_its_place(self, drawn: Draw) -> None:
        xml = (
            "<w:p><w:r><w:t>The level rose by </w:t></w:r><m:oMath xmlns:m='urn:m'><m:r><m:t>2x</m:t></m:r></m:oMath>"
            "<w:r><w:t> metres in an hour, officials said.</w:t></w:r></w:p>"
        )
        assert drawn(body(xml), "a.docx") == "paragraph: The level rose by 2x metres in an hour, officials said."

    def it_reads_a_table_within_a_table(self, drawn: Draw) -> None:
        inner = f"<w:tbl><w:tr><w:tc>{said('Killed')}</w:tc><w:tc>{said('12')}</w:tc></w:tr></w:tbl>"
        xml = f"<w:tbl><w:tr><w:tc>{said()}{inner}</w:tc></w:tr></w:tbl>"
        assert drawn(body(xml), "a.docx") == f"{SHOWN}\n(table row): Killed | 12"


class DescribeATableOfContents:
    ENTRY = "What happened on the day 3"

    @pytest.mark.parametrize("properties", ['<w:pStyle w:val="V1"/>', ""])
    def it_is_dropped(self, drawn: Draw, properties: str) -> None:
        first = said(self.ENTRY, properties).replace("<w:r>", f"{field('TOC', '')}<w:r>")
        end = "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        assert drawn(body(first + end + said(), style("V1", "toc 1", "")), "a.docx") == (
            f"(table of contents): {self.ENTRY}\n{SHOWN}"
        )

    def it_is_dropped_as_a_building_block(self, drawn: Draw) -> None:
        gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        block = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{said(self.ENTRY)}</w:sdtContent></w:sdt>"
        assert drawn(body(block + said()), "a.docx") == f"(table of contents): {self.ENTRY}\n{SHOWN}"

    def it_takes_no_text_along_that_stands_behind_it(self, drawn: Draw) -> None:
        assert drawn(body(f"<w:p>{field('TOC', '')}</w:p>{said()}"), "a.docx") == SHOWN


class DescribeThePackage:
    def it_reads_the_strict_form_too(self, drawn: Draw) -> None:
        strict = {
            name: content.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name, content in docx_parts(f"# A Dam Fails Above the Valley\n{SENTENCE}").items()
        }
        assert drawn(packed(strict), "a.docx") == f"title: A Dam Fails Above the Valley\n{SHOWN}"

    def it_finds_the_text_wherever_the_file_says_it_is(self, drawn: Draw) -> None:
        moved = {
            name.replace("document.xml", "document2.xml"): content.replace("word/document.xml", "word/document2.xml")
            for name, content in docx_parts(SENTENCE).items()
        }
        assert drawn(packed(moved), "a.docx") == SHOWN

    def it_reads_a_file_with_macros_and_touches_none(self, drawn: Draw) -> None:
        assert drawn(packed(docx_parts(SENTENCE) | {"word/vbaProject.bin": "Sub AutoOpen()"}), "a.docm") == SHOWN

    def it_reads_no_link_that_leads_out_of_the_file(self, drawn: Draw) -> None:
        parts = docx_parts(SENTENCE)
        out = '<Relationship Type="urn:x/footnotes" Target="{}" TargetMode="{}"/></Relationships>'
        rows = parts["word/_rels/document.xml.rels"].replace("footnotes", "gone")
        for target, mode in (("file:///etc/passwd", "External"), ("../../../../etc/passwd", "Internal")):
            parts["word/_rels/document.xml.rels"] = rows.replace("</Relationships>", out.format(target, mode))
            assert drawn(packed(parts), "a.docx") == SHOWN

    def it_says_what_it_holds_of_which_no_word_is_read(self, document: ReadText) -> None:
        parts = docx_parts(SENTENCE)
        rows = parts["word/_rels/document.xml.rels"]
        chart = '<Relationship Type="urn:x/chart" Target="charts/chart1.xml"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = rows.replace("</Relationships>", chart)
        assert document(packed(parts), "a.docx").notes == ("It holds a chart, of which no word was read.",)
