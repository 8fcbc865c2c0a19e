"""Files that are no brief, or were made to harm, end in one clear error."""

import gzip
import json
import subprocess
import sys
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile
from zlib import compressobj

import pikepdf
import pytest
from containers import with_other_attachment, with_other_part, with_other_record

from briefing import build, render, verify
from briefing.errors import BriefFileError
from briefing.model import Brief
from briefing.render.carried import LARGEST
from briefing.verification import opening

MOST_MEMORY = 1_500_000  # kilobytes
PEAK = """
import resource, sys
from briefing import errors, verify
try:
    verify(sys.argv[1])
except errors.BriefFileError as error:
    print(error)
# Of itself `resource` tells the peak of the program that started it, if that was higher.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    folder = tmp_path_factory.mktemp("port")
    (folder / "a.txt").write_text("The port reopened\n\nThe port of Orle reopened on 3 May 2024, the mayor said.\n")
    return build([folder])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "brief"


def bomb() -> bytes:
    """A Word file of a few kilobytes that unpacks to more than memory should hold."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 110_000_000)
    return stream.getvalue()


class DescribeVerifyingWhatIsNoBrief:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"Minutes of the meeting",
            b"{}",
            b"[1, 2",
            b'{"schema": 1',
            b'{"a": ' * 100_000,
            b"<html><body><p>A page</p></body></html>",
            b"<" * 100_000,
            b"<div>" * 20_000,
            b"%PDF-1.7\nnothing",
            b"PK\x03\x04nothing",
            "“Höchst geheim”".encode("utf-16"),
        ],
        ids=lambda content: repr(content[:12]),
    )
    def it_says_so(self, file: Path, content: bytes) -> None:
        file.write_bytes(content)
        with pytest.raises(BriefFileError, match="cannot be checked"):
            verify(file)

    def it_says_that_a_file_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(BriefFileError, match="It cannot be read"):
            verify(tmp_path / "none.pdf")

    def it_says_that_a_folder_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(BriefFileError, match="It is a folder"):
            verify(tmp_path)


class DescribeVerifyingWhatWasMadeToHarm:
    def it_refuses_a_word_file_that_unpacks_to_too_much(self, file: Path) -> None:
        file.write_bytes(bomb())
        with pytest.raises(BriefFileError, match="unpacks to more than"):
            verify(file)

    def it_refuses_entities_in_a_word_file(self, brief: Brief, file: Path) -> None:
        entity = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><record '
        file.write_bytes(with_other_part(render(brief, "docx"), "customXml/item1.xml", b"<record ", entity))
        with pytest.raises(BriefFileError, match="declares entities"):
            verify(file)

    @pytest.mark.parametrize("format_", ["html", "docx"])
    def it_refuses_a_record_that_unpacks_to_too_much(self, brief: Brief, file: Path, format_: str) -> None:
        file.write_bytes(with_other_record(render(brief, format_), format_, b" " * (LARGEST + 1)))
        with pytest.raises(BriefFileError, match="more than 32 MB"):
            verify(file)

    def it_refuses_an_attachment_that_unpacks_to_too_much(self, brief: Brief, file: Path) -> None:
        file.write_bytes(with_other_attachment(render(brief, "pdf"), "brief.json", b" " * (LARGEST + 1)))
        with pytest.raises(BriefFileError, match="more than 32 MB"):
            verify(file)

    def it_takes_no_more_memory_than_there_is(self, file: Path) -> None:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            packer = compressobj(1)
            content = b"".join(packer.compress(bytes(10_000_000)) for _ in range(90)) + packer.flush()
            stream = pikepdf.Stream(pdf, content, Filter=pikepdf.Name.FlateDecode)
            spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="brief.json", UF="brief.json", EF={"/F": stream})
            pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles={"/Names": ["brief.json", pdf.make_indirect(spec)]})
            pdf.save(file)
        told, peak, below = subprocess.run(
            [sys.executable, "-c", PEAK, str(file)], check=True, capture_output=True, text=True
        ).stdout.splitlines()
        assert "cannot be checked" in told
        assert int(peak) + int(below) < MOST_MEMORY

    def it_reads_no_more_of_a_file_than_its_bound(
        self, file: Path, monkeypatch: pytest.MonkeyPatch, brief: Brief
    ) -> None:
        file.write_bytes(render(brief, "json"))
        monkeypatch.setitem(opening._LARGEST_FILE, "json", 1000)
        with pytest.raises(BriefFileError, match="the most that is read"):
            verify(file)

    def it_refuses_a_page_with_two_records(self, brief: Brief, file: Path) -> None:
        page = render(brief, "html").decode()
        record = page[page.index('<script type="application/gzip"') : page.rindex("</body>")]
        file.write_text(page.replace("</body>", f"{record}</body>"), "utf-8")
        with pytest.raises(BriefFileError, match="several records"):
            verify(file)

    @pytest.mark.parametrize("format_", ["html", "docx", "pdf"])
    def it_says_that_a_file_is_cut_short(self, brief: Brief, file: Path, format_: str) -> None:
        whole = render(brief, format_)
        file.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(BriefFileError):
            verify(file)

    def it_tells_of_a_script_in_a_pdf(self, brief: Brief, file: Path) -> None:
        with pikepdf.open(BytesIO(render(brief, "pdf"))) as pdf:
            action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
            script = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), action])))
            pdf.Root.Names.JavaScript = script
            pdf.save(file)
        assert [fault.sentence for fault in verify(file).faults] == ["It has a script, as no brief has."]

    def it_takes_a_record_in_which_nothing_can_be_found_as_changed(self, brief: Brief, file: Path) -> None:
        record = json.loads(render(brief, "json"))
        for source in record["sources"]:
            source["id"] = "X"
        file.write_text(json.dumps(record), "utf-8")
        assert not verify(file).stands

    def it_unpacks_what_others_pack(self, brief: Brief, file: Path) -> None:
        page, record = render(brief, "html"), render(brief, "json")
        other = b64encode(gzip.compress(record, 1))
        start, end = page.index(b'"brief_record"'), page.rindex(b"</script>")
        head = page[: page.index(b">", start) + 1]
        file.write_bytes(head + other + page[end:])
        # The record stands; only the page is not byte for byte the one that it gives.
        assert [fault.place for fault in verify(file).faults] == ["html"]
