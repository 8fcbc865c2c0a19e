"""PDF documents: what stands where tells what it is."""

import random
import re
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_notation import at, drawn, pdf
from reading_notation import Draw, ReadText, Write

from briefing.apart import Apart, Bounds
from briefing.model import Document, Skipped
from briefing.sources import read
from briefing.sources.draft import UnreadableError
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Single
from briefing.sources.readers import pdf as paper
from briefing.sources.readers.pdf.reading import drafted
from briefing.sources.reading import read_piece

SENTENCE = "The river burst its banks in the night and flooded the lower town."
OTHER = "Soldiers in boats took dozens of people from the roofs of their houses."
THIRD = "The governor declared a state of emergency and asked the army for help."
TEXT = f"<p>{SENTENCE} {OTHER}</p><p>{THIRD} {SENTENCE}</p>"


def of(data: bytes) -> Document | Skipped:
    return read_piece(Single("a.pdf", data, KINDS["pdf"]), "en")


def reason(data: bytes) -> str:
    found = of(data)
    assert isinstance(found, Skipped)
    return found.reason


def changed(data: bytes, **options: Any) -> bytes:
    from pikepdf import Pdf

    written = BytesIO()
    with Pdf.open(BytesIO(data)) as document:
        document.save(written, **options)
    return written.getvalue()


class DescribeParagraphs:
    def it_joins_the_lines_of_each(self, drawn: Draw) -> None:
        assert drawn(pdf(TEXT)) == f"paragraph: {SENTENCE} {OTHER}\nparagraph: {THIRD} {SENTENCE}"

    def it_knows_them_by_their_first_lines_too(self, drawn: Draw) -> None:
        sheet = "p { margin: 0; text-indent: 1.2em; text-align: justify }"
        assert drawn(pdf(TEXT, sheet)) == f"paragraph: {SENTENCE} {OTHER}\nparagraph: {THIRD} {SENTENCE}"

    def it_knows_one_of_a_line_that_all_but_fills_it(self, drawn: Draw) -> None:
        sheet = "@page { size: 220pt 400pt } p { margin: 0; text-indent: 1.2em; text-align: justify; hyphens: auto }"
        short = "“It came to us like a wall”"
        made = drawn(pdf(f"{TEXT}<p>{short}</p><p>And it was gone. {OTHER}</p>", sheet))
        assert made.split("\n")[-2:] == [f"paragraph: {short}", f"paragraph: And it was gone. {OTHER}"]

    def it_tells_a_figure_at_the_end_of_a_sentence_from_an_entry(self, drawn: Draw) -> None:
        text = ["The trains between the towns of the valley run from May", "20. Nobody knows more than that."]
        sheet = "p { white-space: nowrap; font-size: 8pt }"
        assert drawn(pdf(f"<p>{'<br>'.join(text)}</p>", sheet)) == f"paragraph: {' '.join(text)}"
        entries = "<p>The rules are these:<br>1. Each dam is reviewed<br>2. A court is set up</p>"
        assert drawn(pdf(entries)).split("\n")[1:] == ["bullet: Each dam is reviewed", "bullet: A court is set up"]

    def it_reads_a_line_of_few_words_that_are_set_far_apart(self, drawn: Draw) -> None:
        sheet = "@page { size: 220pt 400pt } p { text-align: justify; text-align-last: justify }"
        lines = ["The office is led by the UN", "reconstruction commissioners", "and by those who live there."]
        assert drawn(pdf(f"<p>{'<br>'.join(lines)}</p>", sheet)) == f"paragraph: {' '.join(lines)}"

    def it_knows_titles_headings_and_lists_by_their_type(self, drawn: Draw) -> None:
        body = f"<h1>Flood in the lower town</h1>{TEXT}<h2>The help</h2><ul><li>{OTHER}</li><li>{THIRD}</li></ul>"
        assert drawn(pdf(body)).split("\n") == [
            "title: Flood in the lower town",
            f"paragraph: {SENTENCE} {OTHER}",
            f"paragraph: {THIRD} {SENTENCE}",
            "heading: The help",
            f"bullet: {OTHER}",
            f"bullet: {THIRD}",
        ]

    def it_goes_on_over_the_end_of_a_page(self, document: ReadText) -> None:
        long = " ".join([SENTENCE, OTHER, THIRD] * 9)
        made = document(pdf(f"<p>{long}</p>", HEADS))
        assert [made.text[block.start : block.end] for block in made.blocks] == [long]
        start = made.text.index(long)
        assert (made.page(start), made.page(start + len(long) - 1)) == (1, 2)

    @pytest.mark.parametrize("columns", [2, 3])
    def it_reads_columns_one_by_one(self, drawn: Draw, columns: int) -> None:
        sheet = f"@page {{ size: 500pt 260pt }} div {{ columns: {columns}; column-gap: 14pt }}"
        body = f"<h1>Flood in the lower town, and soldiers help</h1><div>{TEXT}{TEXT}</div>"
        told = [f"paragraph: {SENTENCE} {OTHER}", f"paragraph: {THIRD} {SENTENCE}"]
        title = "title: Flood in the lower town, and soldiers help"
        assert drawn(pdf(body, sheet)).split("\n") == [title, *told, *told]

    def it_knows_a_title_that_is_the_running_head_of_the_other_pages(self, drawn: Draw) -> None:
        sheet = '@page { @top-left { content: "Flood Report" } } @page :first { @top-left { content: none } }'
        body = f"<h1>Flood Report</h1>{TEXT}" + f"<p style='break-before: page'>{THIRD} {OTHER}</p>" * 3
        lines = drawn(pdf(body, sheet)).split("\n")
        assert lines[0] == "title: Flood Report"
        assert lines.count("(running head): Flood Report") == 3

    def it_is_turned_as_most_of_its_text_is(self, document: ReadText) -> None:
        lines = "".join(at(100 + 13 * row, 40, text, turned="0 1 -1 0") for row, text in enumerate([SENTENCE, OTHER]))
        assert document(drawn(lines)).text == f"{SENTENCE} {OTHER}"


HEADS = """
@page { @top-left { content: "The Record" } @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
"""


class DescribeWhatRunsThroughPages:
    def it_is_dropped_with_its_reason(self, document: ReadText) -> None:
        body = "".join(f"<p>On post {7 * n} it was told: {SENTENCE} That was post {7 * n}.</p>" for n in range(1, 31))
        made = document(pdf(body, HEADS + "p { break-inside: avoid }"))
        dropped = [(made.text[one.start : one.end], one.reason, made.page(one.start)) for one in made.dropped]
        pages = made.pages[-1].number
        assert dropped == [
            one
            for page in range(1, pages + 1)
            for one in (("The Record", "running head", page), (f"Page {page} of {pages}", "page number", page))
        ]
        assert pages > 2

    def it_stays_where_it_stands_once(self, drawn: Draw) -> None:
        assert "The Record" not in re.findall(r"\((?:running head)\): (.*)", drawn(pdf(TEXT, HEADS)))

    def it_is_no_number_that_ends_a_paragraph(self, document: ReadText) -> None:
        body = (
            f"<p>{SENTENCE}</p><p>The trains between the towns of the valley are to run again from November<br>20.</p>"
        )
        sheet = '@page { size: 420pt 160pt; @bottom-center { content: "Page " counter(page) } }'
        assert document(pdf(body, sheet)).text.endswith("run again from November 20.\n\nPage 1")


class DescribeWords:
    def it_makes_parted_words_whole(self, document: ReadText) -> None:
        body = "<p>The agree&shy;ment is a well-<br>known text, and the repre-<br>sentatives signed it at noon.</p>"
        text = document(pdf(body)).text
        assert text == "The agreement is a well-known text, and the representatives signed it at noon."

    def it_keeps_a_hyphen_that_the_document_writes_elsewhere(self, document: ReadText) -> None:
        body = "<p>A cease-fire line was drawn.</p><p>They kept to the cease-<br>fire that was agreed on.</p>"
        assert document(pdf(body)).text.endswith("They kept to the cease-fire that was agreed on.")

    def it_keeps_a_hyphen_before_a_capital_or_a_figure(self, document: ReadText) -> None:
        body = "<p>The Sino-<br>Russian talks ended, and the G-<br>20 met in the town.</p>"
        assert document(pdf(body)).text == "The Sino-Russian talks ended, and the G-20 met in the town."

    def it_keeps_all_hyphens_where_words_are_parted_by_another_sign(self, document: ReadText) -> None:
        body = (
            "<p>The agree&shy;ment of the French-<br>backed force is known, and the repre‐<br>sentatives signed it.</p>"
        )
        text = document(pdf(body)).text
        assert text == "The agreement of the French-backed force is known, and the representatives signed it."

    def it_writes_ligatures_as_letters(self, document: ReadText) -> None:
        assert (
            document(pdf("<p>The of\ufb01ce gave a \ufb02ood warning.</p>")).text == "The office gave a flood warning."
        )

    def it_tells_a_raised_number_from_the_word_before_it(self, document: ReadText) -> None:
        body = "<p>It covers 40 km<sup>2</sup> of the valley.<sup>3</sup> The rest is dry land and forest.</p>"
        assert document(pdf(body)).text == "It covers 40 km² of the valley.[3] The rest is dry land and forest."


class DescribeNotes:
    def it_keeps_them_whole_behind_what_begins_on_their_page(self, document: ReadText) -> None:
        note = "According to the statement that the ministry published on its site."
        sheet = (
            "small { float: footnote; font-size: 7pt; footnote-display: block } @page { @footnote { float: bottom } }"
        )
        body = f"<p>{SENTENCE}<small>{note}</small> {' '.join([OTHER, THIRD] * 9)}</p><p>{SENTENCE}</p>"
        made = document(pdf(body, sheet))
        told = [made.text[block.start : block.end] for block in made.blocks]
        assert told[1] == note
        assert made.page(made.text.index(note)) == 1
        assert told[0].endswith(f"{OTHER} {THIRD}")


class DescribeWhatIsNoText:
    def it_drops_the_rows_of_a_table(self, drawn: Draw) -> None:
        rows = "".join(f"<tr><td>{name}<td>{n}</tr>" for name, n in [("Halmere", 12), ("Orvane", 7), ("Verrin", 31)])
        made = drawn(pdf(f"{TEXT}<table style='width: 100%'>{rows}</table><p>{OTHER}</p>"))
        assert re.findall(r"\(table row\): (.*)", made) == ["Halmere | 12", "Orvane | 7", "Verrin | 31"]
        assert made.endswith(f"paragraph: {OTHER}")

    def it_drops_what_stands_askew_or_off_the_page(self, document: ReadText) -> None:
        page = at(40, 300, SENTENCE) + at(60, 100, "DRAFT", 40, "0.7 0.7 -0.7 0.7") + at(900, 300, "Hidden words")
        made = document(drawn(page))
        dropped = {(made.text[one.start : one.end], one.reason) for one in made.dropped}
        assert dropped == {("DRAFT", "rotated text"), ("Hidden words", "outside the page")}

    def it_reads_type_too_small_to_be_seen(self, document: ReadText) -> None:
        lines = (at(20, 300, "The dam was closed on Tuesday.", 0), at(20, 280, "It was shut on Friday, he said.", 0))
        made = document(drawn("".join(lines).replace(" 0 Tf", " 0.04 Tf")))
        assert made.text == "The dam was closed on Tuesday.\n\nIt was shut on Friday, he said."

    def it_drops_a_watermark(self, document: ReadText) -> None:
        lines = "".join(at(40, 300 - 13 * row, text) for row, text in enumerate([SENTENCE, OTHER, THIRD]))
        made = document(drawn(at(60, 275, "SECRET", 60) + lines))
        assert [(made.text[one.start : one.end], one.reason) for one in made.dropped] == [("SECRET", "watermark")]
        assert f"{SENTENCE} {OTHER} {THIRD}" in made.text


class DescribeWhatItSaysOfItself:
    def it_takes_a_real_title_and_author(self, document: ReadText) -> None:
        head = '<title>Flood in the lower town</title><meta name="author" content="Maren Oyelowo">'
        source = document(pdf(TEXT, head=head)).source
        assert (source.title, source.author) == ("Flood in the lower town", "Maren Oyelowo")
        assert {(one.field, one.manner) for one in source.found} == {("title", "metadata"), ("author", "metadata")}

    @pytest.mark.parametrize("title", ["Microsoft Word - flood.docx", "untitled", "flood_v3 final.indd", "Layout 1"])
    def it_takes_no_name_of_a_file_for_a_title(self, document: ReadText, title: str) -> None:
        head = f'<title>{title}</title><meta name="author" content="Office User">'
        source = document(pdf(f"<h1>Flood in the lower town</h1>{TEXT}", head=head)).source
        assert (source.title, source.author) == ("Flood in the lower town", None)

    def it_takes_no_name_of_a_site_for_a_part_of_the_title(self, document: ReadText) -> None:
        head = "<title>Flood in the lower town | Lake Mirror</title>"
        source = document(pdf(f"{TEXT}<p>© 2024 Lake Mirror. All rights reserved.</p>", head=head)).source
        assert (source.title, source.publisher) == ("Flood in the lower town", "Lake Mirror")

    @pytest.mark.parametrize(
        ("head", "foot", "address"),
        [
            ("11/23/26, 7:49 AM", "https://mirror.example/flood?p=2", "https://mirror.example/flood?p=2"),
            ("23.11.2026, 07:49", "https://mirror.example/flood", "https://mirror.example/flood"),
            ("11/23/26, 7:49 AM", "https://mirror.example/flood-in-the…", None),
            ("Lake Office", "https://lake.example/reports", None),
        ],
    )
    def it_takes_the_address_that_a_browser_prints(
        self, document: ReadText, head: str, foot: str, address: str | None
    ) -> None:
        sheet = f"""@page {{ font-size: 8pt;
            @top-left {{ content: "{head}"; width: 200pt }}
            @bottom-left {{ content: "{foot}"; width: 200pt }}
            @bottom-right {{ content: counter(page) "/" counter(pages) }}
        }}"""
        pages = f"{TEXT}<p style='break-before: page'>The lake fell by a metre on Monday.</p>"
        assert document(pdf(pages, sheet)).source.address == address

    def it_takes_no_date_of_the_file(self, document: ReadText) -> None:
        head = '<meta name="dcterms.created" content="2024-05-01"><meta name="dcterms.modified" content="2024-05-02">'
        source = document(pdf(TEXT, head=head)).source
        assert (source.published, source.modified) == (None, None)

    def it_believes_what_was_written_for_others(self, document: ReadText) -> None:
        packet = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" prism:publicationDate="2024-05-03">
            <dc:publisher><rdf:Bag><rdf:li>Lake Office</rdf:li></rdf:Bag></dc:publisher></rdf:Description></rdf:RDF>
            </x:xmpmeta>"""
        source = document(pdf(TEXT) + packet.encode()).source
        assert (source.publisher, source.published) == ("Lake Office", "2024-05-03")


class DescribeFaults:
    def it_tells_of_a_password(self) -> None:
        from pikepdf import Encryption

        locked = changed(pdf(TEXT), encryption=Encryption(owner="one", user="two"))
        assert reason(locked) == "It is a PDF document that is locked with a password; save it without one."

    def it_opens_what_needs_no_password_to_be_read(self, document: ReadText) -> None:
        from pikepdf import Encryption

        assert SENTENCE in document(changed(pdf(TEXT), encryption=Encryption(owner="one", user=""))).text

    def it_tells_of_a_scan(self) -> None:
        scan = "It is a PDF document without a text layer, such as a scan; run text recognition on it first."
        assert reason(drawn("0 0 100 100 re f", "")) == scan

    def it_tells_of_pages_without_text_among_others(self, document: ReadText) -> None:
        made = document(drawn(at(40, 300, SENTENCE), "0 0 100 100 re f", at(40, 300, OTHER)))
        assert made.notes == (
            "Of its 3 pages 1 have no text, the first of them page 2; if they are scans, run text recognition on them.",
        )
        assert [page.number for page in made.pages] == [1, 3]

    def it_tells_of_fonts_that_name_no_letters(self) -> None:
        odd = "".join(chr(0xE000 + ord(one)) for one in SENTENCE)
        assert "fonts do not tell which letters they draw" in reason(pdf(f"<p>{odd}</p>"))

    def it_tells_of_what_is_no_document(self) -> None:
        assert reason(b"%PDF-1.7\n%%EOF") == "It is a PDF document that is damaged; save it again."

    def it_reads_one_whose_table_of_places_is_wrong(self, document: ReadText) -> None:
        assert document(re.sub(rb"startxref\n\d+", b"startxref\n7", drawn(at(40, 300, SENTENCE)))).text == SENTENCE

    def it_names_the_file_and_reads_the_others(self, write: Write) -> None:
        folder = write("a.pdf", b"%PDF-1.7\n%%EOF").parent
        write("b.pdf", pdf(TEXT))
        reading = read([folder])
        assert ([one.source.path for one in reading.documents], len(reading.skipped)) == (["demo/b.pdf"], 1)

    def it_reads_many_pages(self, document: ReadText) -> None:
        made = document(drawn(*(at(40, 300, f"{SENTENCE} {number} boats came.") for number in range(300))))
        assert [page.number for page in made.pages] == [*range(1, 301)]

    @settings(max_examples=60, deadline=None)
    @given(seed=st.integers(0, 10**6), keep=st.floats(0, 1), flips=st.integers(0, 40))
    def it_ends_in_a_document_or_a_sentence(self, seed: int, keep: float, flips: int) -> None:
        data = bytearray(WHOLE[: max(8, int(keep * len(WHOLE)))] if flips % 2 else WHOLE)
        dice = random.Random(seed)  # noqa: S311
        for _ in range(flips):
            data[dice.randrange(5, len(data))] ^= 1 << dice.randrange(8)
        with suppress(UnreadableError):
            assert "".join(line.text for line in drafted(bytes(data)).lines)

    def it_ends_with_a_file_that_asks_for_too_much(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(paper, "process", Apart(paper.process.task, Bounds(seconds=60, memory=400_000_000)))
        assert "not within bounds of memory and time" in reason(drawn(" " * 200_000_000, at(40, 300, SENTENCE)))
        assert isinstance(of(pdf(TEXT)), Document)


WHOLE = drawn(*(at(40, 300, SENTENCE) + at(40, 287, OTHER) for _ in range(3)))
