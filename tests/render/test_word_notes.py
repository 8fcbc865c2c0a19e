import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from accord import LIMIT, SIGNED, brief, item, said
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from reading import W, body_of, squeezed, text_of_docx, text_of_html
from word_reading import ids_of, lines_of, parts_of, stories_of, text_with_numbers

from briefing.model import Brief, Citation, Section
from briefing.render import render
from briefing.render.docx.footnotes import Footnotes
from briefing.render.view import Cite, Place
from briefing.render.words import Words
from briefing.settings import Template

PART = said("C", "Tessaly, Orvane", "16 May 2026.")
PARTLY = replace(
    item("In part", *LIMIT[:2]), citations=(*LIMIT[:2], Citation(PART.source, PART.start, PART.end, part=True))
)
CITE = Cite(1, "source_1", False, "Hollin Courier", Place((2,)), (SIGNED[1],))


def alone(*items: object) -> Brief:
    """The brief with these items, its sources and their passages."""
    sections = (Section("s", "S", "bullets", items), *brief.sections[-2:])  # type: ignore[arg-type]
    return replace(brief, sections=sections, actors=(), timeline=(), disagreements=())


@pytest.fixture(scope="module")
def docx(template: Template) -> bytes:
    return render(brief, "docx", template)


class DescribeFootnotes:
    def it_names_each_source_by_its_number_with_the_place(self, template: Template) -> None:
        docx = render(alone(item(None, *SIGNED), PARTLY), "docx", template)
        all_three = "1 Hollin Courier, ¶ 2; 2 Verrin News Agency, ¶ 2; 4 The Marrow Mail, ¶ 2"
        told = [lines_of(note) for note in stories_of(docx, "footnotes").values()]
        assert [line.replace("\u00a0", " ") for (line,) in told] == [all_three, f"{all_three} (part)"]

    def it_calls_a_source_without_publisher_by_the_head_of_its_title(self, template: Template) -> None:
        docx = render(alone(item(None, said("D", "Elder fishers", "sunrise."))), "docx", template)
        (note,) = stories_of(docx, "footnotes").values()
        assert lines_of(note) == ["3\u00a0“The lake that three states…”, p.\u00a01"]

    @pytest.mark.parametrize("evil", ["<w:p/>&amp;", "{{ title }}", "=cmd()"])
    def it_keeps_hostile_names_as_text(self, template: Template, evil: str) -> None:
        documents = tuple(replace(one, source=replace(one.source, publisher=evil)) for one in brief.documents)
        made = replace(alone(item(None, SIGNED[0])), documents=documents)
        (note,) = stories_of(render(made, "docx", template), "footnotes").values()
        assert lines_of(note) == [f"2\u00a0{evil}, ¶\u00a02"]

    def it_stands_behind_the_words_and_before_their_marks(self, docx: bytes) -> None:
        block = next(block for block in body_of(docx).iter(f"{W}p") if "A Lake Council" in "".join(block.itertext()))
        told = ["".join(run.itertext()) or run[-1].tag for run in block.iter(f"{W}r")]
        assert told[-3:] == [f"{W}footnoteReference", " ", "[one\u00a0origin]"]

    def it_has_one_note_for_each_cited_line_in_their_order(self, docx: bytes) -> None:
        references = ids_of(body_of(docx), "footnoteReference")
        assert references == list(stories_of(docx, "footnotes"))
        roles = sum(actor.role is not None for actor in brief.actors)
        versions = sum(len(disagreement.versions) for disagreement in brief.disagreements)
        assert len(references) == len(brief.items) + roles + len(brief.timeline) + versions

    def it_leads_from_each_source_to_its_passage(self, docx: bytes) -> None:
        notes = stories_of(docx, "footnotes").values()
        anchors = [link.get(f"{W}anchor") for note in notes for link in note.iter(f"{W}hyperlink")]
        assert {anchor.partition("_")[0] for anchor in anchors} == {"passage"}
        assert set(anchors) <= {mark.get(f"{W}name") for mark in body_of(docx).iter(f"{W}bookmarkStart")}

    def it_leaves_plain_numbers_where_actors_are_named(self, docx: bytes) -> None:
        actors = Document(BytesIO(docx)).tables[0]
        assert [row.cells[3].text for row in actors.rows[1:4]] == ["1, 2, 4", "1, 2, 4", "1, 3"]
        assert not ids_of(actors.columns[3].cells[1]._tc, "footnoteReference")

    def it_says_so_at_the_head(self, docx: bytes) -> None:
        assert squeezed(Words().note_of_notes) in text_of_docx(docx)
        assert squeezed(Words().note) not in text_of_docx(docx)

    def it_has_its_rules_announced_in_the_settings(self, docx: bytes) -> None:
        made = Document(BytesIO(docx))
        (told,) = made.settings.element.iter(qn("w:footnotePr"))
        assert ids_of(told, "footnote") == ["-1", "0"]
        assert told.getnext().tag == qn("w:compat")


class DescribeNumbersInstead:
    def it_is_what_a_template_may_choose(self, template: Template) -> None:
        docx = render(brief, "docx", replace(template, citations="numbers"))
        assert "word/footnotes.xml" not in parts_of(docx)
        assert text_of_docx(docx) == text_of_html(render(brief, "html", template))


class DescribeTheNumbersOfSources:
    def it_is_the_same_in_the_notes_the_page_and_the_data(self, template: Template) -> None:
        shown = replace(
            brief, sections=(Section("part", "Part", "bullets", (PARTLY,)), *brief.sections), disagreements=()
        )
        data = json.loads(render(shown, "json", template))
        number_of = {source["id"]: source["number"] for source in data["sources"]}
        page = text_of_html(render(shown, "html", template))
        word = squeezed(text_with_numbers(render(shown, "docx", template)))
        lines = [item for section in data["sections"] for item in section["items"]] + data["timeline"]
        assert len(lines) == len(shown.items) + len(shown.timeline)
        for line in lines:
            cited = {(one.get("part", False), number_of[one["source"]]) for one in line["citations"]}
            numbers = ",".join(f"({number})" if part else str(number) for part, number in sorted(cited))
            for text in (page, word):
                assert re.findall(re.escape(squeezed(line["text"])) + r"([\d,()]+)", text).count(numbers)


class DescribeTemplateWithNotesOfItsOwn:
    @pytest.fixture
    def house(self, template: Template, tmp_path: Path) -> Path:
        """A template in whose text stands a note, which leads out of the document."""
        document = Document(str(template.file("brief.docx")))
        Footnotes(document, Words()).add(document.add_paragraph("Our house"), [CITE])
        notes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        notes.relate_to("https://example.org/house", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        document.save(str(tmp_path / "brief.docx"))
        return tmp_path / "brief.docx"

    def it_keeps_them_and_numbers_on(self, house: Path) -> None:
        document = Document(str(house))
        Footnotes(document, Words()).add(document.add_paragraph("The brief"), [replace(CITE, number=2)])
        document.save(stream := BytesIO())
        docx = stream.getvalue()
        assert list(stories_of(docx, "footnotes")) == ids_of(body_of(docx), "footnoteReference") == ["1", "2"]
        assert b"https://example.org/house" in parts_of(docx)["word/_rels/footnotes.xml.rels"]
        assert parts_of(docx)["word/settings.xml"].count(b"<w:footnotePr>") == 1

    def it_takes_their_look(self, template: Template, house: Path) -> None:
        own = replace(template, folders=(house.parent, *template.folders))
        docx = render(brief, "docx", own)
        assert set(ids_of(body_of(docx), "footnoteReference")) == set(stories_of(docx, "footnotes"))


class DescribeTemplateWithoutTheStyles:
    def it_is_lent_them(self, template: Template, tmp_path: Path) -> None:
        document = Document(str(template.file("brief.docx")))
        for name in ("footnote text", "footnote reference"):
            document.styles[name].delete()
        document.save(str(tmp_path / "brief.docx"))
        made = Document(BytesIO(render(brief, "docx", replace(template, folders=(tmp_path, *template.folders)))))
        assert made.styles["footnote text"].style_id == "FootnoteText"
        assert made.styles["footnote reference"].font.superscript

    def it_finds_them_by_their_names_in_any_language(self, template: Template) -> None:
        document = Document(str(template.file("brief.docx")))
        document.styles["footnote text"].element.set(qn("w:styleId"), "Funotentext")
        Footnotes(document, Words()).add(document.add_paragraph("The brief"), [CITE])
        notes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).element
        assert [style.get(qn("w:val")) for style in notes.iter(qn("w:pStyle"))] == ["Funotentext"]
