"""What is read of web pages, however they were saved, and what is left out of them."""

import plistlib
from textwrap import dedent

import pytest
from reading_notation import Draw, ReadText, Write

from briefing.errors import NothingToBuildError
from briefing.sources import read

LEDE = "The two states signed a treaty on the river on Tuesday, officials of both of them said."
SECOND = "It forbids any new dam for twenty years and sets up a court that hears all disputes."
THIRD = "Farmers on both banks keep their wells, the minister told reporters after the signing."
STORY = f"<h1>States sign river treaty</h1><p>{LEDE}</p><p>{SECOND}</p><p>{THIRD}</p>"


def page(body: str = f"<article>{STORY}</article>", head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def within(part: str) -> str:
    """A page whose article has a part between its second and its third paragraph."""
    return page(f"<article><h1>States sign river treaty</h1><p>{LEDE}</p><p>{SECOND}</p>{part}<p>{THIRD}</p></article>")


class DescribePage:
    def it_keeps_the_article_and_its_title(self, drawn: Draw) -> None:
        assert drawn(page(), "a.html").split("\n") == [
            "title: States sign river treaty",
            *(f"paragraph: {text}" for text in (LEDE, SECOND, THIRD)),
        ]

    def it_keeps_headings_and_lists(self, drawn: Draw) -> None:
        made = drawn(within("<h2>What it says</h2><ul><li>joint review of dams</li><li>a court</li></ul>"), "a.html")
        assert "heading: What it says\nbullet: joint review of dams\nbullet: a court" in made

    def it_drops_rows_of_figures_and_keeps_cells_that_tell(self, drawn: Draw) -> None:
        figures = "<table><tr><th>Bank</th><th>Farms</th></tr><tr><td>North</td><td>12</td></tr></table>"
        assert "(table row): Bank | Farms\n(table row): North | 12" in drawn(within(figures), "a.html")
        told = page(f"<table><tr><td><a href='/'>Home</a></td><td>{STORY}</td></tr></table>")
        assert f"paragraph: {THIRD}" in drawn(told, "a.html")

    def it_shows_what_a_reader_sees(self, document: ReadText) -> None:
        made = document(
            within("<p>The  fee&nbsp;is\n &lt;5&gt; <b>per</b> cubic met<i>re</i>, caf&eacute;s said.</p>"), "a.html"
        )
        assert "The fee is <5> per cubic metre, cafés said." in made.text

    def it_parts_paragraphs_at_two_line_breaks_only(self, drawn: Draw) -> None:
        made = drawn(
            page(f"<h1>States sign river treaty</h1><div>{LEDE}<br><br>{SECOND}<br><br>{THIRD}</div>"), "a.html"
        )
        assert made.split("\n")[1:] == [f"paragraph: {text}" for text in (LEDE, SECOND, THIRD)]

    def it_restores_what_stands_among_the_paragraphs_of_the_article(self, drawn: Draw) -> None:
        assert "paragraph: No date was set." in drawn(within("<p>No date was set.</p>"), "a.html")

    @pytest.mark.parametrize(
        ("part", "reason"),
        [
            ("<nav><a href='/'>Rivers and lakes</a></nav>", "menu"),
            ("<div id='site-footer'>River Gazette of the North</div>", "footer"),
            ("<div class='cookie-banner'>It is better with them.</div>", "cookie notice"),
            ("<ol class='commentList'><li>I always said so, and nobody heard.</li></ol>", "comment section"),
            ("<div class='share-bar'>Send it to a friend</div>", "share buttons"),
            (
                "<div class='relatedPosts'><p>Two dams failed in the north last year, as we told.</p></div>",
                "cross-link",
            ),
            ("<aside class='newsletter-box'><p>The river in your inbox, each week.</p></aside>", "newsletter prompt"),
            ("<figure><figcaption>The river at dawn.</figcaption></figure>", "photo caption or credit"),
            ("<div class='ad'>Boats for sale at the old pier.</div>", "advertisement marker"),
            ("<blockquote class='pullquote'>It forbids any new dam</blockquote>", "pull quote"),
            ("<div class='author-bio'>Ann Lee writes about rivers and dams.</div>", "about the author"),
            ("<div data-testid='newsletter-box'><p>Five stories of the river, at six.</p></div>", "newsletter prompt"),
            ("<p style='display: none'>Nobody sees it here.</p>", "hidden text"),
            ("<p hidden>Nobody sees it here.</p>", "hidden text"),
            ("<span class='sr-only'>Nobody sees it here.</span>", "hidden text"),
        ],
    )
    def it_says_why_a_part_is_left_out(self, drawn: Draw, part: str, reason: str) -> None:
        made = drawn(within(part), "a.html").split("\n")
        dropped = [line for line in made if line.startswith("(")]
        assert len(dropped) == 1
        assert dropped[0].startswith(f"({reason}): ")
        assert f"paragraph: {THIRD}" in made

    def it_keeps_an_article_whatever_its_box_is_called(self, drawn: Draw) -> None:
        made = drawn(page(f"<div class='related comments share paywall'>{STORY}</div>"), "a.html")
        assert all(f"paragraph: {text}" in made for text in (LEDE, SECOND, THIRD))

    def it_drops_a_paragraph_that_only_leads_elsewhere(self, drawn: Draw) -> None:
        assert "(page furniture): Two dams fail" in drawn(within("<p><a href='/2'>Two dams fail</a></p>"), "a.html")

    def it_drops_a_box_that_leads_elsewhere_with_a_few_words(self, drawn: Draw) -> None:
        link = "<h4><a href='/2'>Two dams fail in the north</a></h4>"
        made = drawn(within(f"<div><b>Read also</b>{link}<p>Nobody was there to see it.</p></div>"), "a.html")
        assert "(cross-link): Two dams fail in the north\n(cross-link): Nobody was there to see it." in made
        assert made.endswith(f"paragraph: {THIRD}")

    def it_keeps_the_summary_below_a_title_that_is_a_link(self, drawn: Draw) -> None:
        head = "<div><h2><a href='/1'>States sign river treaty</a></h2><p>It ends a quarrel of forty years.</p></div>"
        made = drawn(page(f"{head}<div><p>{LEDE}</p><p>{SECOND}</p><p>{THIRD}</p></div>"), "a.html")
        assert "paragraph: It ends a quarrel of forty years." in made

    def it_keeps_a_part_of_the_article_that_begins_with_a_link(self, drawn: Draw) -> None:
        part = f"<div><p><a href='/2'>Two dams fail in the north</a></p><p>{SECOND}</p><p>{THIRD}</p></div>"
        made = drawn(page(f"<h1>States sign river treaty</h1><div><p>{LEDE}</p></div>{part}"), "a.html")
        assert all(f"paragraph: {text}" in made for text in (LEDE, SECOND, THIRD))

    def it_drops_a_note_on_the_author_at_the_end(self, drawn: Draw) -> None:
        note = "Ann Lee covers rivers for The Gazette. Reach the newsroom at desk@example.org."
        made = drawn(page(f"<article>{STORY}<p>{note}</p></article>"), "a.html")
        assert made.endswith(f"(author note): {note}")

    def it_leaves_out_scripts_and_what_they_write(self, document: ReadText) -> None:
        made = document(
            within("<script>write('<p>Never seen.</p>')</script><style>p::after{content:'x'}</style>"), "a.html"
        )
        assert made.text.split("\n\n")[1:] == [LEDE, SECOND, THIRD]


class DescribeMetadata:
    @pytest.mark.parametrize(
        ("head", "field", "value"),
        [
            ("<meta property='og:title' content='A Treaty'>", "title", "A Treaty"),
            ("<title>A Treaty | Gazette</title><meta property='og:site_name' content='Gazette'>", "title", "A Treaty"),
            ("<meta property='og:site_name' content='Gazette'>", "publisher", "Gazette"),
            (
                "<meta name='author' content='Ann Lee'><meta name='author' content='Bo Orr'>",
                "author",
                "Ann Lee, Bo Orr",
            ),
            ("<meta property='article:author' content='https://example.org/ann'>", "author", None),
            ("<meta property='article:published_time' content='2024-05-03T23:30:00-05:00'>", "published", "2024-05-03"),
            ("<meta name='dcterms.issued' content='2024-05'>", "published", "2024-05"),
            ("<meta itemprop='datePublished' content='May 3, 2024'>", "published", "2024-05-03"),
            ("<meta name='date' content='1970-01-01T00:00:00Z'>", "published", None),
            ("<meta name='date' content='2024-02-31'>", "published", None),
            ("<meta property='article:modified_time' content='2024-05-04T01:00:00Z'>", "modified", "2024-05-04"),
            ("<link rel='canonical' href='https://example.org/a'>", "address", "https://example.org/a"),
            ("<link rel='canonical' href='javascript:alert(1)'>", "address", None),
        ],
    )
    def it_takes_what_the_head_states(self, document: ReadText, head: str, field: str, value: str | None) -> None:
        assert getattr(document(page(head=head), "a.html").source, field) == value

    def it_reads_linked_data_of_the_article_alone(self, document: ReadText) -> None:
        data = """{"@graph": [
            {"@type": "Organization", "name": "No Outlet", "datePublished": "1999-01-01"},
            {"@type": ["NewsArticle"], "headline": "A Treaty", "datePublished": "2024-05-03T08:00:00Z",
             "dateModified": "2024-05-05", "author": [{"name": "Ann Lee"}], "publisher": {"name": "Gazette"}}]}"""
        source = document(page(head=f"<script type='application/ld+json'>{data}</script>"), "a.html").source
        assert (source.title, source.publisher, source.author) == ("A Treaty", "Gazette", "Ann Lee")
        assert (source.published, source.modified) == ("2024-05-03", "2024-05-05")
        assert {one.manner for one in source.found} == {"metadata"}

    @pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"@type": 1}', '{"@type": "Article", "author": 7}'])
    def it_survives_linked_data_that_is_none(self, document: ReadText, data: str) -> None:
        assert document(page(head=f"<script type='application/ld+json'>{data}</script>"), "a.html").blocks

    def it_takes_a_date_that_stands_below_the_title(self, drawn: Draw, document: ReadText) -> None:
        dated = page(f"<article>{STORY.replace('</h1>', '</h1><div>3 May 2024</div>')}</article>")
        assert document(dated, "a.html").source.published == "2024-05-03"
        assert "(date line): 3 May 2024" in drawn(dated, "a.html")

    def it_guesses_no_date(self, document: ReadText) -> None:
        body = f"<div>Tuesday, 24 June 2025</div><article>{STORY}</article><footer>© 2019–2025</footer>"
        head = "<meta http-equiv='last-modified' content='2025-06-24'><meta property='og:url' content='https://x.org/2021/04/a'>"
        assert document(page(body, head), "a.html").source.published is None

    def it_takes_the_address_that_a_browser_notes(self, document: ReadText) -> None:
        saved = page().replace("<html>", "<!-- saved from url=(0021)https://example.org/a --><html>")
        assert document(saved, "a.html").source.address == "https://example.org/a"


class DescribeEncoding:
    @pytest.mark.parametrize(
        ("declared", "encoding"),
        [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252"), ("", "cp1252")],
    )
    def it_reads_a_page_as_it_declares(self, document: ReadText, declared: str, encoding: str) -> None:
        sign = "Ж" if encoding == "cp1251" else "é"
        body = page(f"<article>{STORY}<p>The sign on the northern bank has the one letter {sign} on it.</p></article>")
        made = document(body.replace("'utf-8'", f"'{declared}'").encode(encoding), "a.html")
        assert f"letter {sign} on it" in made.text

    def it_believes_utf_8_that_is_right(self, document: ReadText) -> None:
        assert "“" in document(within("<p>“Good,” she said to them.</p>").replace("utf-8", "iso-8859-1"), "a.html").text


class DescribeSavedPage:
    def it_reads_the_page_of_a_file_of_parts(self, document: ReadText) -> None:
        saved = dedent("""
            From: <Saved by Blink>
            Snapshot-Content-Location: https://example.org/a
            Date: Mon, 1 Jan 2024 10:00:00 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="--b"

            ----b
            Content-Type: text/html; charset="windows-1252"
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://example.org/a

            {}
            ----b
            Content-Type: text/html
            Content-Location: https://example.org/frame

            <p>An advertisement in a frame.</p>
            ----b--
        """).lstrip()
        source = document(saved.format(within("<p>Caf=E9s may stay open.</p>").replace("'", "")).encode(), "a.mht")
        assert "Cafés may stay open." in source.text
        assert (source.source.address, source.source.published) == ("https://example.org/a", None)
        assert source.source.media_type == "multipart/related"

    @pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
    def it_reads_a_web_archive(self, document: ReadText, form: plistlib.PlistFormat) -> None:
        main = {"WebResourceData": page().encode(), "WebResourceURL": "https://example.org/a"}
        made = document(plistlib.dumps({"WebMainResource": main}, fmt=form), "a.webarchive")
        assert made.text.endswith(THIRD)
        assert made.source.address == "https://example.org/a"

    def it_says_what_is_wrong_with_a_damaged_archive(self, write: Write) -> None:
        with pytest.raises(NothingToBuildError, match="It is a web archive, and damaged"):
            read([write("a.webarchive", b"bplist00WebMainResource")])

    def it_passes_over_the_folder_beside_a_page(self, write: Write) -> None:
        folder = write("a.html", page()).parent
        write("a_files/ad.html", page())
        write("a_files/deep/x.js", "x")
        write("b_files/c.html", page())
        reading = read([folder])
        assert [one.source.path for one in reading.documents] == ["demo/a.html", "demo/b_files/c.html"]
        assert reading.skipped == ()
        assert [one.notes for one in reading.documents] == [
            ("The folder a_files was saved with it and is no source.",),
            (),
        ]


class DescribeHostilePages:
    @pytest.mark.parametrize(
        "body",
        [
            "<div>" * 20_000 + STORY,
            "<b>" * 20_000 + STORY,
            "<table><tr><td>" * 2_000 + STORY,
            f"<p {' '.join(f'a{at}=1' for at in range(50_000))}>{STORY}",
            f"<img src='data:image/png;base64,{'A' * 11_000_000}'>{STORY}",
            f"<p><b>{STORY}</i></td></div><table><tr><!--",
            f"&#0;&#xD800;&x;{STORY}",
            f"{STORY}</body></html><script>count()</script><noscript><img src='count.gif'></noscript>",
            f"\0{STORY}\0",
            f"<p<b>{STORY}</p<b>",
            f"<div class='a\x01\ufffeb&#2;&#xdfff;'>\x01\ufffe&#2;{STORY}",
            f"<o:p><a:><1><:b c=d>{STORY}",
            f"<p>Above.</p></body></html>{STORY}",
            f"</html></html><html><html>{STORY}</html>",
        ],
    )
    def it_reads_the_article_all_the_same(self, document: ReadText, body: str) -> None:
        made = document(page(body), "a.html")
        kept = [made.text[block.start : block.end] for block in made.blocks]
        assert [text for text in (LEDE, SECOND, THIRD) if text in kept] == [LEDE, SECOND, THIRD]

    def it_reads_a_megabyte_of_one_line(self, document: ReadText) -> None:
        assert len(document(page("<p>" + f"{LEDE} " * 11_500), "a.html").text) > 1_000_000

    def it_follows_no_entity(self, document: ReadText) -> None:
        doctype = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
        assert (
            "&x;"
            in document(within("<p>The sign &x; means nothing.</p>").replace("<!DOCTYPE html>", doctype), "a.html").text
        )

    @pytest.mark.parametrize(
        ("body", "reason"),
        [
            (
                "<div id='root'></div><script>render()</script><noscript>Enable scripts.</noscript>",
                "web page without text",
            ),
            ("<b>x</b>" * 200_001, "more than 200,000 elements"),
        ],
    )
    def it_says_why_it_cannot_read_one(self, write: Write, body: str, reason: str) -> None:
        with pytest.raises(NothingToBuildError, match=reason):
            read([write("a.html", page(body))])

    @pytest.mark.parametrize("content", [b"", b"\n", b"</p>", b"<!-- -->"])
    def it_says_that_nothing_was_saved_where_that_is_so(self, write: Write, content: bytes) -> None:
        main = {"WebResourceData": content, "WebResourceMIMEType": "text/html"}
        with pytest.raises(NothingToBuildError, match="web page without text"):
            read([write("a.webarchive", plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))])

    def it_judges_a_page_without_an_article_as_plain_text(self, document: ReadText) -> None:
        made = document(
            page("".join(f"<a href='/{at}'>Link to place {at}</a> " for at in range(50)) + f"<p>{LEDE}</p>"), "a.html"
        )
        assert LEDE in [made.text[block.start : block.end] for block in made.blocks]
