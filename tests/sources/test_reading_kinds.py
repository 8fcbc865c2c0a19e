"""What a file is, told by its bytes, whatever its name says."""

import io
import plistlib
import zipfile

import pytest

from briefing.sources.draft import UnreadableError
from briefing.sources.kinds import recognised

ARTICLE = '{"title": "The bridge", "text": "The ministry closed the bridge on Friday."}'
MAIL = "From: Ana <ana@example.org>\nTo: desk@example.org\nSubject: Bridge\n\nIt is closed.\n"
PAGE = "<html><body><p>The ministry closed the bridge.</p></body></html>"
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/a\r\nSubject: Bridge\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="b"\r\n\r\n--b\r\n'
)


def packed(*names: str) -> bytes:
    """A zip archive of empty files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    return stream.getvalue()


def stored(name: str, data: bytes) -> bytes:
    """A zip archive of a file that is not compressed, so that its bytes stand in those of the archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


STORED = stored("a.pdf", b"%PDF-1.7\n")

KINDS = {
    "html": [
        PAGE,
        f"<!DOCTYPE html>\n{PAGE}",
        f"\ufeff\r\n<!-- saved from url=(0014)about:internet -->\r\n{PAGE}",
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">{PAGE}',
        "<HEAD><TITLE>Bridge</TITLE></HEAD><p>It is closed.",
    ],
    "mhtml": [
        SAVED,
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n',
    ],
    "webarchive": [plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>"}}, fmt=plistlib.FMT_BINARY)],
    "pdf": [b"%PDF-1.7\n", b"\r\n  %PDF-1.4\n"],
    "docx": [packed("[Content_Types].xml", "word/document.xml")],
    "odt": [packed("mimetype", "content.xml", "META-INF/manifest.xml")],
    "epub": [packed("mimetype", "META-INF/container.xml", "content.xml", "META-INF/manifest.xml")],
    "zip": [packed("a.txt"), packed(), STORED],
    "rtf": [b"{\\rtf1\\ansi It is closed.}"],
    "eml": [
        MAIL,
        f"\ufeff{MAIL}",
        f"\n{MAIL}",
        MAIL.replace("\n", "\r\n"),
        "Received: from a\n\tby b\nMessage-ID: <1@a>\nSubject: Bridge\n\nIt is closed.",
        "Subject: Bridge\nContent-Type: text/plain\n\nIt is closed.",
        "Message-ID: <1@a>\nSubject: Bridge\nReceived: from a" + "\n by b" * 2000 + "\nFrom: a@b\n\nIt is closed.",
        MAIL.replace("Subject", 'Content-Type: multipart/related; type="text/html"; boundary=b\nSubject'),
    ],
    "mbox": [f"From ana@example.org Fri May  3 10:00:00 2024\n{MAIL}", f"From - Fri May  3 10:00:00 2024\r\n{MAIL}"],
    "json": [ARTICLE, f"[{ARTICLE}, {ARTICLE}]", '{\n  "articles": []\n}', f"\ufeff{ARTICLE}\n", "[{}]"],
    "jsonl": [f"{ARTICLE}\n{ARTICLE}\n", f'{{"text": "{"It is closed. " * 900}"}}\n{ARTICLE}'],
    "text": [
        "From Paris with love: the ministers met.\nDate: it was a Friday.\n",
        "From Monday the bridge is closed.\n\nIt opens in June.",
        "Subject: the bridge\n\nIt is closed.",
        "Date: 3 May\n\nThe bridge is closed.",
        "From: the ministry\nThe bridge is closed.\nIt opens in June.",
        "Note: The bridge is closed.\nFrom: the ministry, on Friday.\nIt opens in June, they said.\n\nMore follows.",
        "{ the bridge is closed }",
        '{ "It is closed", she said. }',
        "[1] The bridge is closed.",
        "[The bridge is closed.]",
        "<b>The bridge</b> is closed.",
        "<p>The bridge is closed.</p>",
        "title: The bridge\ntags: [a, b]\n\nIt is closed.",
        "The river\n  took the bridge,\n  and the road.\n",
        "PK is the code of Pakistan's airline.",
        "",
    ],
}


class DescribeRecognised:
    @pytest.mark.parametrize(
        ("kind", "data"),
        [pytest.param(kind, data, id=f"{kind}-{at}") for kind in KINDS for at, data in enumerate(KINDS[kind])],
    )
    @pytest.mark.parametrize("name", ["a.pdf", "a.bin", "notes", "notes.2024", "article.TXT"])
    def it_tells_each_kind_whatever_its_name(self, kind: str, data: str | bytes, name: str) -> None:
        assert recognised(data.encode() if isinstance(data, str) else data, name).name == kind

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    @pytest.mark.parametrize(("text", "kind"), [(PAGE, "html"), (MAIL, "eml"), ("It is closed.", "text")])
    def it_reads_through_byte_order_marks(self, encoding: str, text: str, kind: str) -> None:
        assert recognised(text.encode(encoding), "a").name == kind

    @pytest.mark.parametrize("name", ["a.md", "a.MD", "folder/b.markdown"])
    def it_tells_markdown_by_its_name_alone(self, name: str) -> None:
        assert recognised(b"# The bridge\n\nIt is closed.", name).name == "markdown"

    @pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson"])
    def it_tells_json_lines_by_their_name_where_the_first_is_broken(self, name: str) -> None:
        assert recognised(f'{{"text": broken\n{ARTICLE}'.encode(), name).name == "jsonl"

    def it_takes_what_begins_as_two_kinds_for_the_one_that_a_person_would_open(self) -> None:
        assert recognised(b"%PDF-1.7\n" + packed("a.txt"), "a.zip").name == "pdf"
        assert recognised(f"<!-- {MAIL} -->{PAGE}".encode(), "a.eml").name == "html"


REFUSED = {
    "a picture": [
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"<svg xmlns='x'/>",
        b"<?xml version='1.0'?>\n<svg/>",
    ],
    "a picture, a sound or a film": [b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypmp42"],
    "an old Office document; save it as .docx": [b"\xd0\xcf\x11\xe0" + bytes(600)],
    "an Outlook message; save it as .eml": [b"\xd0\xcf\x11\xe0" + "__substg1.0_0037".encode("utf-16-le")],
    "a gzip archive; unpack it": [b"\x1f\x8b\x08"],
    "a tar archive; unpack it": [b"a.txt".ljust(257, b"\0") + b"ustar\x0000"],
    "a 7z archive; unpack it": [b"7z\xbc\xaf\x27\x1c"],
    "a news feed, which holds no whole articles; save its pages": [
        b"<rss version='2.0'>",
        b"<?xml version='1.0'?>\n<!-- made -->\n<feed xmlns='http://www.w3.org/2005/Atom'>",
    ],
    "XML, which may hold anything; save it as a page or as text": [b"<?xml version='1.0'?>\n<report/>"],
    "a zip archive, or a Word or OpenDocument file, and damaged": [packed("a.txt")[:40], b"PK\x03\x04"],
    "a spreadsheet; give the text that matters as .docx or .txt": [packed("[Content_Types].xml", "xl/workbook.xml")],
}


class DescribeWhatCannotBeRead:
    @pytest.mark.parametrize(("reason", "data"), [(reason, data) for reason in REFUSED for data in REFUSED[reason]])
    def it_is_told_with_the_way_out(self, reason: str, data: bytes) -> None:
        with pytest.raises(UnreadableError) as error:
            recognised(data, "a.txt")
        assert str(error.value) == f"It is {reason}."

    @pytest.mark.parametrize("ending", [".csv", ".log", ".yaml", ".css"])
    def it_is_text_that_is_no_article_by_its_ending(self, ending: str) -> None:
        with pytest.raises(UnreadableError, match=f"no article by its ending {ending}; name it .txt if it is one"):
            recognised(b"killed;12", f"table{ending.upper()}")
