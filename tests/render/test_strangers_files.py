"""What the files of a template from a stranger may try: settings, cue sets, pictures and the Word file."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from accord import brief
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from houses import filled, house
from word_reading import parts_of

from briefing.errors import TemplateError
from briefing.render import render
from briefing.settings import Template, load_cue_set, load_template
from briefing.workshop import word

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
SECTION = '[[section]]\nid = "a"\nheading = "A"\n'


class DescribeSettingsFromAStranger:
    @pytest.mark.parametrize(
        ("toml", "told"),
        [
            ("words = " + "[" * 5000, "nests too deep"),
            ("words = " + "9" * 5000, "is not valid TOML"),
            ("#" * 1_000_001, "has more than 1 MB"),
            ('extends = "../../analyst"', "not a path"),
            ('extends = "/etc"', "not a path"),
            ('extends = "analyst"\ncue_set = "../secret"', "There is no cue set “../secret”"),
            ('extends = "analyst"\nlogo = "logo.html"', "Name a picture"),
        ],
    )
    def it_is_refused(self, tmp_path: Path, toml: str, told: str) -> None:
        (tmp_path / "secret.toml").write_text(f'about = "x"\n{SECTION}')
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "template.toml").write_text(toml)
        with pytest.raises(TemplateError) as refusal:
            load_template(tmp_path / "own")
        assert told in str(refusal.value)

    def it_may_not_be_a_link_to_another_file(self, tmp_path: Path) -> None:
        (tmp_path / "secret.toml").write_text(f'about = "x"\n{SECTION}')
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "set.toml").symlink_to(tmp_path / "secret.toml")
        (tmp_path / "own" / "template.toml").symlink_to(tmp_path / "secret.toml")
        with pytest.raises(TemplateError, match="outside its folder"):
            load_cue_set("set", [tmp_path / "own"])
        with pytest.raises(TemplateError, match="outside its folder"):
            load_template(tmp_path / "own")


class DescribeALogoFromAStranger:
    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "has a <script>"),
            ("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='1'/>", "has “onload”"),
            ("logo.svg", "<svg><image href='file:///etc/passwd'/></svg>", "lies outside it"),
            ("logo.svg", "<svg><use href='http://x.invalid/a.svg#a'/></svg>", "lies outside it"),
            ("logo.svg", "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg>&a;</svg>", "has entities"),
            ("logo.svg", "<svg>", "is no SVG"),
            ("logo.png", "no picture", "is no picture"),
            ("../logo.png", "", "outside its folder"),
        ],
    )
    def it_is_refused(self, template: Template, tmp_path: Path, name: str, content: str, told: str) -> None:
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / name).write_text(content)
        with pytest.raises(TemplateError, match=told):
            render(brief, "html", replace(template, logo=name, folders=(folder, *template.folders)))

    def it_has_no_more_pixels_than_a_printer_needs(self, template: Template, tmp_path: Path) -> None:
        from PIL import Image

        Image.new("1", (30_000, 30_000)).save(tmp_path / "logo.png")
        own = replace(template, logo="logo.png", folders=(tmp_path, *template.folders))
        for format in ("html", "pdf", "docx"):  # noqa: A001
            with pytest.raises(TemplateError, match="30000 × 30000 pixels"):
                render(brief, format, own)


def related(kind: str, target: str) -> Callable[[WordFile], None]:
    """A relation of the document to what lies outside it."""

    def change(document: WordFile) -> None:
        document.part.relate_to(target, kind, is_external=True)

    return change


def field(*pieces: str) -> Callable[[WordFile], None]:
    """A field whose words are split over runs."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]

    def change(document: WordFile) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{marks[0]}{runs}{marks[1]}</w:p>"))

    return change


class DescribeAWordFileFromAStranger:
    @pytest.mark.parametrize(
        ("change", "told"),
        [
            (related(KIND.IMAGE, "file:///etc/passwd"), "reads 'file:///etc/passwd'"),
            (related(KIND.IMAGE, "http://x.invalid/a.png"), "reads 'http://x.invalid/a.png'"),
            (related(KIND.OLE_OBJECT, "file:///c:/a.xls"), "an object of another program"),
            (related(f"{OFFICE}/frame", "http://x.invalid"), "reads"),
            (related(f"{OFFICE}/aFChunk", "a.html"), "a page of another format"),
            (related(VBA, "vbaProject.bin"), "holds macros"),
            (related(KIND.HYPERLINK, "file:///etc/passwd"), "reads"),
            (field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"), "has the field 'DDEAUTO"),
            (field(" INCLUDE", "PICTURE ", '"http://x.invalid/a.png"'), "has the field 'INCLUDEPICTURE"),
        ],
    )
    def it_is_refused_where_word_would_run_or_fetch_something(
        self, template: Template, tmp_path: Path, change: Callable[[WordFile], None], told: str
    ) -> None:
        own = house(template, tmp_path, "{{ sections }}", change=change)
        with pytest.raises(TemplateError) as refusal:
            filled(own)
        assert told in str(refusal.value)

    def it_keeps_links_that_a_reader_follows(self, template: Template, tmp_path: Path) -> None:
        own = house(template, tmp_path, "{{ sections }}", change=related(KIND.HYPERLINK, "https://ministry.invalid"))
        assert b"https://ministry.invalid" in parts_of(render(brief, "docx", own))["word/_rels/document.xml.rels"]

    def it_forgets_the_template_that_it_was_made_from(self, template: Template, tmp_path: Path) -> None:
        def change(document: WordFile) -> None:
            id_ = document.part._settings_part.relate_to(
                "file:///C:/A.dotx", f"{OFFICE}/attachedTemplate", is_external=True
            )
            document.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{id_}"/>'))

        made = parts_of(render(brief, "docx", house(template, tmp_path, "{{ sections }}", change=change)))
        assert not [name for name, part in made.items() if b"A.dotx" in part or b"attachedTemplate" in part]

    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("word/media/a.bin", b"\0" * 100_000_001, "unpacks to more than 100 MB"),
            ("word/comments.xml", b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', "word/comments.xml declares entities"),
            ("word/a.xml", '<!DOCTYPE a [<!ENTITY b "b">]><a/>'.encode("utf-16-le"), "declares entities"),
        ],
    )
    def it_is_refused_before_it_is_unpacked(
        self, template: Template, tmp_path: Path, name: str, content: bytes, told: str
    ) -> None:
        own = house(template, tmp_path, "{{ sections }}")
        with ZipFile(tmp_path / "brief.docx", "a", ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        with pytest.raises(TemplateError, match=told):
            filled(own)

    def it_is_refused_where_it_is_only_checked(self, template: Template, tmp_path: Path) -> None:
        house(template, tmp_path, "{{ sections }}")
        with ZipFile(tmp_path / "brief.docx", "a", ZIP_DEFLATED) as archive:
            archive.writestr("word/media/a.bin", b"\0" * 100_000_001)
        (finding,) = word.read(tmp_path / "brief.docx", brief)
        assert finding.rule == "word-file"
        assert "unpacks to more than 100 MB" in finding.sentence

    @pytest.mark.parametrize("content", [b"", b"PK", b"<html>"])
    def it_is_refused_where_it_is_none(self, template: Template, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "brief.docx").write_bytes(content)
        with pytest.raises(TemplateError, match="no Word file"):
            filled(replace(template, folders=(tmp_path, *template.folders)))

    def it_is_refused_where_it_nests_without_end(self, template: Template, tmp_path: Path) -> None:
        house(template, tmp_path, "x")
        parts = parts_of((tmp_path / "brief.docx").read_bytes())
        parts["word/document.xml"] = b"<a>" * 100_000
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        (tmp_path / "brief.docx").write_bytes(stream.getvalue())
        with pytest.raises(TemplateError, match="no Word file"):
            filled(replace(template, folders=(tmp_path, *template.folders)))
