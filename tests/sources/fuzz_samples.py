"""What fuzzers begin with: for each kind of file some that are well, and the pieces of which its like is made.

`FUZZED` has a row for each kind. Its `frame` makes a file of any content, so that chance, which
would never write a zip archive or a table of objects, need only write what stands in one.
"""

import json
import plistlib
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from office_notation import Parts, packed
from office_word import docx_parts
from office_writers import WRITERS, epub_parts, odt_parts
from paper_notation import at, drawn
from post_notation import mail, zipped

TEXT = """
# States sign river treaty
By Ana Kovac
GENEVA, 3 May 2022 (Reuters) - The two states signed a treaty on the river on Tuesday.

“It forbids any new dam,” the minister told reporters on 4 May. “We will keep it.”
## What it says
- Joint review: each dam is reviewed.
- A court hears all disputes, and its rulings bind.
| Dam | State | Year
| North Gate, which holds the water of three valleys. | 12.5 km² | 1999
Farmers keep their wells, {ins:officials} said.{note:The treaty, Art. 4.} {del:Not so.}{hide:Unseen.}{say:Check.}
head: The River Gazette
"""
PLAIN = "\n".join(line for line in TEXT.split("\n") if "{" not in line and not line.startswith("head:"))
FROM = b"From ana@example.org Fri May  3 10:00:00 2024\n"


@dataclass(frozen=True)
class Fuzzed:
    """How a kind of file is fuzzed.

    Args:
        name: a file of it.
        samples: files that are well.
        pieces: what its content is made of.
        frame: makes a file of some content.
    """

    name: str
    samples: Callable[[], tuple[bytes, ...]]
    pieces: tuple[bytes, ...]
    frame: Callable[[bytes], bytes] = bytes


def _page(content: bytes) -> bytes:
    return b"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>" + content + b"</body></html>"


def _page_of(drawing: str) -> bytes:
    return epub_parts(drawing)["OEBPS/text/one.xhtml"].encode()


def _saved(content: bytes) -> bytes:
    head = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/a\nMIME-Version: 1.0\n"
    part = b"Content-Type: text/html\nContent-Location: https://e.org/a\n\n" + content
    return head + b"Content-Type: multipart/related; boundary=b\n\n--b\n" + part + b"\n--b--\n"


def _archived(content: bytes) -> bytes:
    page = {"WebResourceData": content, "WebResourceURL": "https://e.org/a", "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


def _within(parts: Parts, name: str, mark: str) -> Callable[[bytes], bytes]:
    """What packs these parts, with other content in place of that of one part, up to its closing mark."""
    head, tail = parts[name].split(mark, 1)[0], mark + parts[name].split(mark, 1)[1]
    opened = head.rindex(">", 0, head.index(mark.replace("/", "")) + len(mark)) + 1
    return lambda content: packed({**parts, name: head[:opened].encode() + content + tail.encode()})


def _mails() -> tuple[bytes, ...]:
    both = mail(TEXT, Date="Fri, 3 May 2024 10:00:00 +0200", To="all@example.org", Organization="River Board")
    both.add_alternative(_page_of(PLAIN).decode(), subtype="html")
    both.add_attachment(zipped({"a.txt": TEXT}), maintype="application", subtype="zip", filename="a.zip")
    answer = (
        f"{TEXT}\nKind regards,\nAna\n\nOn Fri, 3 May 2024 at 10:00, Bo <b@e.org> wrote:\n> {PLAIN[:90]}\n-- \nBo\n"
    )
    passed = f"FYI\n\n---------- Forwarded message ---------\nFrom: Bo\nDate: 3 May 2024\nSubject: x\nTo: a\n\n{TEXT}"
    both.set_boundary("outer")
    both.get_payload(0).set_boundary("inner")
    return bytes(both), bytes(mail(answer)), bytes(mail(passed, Subject="Fwd: The bridge"))


def _drawn() -> tuple[bytes, ...]:
    lines = PLAIN.encode("ascii", "ignore").decode().replace("(", "").replace(")", "").split("\n")
    column = "".join(at(20, 380 - 12 * row, f"{line[:60]}-", 12 - row % 5) for row, line in enumerate(lines * 2))
    beside = "".join(at(160, 380 - 12 * row, line[:30]) for row, line in enumerate(lines * 2))
    turned = at(100, 100, "Turned", 40, "0 1 -1 0")
    return drawn(column, column + beside, at(20, 390, "Gazette 3") + turned + column), drawn("")


def _articles() -> list[dict[str, object]]:
    article = {"title": "A treaty", "text": PLAIN, "date": "2022-05-03", "url": "https://e.org/a", "author": ["A B"]}
    return [
        article,
        {"headline": "B", "body": _page_of(PLAIN).decode(), "published": 1651536000, "site": {"name": "R"}},
    ]


WORDS = (
    b"The two states signed it on Tuesday, officials said. ", b"\n", b"\n\n", b"- ", b"1. ", b"By Ana Kovac\n",
    b"3 May 2022", b"GENEVA (Reuters) - ", b"Read more", b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xcc\x81", b"\xff", b"\0",
    b"\xe2\x80\xae", b" ", b"\t", b"A", b"Advertisement\n", b"Published: 2022-05-03\n", b"3 Comments\n",
    b"Reply \xc2\xb7 3\n",
)  # fmt: skip
"""What any text may hold."""
MARKDOWN = (
    b"---\ntitle: a\ndate: 2022-05-03\n---\n", b"---\n", b"# ", b"## ", b"> ", b"* ", b"```\n",
    b"| a | b |\n|---|---|\n", b"[a](b)", b"![a](b)", b"<b>", b"**", b"`", b"\\", b"===\n", b"    ", b"&amp;",
    b"[^1]: ", b"<!--", b"-->",
)  # fmt: skip
TAGS = (
    b"<p>", b"</p>", b"<div class='share'>", b"</div>", b"<h1>", b"</h1>", b"<li>", b"<ul>", b"</ul>", b"<br>",
    b"<table>", b"<tr>", b"<td>", b"</table>", b"<a href='/x'>", b"</a>", b"<b>", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"<script>", b"</script>", b"<style>", b"<article>",
    b"<meta property='article:published_time' content='2022-05-03T25:61'>", b"<script type='application/ld+json'>",
    b'{"@type": "NewsArticle", "headline": ["a"], "author": [{"name": 3}]}', b"<time datetime='2022'>",
    b"<blockquote>", b"<pre>", b"&nbsp;", b"&#x110000;", b"&#xd800;", b"<aside hidden>", b"<base href='//['>",
    b"<link rel=canonical href='http://['>", b"<title>", b"</title>", b"<svg>", b"<textarea>", b"<frameset>",
    b"<html>",
)  # fmt: skip
WORD = (
    b"<w:p>", b"</w:p>", b"<w:r>", b"</w:r>", b"<w:t>", b"</w:t>", b"<w:tbl>", b"</w:tbl>", b"<w:tr>", b"</w:tr>",
    b"<w:tc>", b"</w:tc>", b"<w:pPr><w:pStyle w:val='H'/></w:pPr>",
    b"<w:pPr><w:numPr><w:numId w:val='x'/></w:numPr></w:pPr>", b"<w:ins>", b"</w:ins>", b"<w:del>", b"</w:del>",
    b"<w:br w:type='page'/>", b"<w:tab/>", b"<w:footnoteReference w:id='1'/>", b"<w:fldChar w:fldCharType='begin'/>",
    b"<w:fldChar w:fldCharType='end'/>", b"<w:instrText>TOC", b"</w:instrText>", b"<w:sdt><w:sdtContent>",
    b"</w:sdtContent></w:sdt>", b"<w:hyperlink>", b"</w:hyperlink>", b"<w:sym w:char='zz'/>", b"<w:txbxContent>",
    b"</w:txbxContent>", b"<w:outlineLvl w:val='-9'/>", b"<w:commentReference w:id='0'/>",
)  # fmt: skip
OPEN = (
    b"<text:p>", b"</text:p>", b"<text:h text:outline-level='x'>", b"</text:h>", b"<text:list>", b"</text:list>",
    b"<text:list-item>", b"</text:list-item>", b"<text:span text:style-name='P1'>", b"</text:span>",
    b"<text:s text:c='999999999'/>", b"<text:s text:c='x'/>", b"<text:tab/>", b"<text:line-break/>", b"<table:table>",
    b"</table:table>", b"<table:table-row>", b"</table:table-row>", b"<table:table-cell>", b"</table:table-cell>",
    b"<text:change-start text:change-id='c1'/>", b"<text:change-end text:change-id='c1'/>",
    b"<text:note><text:note-body>", b"</text:note-body></text:note>", b"<office:annotation>", b"</office:annotation>",
    b"<text:section>", b"</text:section>", b"<draw:frame><draw:text-box>", b"</draw:text-box></draw:frame>",
    b"<text:soft-page-break/>",
)  # fmt: skip
RICH = (
    b"{", b"}", b"\\par ", b"\\pard", b"\\plain", b"\\u8220?", b"\\u-3913 ?", b"\\u55357?\\u56832?", b"\\uc0 ",
    b"\\uc99999 ", b"\\'e9", b"\\'", b"\\", b"\\*", b"\\bin9 ", b"\\bin-1 ", b"\\bin99999999 ", b"{\\footnote ",
    b"{\\*\\annotation ", b"{\\header ", b"\\trowd", b"\\cell", b"\\row", b"\\intbl", b"\\s1 ", b"\\s99999999999 ",
    b"{\\fonttbl{\\f0\\fcharset128 A;}}", b"\\f0 ", b"\\f1 ", b"\\v ", b"\\v0 ", b"\\deleted ",
    b"{\\stylesheet{\\s1 Title;}}", b"{\\field{\\*\\fldinst TOC}{\\fldrslt ", b"{\\info{\\title ", b"\\cpg65001 ",
    b"\\ansicpg99999 ", b"{\\pict ", b"\\revtim\\yr2022\\mo99\\dy1 ", b"\\~", b"\\\n", b"{\\upr{", b"{\\*\\ud{",
    b"{\\shptxt ",
)  # fmt: skip
POST = (
    b"From: Ana <a@e.org>\n", b"Subject: =?utf-8?q?a?=\n", b"Date: Fri, 3 May 2024 10:00:00 +0200\n",
    b"MIME-Version: 1.0\n", b"\n", b"Content-Type: multipart/mixed; boundary=b\n\n", b"--b\n", b"--b--\n",
    b"Content-Type: text/html; charset=x\n", b"> ", b"-- \n", b"Content-Transfer-Encoding: base64\n",
    b"Content-Type: message/rfc822\n\n", b"Content-Transfer-Encoding: x-uuencode\n",
    b"Content-Disposition: attachment; filename*=utf-8''a%ff\n",
    b"Content-Type: multipart/alternative; boundary=b\n\n", b"begin 644 a\n", b"On 3 May 2024 Ana wrote:\n",
    b"---------- Forwarded message ----------\n", b"To: b\n", b"Kind regards,\n", b"charset*0*=", b"=?x?b?",
    b"Content-Transfer-Encoding: quoted-printable\n", b"=E9=\n",
)  # fmt: skip
DATA = (
    b"{", b"}", b"[", b"]", b",", b":", b'"text"', b'"title"', b'"date"', b'"author"', b'"url"',
    b'"The dam was closed on Tuesday."', b"null", b"1e999", b"-1", b"123456789012345678901234567890", b'"\\ud800"',
    b'"<p>It was closed.</p>"', b"\n", b'{"text": "It was closed."}',
)  # fmt: skip
DRAWING = (
    b"BT ", b"ET ", b"/F1 10 Tf ", b"/F1 0 Tf ", b"/F1 -1e30 Tf ", b"1 0 0 1 20 300 Tm ", b"0 1 -1 0 99 99 Tm ",
    b"1e38 0 0 1e38 0 0 Tm ", b"(The dam was closed on Tues-) Tj ", b"(day, they said.) Tj ", b"(3) Tj ",
    b"[(A) -9999 (B)] TJ ", b"<ffff> Tj ", b"0 -12 Td ", b"q ", b"Q ", b"0 0 0 0 0 0 cm ", b"/X Do ", b"3 Tr ",
    b"12 TL T* ", b"120 0 Td ", b"(\\002) Tj ", b"-99999 Tz ", b"nan 0 Td ",
)  # fmt: skip


FUZZED: Mapping[str, Fuzzed] = {
    "text": Fuzzed("a.txt", lambda: (PLAIN.encode(), PLAIN.encode("utf-16")), WORDS),
    "markdown": Fuzzed("a.md", lambda: (f"---\ntitle: A\n---\n{PLAIN}".encode(),), WORDS + MARKDOWN),
    "html": Fuzzed("a.html", lambda: (_page_of(PLAIN),), WORDS + TAGS, _page),
    "mhtml": Fuzzed("a.mhtml", lambda: (_saved(_page_of(PLAIN)),), POST + TAGS, _saved),
    "webarchive": Fuzzed("a.webarchive", lambda: (_archived(_page_of(PLAIN)),), TAGS, _archived),
    "pdf": Fuzzed("a.pdf", _drawn, DRAWING, lambda content: drawn(content.decode("latin-1"))),
    "docx": Fuzzed(
        "a.docx",
        lambda: (packed(docx_parts(TEXT, title="A", author="Ana Kovac", modified="2022-05-03")),),
        WORD,
        _within(docx_parts(""), "word/document.xml", "</w:body>"),
    ),
    "odt": Fuzzed(
        "a.odt",
        lambda: (packed(odt_parts(TEXT, title="A", author="Ana Kovac")), WRITERS["fodt"](TEXT)),
        OPEN,
        _within(odt_parts(""), "content.xml", "</office:text>"),
    ),
    "rtf": Fuzzed(
        "a.rtf",
        lambda: (WRITERS["rtf"](TEXT, title="A", author="Ana Kovac", modified="2022-05-03"),),
        WORDS + RICH,
        lambda content: b"{\\rtf1\\ansi\\ansicpg1252\\uc1 " + content + b"}",
    ),
    "epub": Fuzzed(
        "a.epub",
        lambda: (packed(epub_parts(PLAIN, title="A", author="Ana Kovac", published="2022-05-03")),),
        TAGS,
        _within(epub_parts(""), "OEBPS/text/one.xhtml", "</body>"),
    ),
    "eml": Fuzzed("a.eml", _mails, WORDS + POST),
    "mbox": Fuzzed("a.mbox", lambda: (FROM + FROM.join(one + b"\n" for one in _mails()),), POST, FROM.__add__),
    "json": Fuzzed("a.json", lambda: (json.dumps(_articles()).encode(),), DATA),
    "jsonl": Fuzzed("a.jsonl", lambda: ("\n".join(map(json.dumps, _articles())).encode(),), DATA),
    "article": Fuzzed(
        "a.json",
        lambda: tuple(json.dumps(one).encode() for one in _articles()),
        WORDS + TAGS,
        lambda content: json.dumps({"text": content.decode("utf-8", "replace"), "date": "2022-05-03"}).encode(),
    ),
    "zip": Fuzzed(
        "a.zip",
        lambda: (zipped({"a/b.txt": PLAIN, "c.html": _page_of(PLAIN), "d.zip": zipped({"e.eml": _mails()[0]})}),),
        WORDS + TAGS,
        lambda content: zipped({"a.html": _page(content), "b.txt": content}),
    ),
}


def parts_of(archive: bytes) -> dict[str, bytes]:
    """What an archive holds; empty where it is none, or a damaged one."""
    try:
        with ZipFile(BytesIO(archive)) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return {}


def repacked(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these parts, of which several may have one name."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()
