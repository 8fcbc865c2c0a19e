"""What only EPUB books have."""

import pytest
from office_notation import Parts, packed
from office_writers import epub_parts
from reading_notation import Draw, ReadText

from briefing.sources.draft import MOST_WORDS, UnreadableError
from briefing.sources.readers import epub

SENTENCE = "The dam on the river failed on Monday, officials said."
SHOWN = f"paragraph: {SENTENCE}"
BOOK, CHAPTER = "OEBPS/book.opf", "OEBPS/text/one.xhtml"


def book(**pages: str) -> bytes:
    """A book whose pages have these names and bodies, in this order."""
    parts = epub_parts(SENTENCE)
    items = "".join(f'<item id="{name}" href="text/{name}.xhtml"/>' for name in pages)
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    parts[BOOK] = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    return packed(parts | {f"OEBPS/text/{name}.xhtml": with_body(parts, body) for name, body in pages.items()})


def with_body(parts: Parts, body: str) -> str:
    return parts[CHAPTER].replace(f"<p>{SENTENCE}</p>", body)


class DescribeAChapter:
    @pytest.mark.parametrize(
        "body",
        [
            f"<div><div>{SENTENCE}</div></div>",
            f"<p>{SENTENCE}</p><script>var a = 1;</script><style>p {{}}</style>",
            "<p>The dam on the <i>river</i> failed<sup><a href='#n1'>1</a></sup> on Monday, officials said.</p>",
            "<p>The dam on the river failed on Monday, officials said. <a href='#r'>↩</a></p>",
            "<p>The dam on the river failed on Monday,<br/>officials said.</p>",
            "<p>The dam on the river&nbsp;failed on Monday, officials said.</p>",
            "<p>The dam on the river failed on Monday, officials said.<p>",
            f"<title/>{SENTENCE}",
            f"<a id='x'/>{SENTENCE}<span epub:type='pagebreak'>12</span>",
        ],
    )
    def it_reads_what_a_reader_sees(self, drawn: Draw, body: str) -> None:
        assert drawn(book(one=body), "a.epub") == SHOWN

    @pytest.mark.parametrize(
        ("body", "reason"),
        [
            ("<nav epub:type='toc'><ol><li>What happened</li></ol></nav>", "table of contents"),
            ("<section epub:type='copyright-page'><p>What happened</p></section>", "copyright page"),
            ("<figure><figcaption>What happened</figcaption></figure>", "photo caption or credit"),
            ("<div style='display: none'>What happened</div>", "hidden text"),
            ("<pre>What happened</pre>", "code"),
        ],
    )
    def it_drops_what_is_no_text_of_the_chapter(self, drawn: Draw, body: str, reason: str) -> None:
        assert drawn(book(one=f"<p>{SENTENCE}</p>{body}"), "a.epub") == f"{SHOWN}\n({reason}): What happened"

    def it_says_when_its_markup_is_broken(self, document: ReadText) -> None:
        content = book(one=f"<p>{SENTENCE}<b></p>")
        assert document(content, "a.epub").notes == (
            "The markup of a chapter is broken; what could be made out was read.",
        )


class DescribeABook:
    def it_is_read_in_the_order_of_its_spine(self, drawn: Draw) -> None:
        second = "The minister went there on Tuesday, her office said."
        assert drawn(book(b=f"<p>{SENTENCE}</p>", a=f"<p>{second}</p>"), "a.epub") == f"{SHOWN}\nparagraph: {second}"

    @pytest.mark.parametrize(
        ("page", "reason"),
        [
            ("cover", "cover"),
            ("copyright", "copyright page"),
            ("toc", "table of contents"),
            ("title_page", "title page"),
        ],
    )
    def it_drops_pages_that_are_no_chapter(self, drawn: Draw, page: str, reason: str) -> None:
        content = book(**{page: "<p>What happened</p>", "one": f"<p>{SENTENCE}</p>"})
        assert drawn(content, "a.epub") == f"({reason}): What happened\n{SHOWN}"

    def it_reads_no_page_twice(self, drawn: Draw) -> None:
        parts = epub_parts(SENTENCE)
        again = "<itemref idref='one'/></spine>"
        assert drawn(packed(parts | {BOOK: parts[BOOK].replace("</spine>", again)}), "a.epub") == SHOWN

    def it_states_publisher_and_date_of_publication(self, document: ReadText) -> None:
        content = packed(epub_parts(SENTENCE, publisher="River Press", published="2024-05-03T00:00:00+00:00"))
        source = document(content, "a.epub").source
        assert (source.publisher, source.published) == ("River Press", "2024-05-03")

    def it_does_not_take_the_day_of_its_making_for_that_of_publication(self, document: ReadText) -> None:
        parts = epub_parts(SENTENCE, published="2024-05-03")
        made = parts[BOOK].replace("<dc:date>", '<dc:date xmlns:o="urn:o" o:event="creation">')
        assert document(packed(parts | {BOOK: made}), "a.epub").source.published is None

    @pytest.mark.parametrize(("uri", "is_read"), [("OEBPS/text/one.xhtml", False), ("OEBPS/fonts/a.otf", True)])
    def it_says_that_it_is_protected(self, uri: str, is_read: bool) -> None:
        lock = f'<encryption><EncryptedData><CipherReference URI="{uri}"/></EncryptedData></encryption>'
        content = packed(epub_parts(SENTENCE) | {"META-INF/encryption.xml": lock})
        if is_read:
            assert epub.read(content).lines
        else:
            with pytest.raises(UnreadableError, match="protected against copying"):
                epub.read(content)

    def it_refuses_a_book_of_which_all_chapters_are_too_long(self) -> None:
        half = f"<p>{'The dam failed. ' * (MOST_WORDS // 6)}</p>"
        with pytest.raises(UnreadableError, match=r"more than 200,000 words or lines"):
            epub.read(book(one=half, two=half, three=f"<p>{SENTENCE}</p>"))
