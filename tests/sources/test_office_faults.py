"""Office files that are damaged, locked or hostile: each ends in its text, or in one sentence that says why not."""

import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_notation import Parts, packed
from office_word import docx_parts
from office_writers import WRITERS, epub_parts, odt_parts
from reading_notation import Write

from briefing.model import Document, Skipped
from briefing.sources import read
from briefing.sources.kinds import KINDS, recognised
from briefing.sources.pieces import Single
from briefing.sources.readers import package, rtf_tokens
from briefing.sources.readers.tree import MOST_TAGS
from briefing.sources.reading import read_piece

TEXT = "The dam on the river failed on Monday, officials said.\nThe minister went there on Tuesday, her office said."
PACKED: dict[str, tuple[Callable[..., Parts], str]] = {
    "docx": (docx_parts, "word/document.xml"),
    "odt": (odt_parts, "content.xml"),
    "epub": (epub_parts, "OEBPS/text/one.xhtml"),
}
EVERY = pytest.mark.parametrize("ending", WRITERS)
EVERY_PACKED = pytest.mark.parametrize("ending", PACKED)


def outcome(content: bytes, ending: str) -> Document | Skipped:
    """What reading makes of a file of this kind."""
    made = read_piece(Single("a", content, KINDS["odt" if ending == "fodt" else ending]), "en")
    assert isinstance(made, Document) or made.reason.endswith(".")
    return made


def reason(content: bytes, ending: str) -> str:
    made = outcome(content, ending)
    assert isinstance(made, Skipped)
    return made.reason


def with_text(ending: str, change: Callable[[str], str]) -> bytes:
    """A file whose part with the text is changed."""
    parts, name = PACKED[ending][0](TEXT), PACKED[ending][1]
    return packed(parts | {name: change(parts[name])})


def repacked(ending: str, method: int = ZIP_DEFLATED, *, twice: bool = False) -> bytes:
    stream = BytesIO()
    parts, name = PACKED[ending][0](TEXT), PACKED[ending][1]
    with ZipFile(stream, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for part, content in [*parts.items(), *([(name, parts[name])] if twice else [])]:
            archive.writestr(part, content)
    return stream.getvalue()


class DescribeADamagedFile:
    @EVERY
    def it_is_read_or_refused_wherever_it_ends(self, ending: str) -> None:
        content = WRITERS[ending](TEXT)
        for at in range(0, len(content), max(1, len(content) // 40)):
            outcome(content[:at], ending)

    @EVERY
    @given(places=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=20))
    def it_is_read_or_refused_whatever_bits_are_flipped(self, ending: str, places: list[tuple[float, int]]) -> None:
        content = bytearray(WRITERS[ending](TEXT))
        for place, flip in places:
            content[int(place * len(content))] ^= flip
        outcome(bytes(content), ending)

    @EVERY_PACKED
    def it_names_the_part_that_is_missing(self, ending: str) -> None:
        write, name = PACKED[ending]
        parts = {part: content for part, content in write(TEXT).items() if part != name}
        assert reason(packed(parts), ending) == f"Its part {name} is missing."

    @EVERY_PACKED
    def it_names_the_part_that_is_not_what_was_packed(self, ending: str) -> None:
        content = repacked(ending, ZIP_STORED).replace(b"officials said", b"officials sang")
        assert reason(content, ending) == f"Its part {PACKED[ending][1]} is damaged."

    @pytest.mark.parametrize("ending", ["docx", "odt"])
    def it_names_the_part_that_is_no_xml(self, ending: str) -> None:
        content = with_text(ending, lambda text: text.replace("officials", "<b>officials"))
        assert reason(content, ending).startswith(f"Its part {PACKED[ending][1]} is damaged, or nests too deep")

    @EVERY_PACKED
    def it_leaves_the_rest_to_be_read(self, write: Write, ending: str) -> None:
        content = WRITERS[ending](TEXT)
        folder = write("b.txt", TEXT).parent
        write(f"a.{ending}", content[: len(content) // 2])
        reading = read([folder])
        assert [one.source.path for one in reading.documents] == ["demo/b.txt"]
        assert [one.path for one in reading.skipped] == [f"demo/a.{ending}"]


class DescribeALockedFile:
    @EVERY_PACKED
    def it_says_what_to_do(self, ending: str) -> None:
        content = bytearray(WRITERS[ending](TEXT))
        at = -1
        while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:  # the list of parts says which of them are locked
            content[at + 8] |= 1
        assert reason(bytes(content), ending) == "It is locked with a password; save it without one."

    def it_is_told_by_the_manifest_of_an_opendocument_text(self) -> None:
        parts = odt_parts(TEXT)
        manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
        content = packed(parts | {"META-INF/manifest.xml": manifest, "content.xml": "\x93\x01"})
        assert reason(content, "odt") == "It is locked with a password; save it without one."


class DescribeAHostileFile:
    BOMB = '<!DOCTYPE x [<!ENTITY a "officials said"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    THIEF = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

    @EVERY_PACKED
    @pytest.mark.parametrize("declared", [BOMB, THIEF])
    def it_has_no_entity_followed(self, ending: str, declared: str) -> None:
        content = with_text(ending, lambda text: declared + text.replace("officials said", "&a;"))
        assert reason(content, ending).endswith("declares names for text, as no office program does.")

    @EVERY_PACKED
    def it_has_no_dtd_fetched(self, ending: str) -> None:
        doctype = '<!DOCTYPE html SYSTEM "file:///etc/passwd">'
        made = outcome(with_text(ending, lambda text: doctype + text), ending)
        assert isinstance(made, Document)
        assert made.text == TEXT.replace("\n", "\n\n")

    @EVERY_PACKED
    def it_is_refused_before_it_is_unpacked(self, ending: str) -> None:
        content = with_text(ending, lambda text: text + " " * package.MOST_OF_PART)
        assert len(content) < 100_000
        assert "bytes, more than is read" in reason(content, ending)

    def it_is_refused_for_all_its_parts_together(self) -> None:
        rows = "".join(f'<item id="i{at}" href="i{at}"/>' for at in range(9))
        spine = "".join(f'<itemref idref="i{at}"/>' for at in range(9))
        pages = {f"OEBPS/i{at}": "<p>" + " " * (package.MOST_OF_ALL // 8) + "</p>" for at in range(9)}
        book = {"OEBPS/book.opf": f"<package><manifest>{rows}</manifest><spine>{spine}</spine></package>"}
        assert "bytes, more than is read" in reason(packed(epub_parts(TEXT) | book | pages), "epub")

    @EVERY_PACKED
    def it_is_held_to_what_it_declares(self, ending: str) -> None:
        """A list of parts that says that the text has 10 bytes, where it has more."""
        content = bytearray(WRITERS[ending](TEXT))
        name = PACKED[ending][1].encode()
        at = next(at for at in _entries(content) if content[at + 46 :].startswith(name))
        content[at + 24 : at + 28] = struct.pack("<I", 10)
        assert isinstance(outcome(bytes(content), ending), Skipped)

    @EVERY_PACKED
    def it_may_not_have_very_many_tags(self, ending: str) -> None:
        content = with_text(ending, lambda text: text + "<a/>" * (MOST_TAGS + 1))
        assert " tags" in reason(content, ending)

    @EVERY_PACKED
    def it_may_not_be_packed_in_a_way_that_takes_memory(self, ending: str) -> None:
        assert reason(repacked(ending, ZIP_LZMA), ending).endswith("is packed in a way that no office program uses.")

    @EVERY_PACKED
    def it_may_not_hold_two_texts(self, ending: str) -> None:
        assert reason(repacked(ending, twice=True), ending) == (
            f"It holds the part {PACKED[ending][1]} 2 times, so what it says depends on who opens it."
        )

    @EVERY_PACKED
    def it_may_not_hold_very_many_parts(self, ending: str) -> None:
        content = packed(PACKED[ending][0](TEXT) | {f"{at}": "" for at in range(package.MOST_PARTS)})
        assert reason(content, ending) == f"It holds more than {package.MOST_PARTS:,} parts."

    @EVERY_PACKED
    def it_leads_nowhere_by_the_names_of_its_parts(self, ending: str) -> None:
        content = packed(PACKED[ending][0](TEXT) | {"../../evil": "x", "/etc/evil": "x", "C:\\evil": "x", "a\0b": "x"})
        assert isinstance(outcome(content, ending), Document)

    @pytest.mark.parametrize("ending", ["docx", "odt", "epub", "fodt"])
    def it_may_nest_as_deep_as_it_likes(self, ending: str) -> None:
        def deep(text: str) -> str:
            return text.replace("officials", "<span>" * 20_000 + "officials" + "</span>" * 20_000, 1)

        content = deep(WRITERS["fodt"](TEXT).decode()).encode() if ending == "fodt" else with_text(ending, deep)
        outcome(content, ending)

    @pytest.mark.parametrize("part", ["\\par", "{\\v a}", "\\u1?", "\\'e9", "\\cell\\row", "{\\footnote a}", "}"])
    def it_may_repeat_itself(self, part: str) -> None:
        outcome(f"{{\\rtf1 {TEXT}{part * 20_000}".encode(), "rtf")

    def it_may_skip_groups_in_groups_as_often_as_it_likes(self) -> None:
        """Far too many for anything that looks for the text around them group by group."""
        outcome((f"{{\\rtf1 {TEXT}" + "{\\pict" * 50_000 + "{\\ud}" * 50_000).encode(), "rtf")

    def it_may_open_fields_that_it_never_ends(self) -> None:
        fields = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" * 20_000
        made = outcome(with_text("docx", lambda text: text.replace("<w:body>", f"<w:body>{fields}")), "docx")
        assert isinstance(made, Document)

    @pytest.mark.parametrize("number", ["9999999999", "-1", "2147483648"])
    def it_may_claim_a_picture_of_any_size(self, number: str) -> None:
        made = outcome(f"{{\\rtf1 {TEXT}\\par\\bin{number} and no more}}".encode(), "rtf")
        assert isinstance(made, Document)

    def it_has_so_many_marks_read_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rtf_tokens, "MOST_TOKENS", 1000)
        assert reason(b"{\\rtf1" + b"{}" * 500, "rtf") == "It has more than 1,000 marks; save it as .docx."


class DescribeWhatIsNoText:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "It is a spreadsheet; give the text"),
            ({"[Content_Types].xml": "", "ppt/presentation.xml": ""}, "It is a set of slides; save it as .pdf."),
            ({"[Content_Types].xml": ""}, "It is an Office file of a kind that is not read; save it as .pdf."),
            ({"Index/Document.iwa": ""}, "It is a document of Pages, Numbers or Keynote; export it as .docx or .pdf."),
            (
                {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
                | {"content.xml": "", "META-INF/manifest.xml": ""},
                "It is a spreadsheet; give the text that matters as .docx or .txt.",
            ),
        ],
    )
    def it_says_what_it_is_and_what_to_do(self, content: dict[str, str], told: str) -> None:
        with pytest.raises(Exception, match=told):
            recognised(packed_plainly(content), "a")

    @pytest.mark.parametrize(
        ("stream", "told"),
        [
            ("EncryptedPackage", "It is locked with a password; save it without one."),
            ("WordDocument", "It is an old Word file; save it as .docx."),
            ("Workbook", "It is a spreadsheet; give the text that matters as .docx or .txt."),
            ("PowerPoint Document", "It is a set of slides; save it as .pdf."),
            ("__substg1.0_1000001F", "It is an Outlook message; save it as .eml."),
            ("Contents", "It is an old Office document; save it as .docx."),
        ],
    )
    def it_says_so_of_old_programs_too(self, stream: str, told: str) -> None:
        with pytest.raises(Exception, match=told):
            recognised(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le"), "a.docx")


def packed_plainly(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _entries(content: bytearray) -> list[int]:
    """Where the list of an archive's parts tells of each."""
    return [at for at in range(len(content)) if content[at : at + 4] == b"PK\x01\x02"]
