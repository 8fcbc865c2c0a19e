"""Every Word file that we make is held to the format's schema, and to what the schema cannot say."""

import posixpath
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from accord import SIGNED, brief
from docx import Document
from lxml import etree
from reading import W, body_of, squeezed
from tools import needed
from word_reading import ids_of, lines_of, parts_of, stories_of

from briefing.render import render
from briefing.render.docx.footnotes import Footnotes
from briefing.render.view import Cite, Place
from briefing.render.words import Words
from briefing.settings import Template, known_templates, load_template

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def of_its_own(folder: Path) -> Template:
    """A template whose Word file has a footnote and a comment of its own, and lacks styles that Word knows."""
    template = load_template("analyst")
    document = Document(str(template.file("brief.docx")))
    block = document.add_paragraph("Our house")
    Footnotes(document, Words()).add(block, [Cite(1, "source_1", False, "Hollin Courier", Place((2,)), SIGNED[:1])])
    document.add_comment(block.runs[0], "Ours", "The house", "h")
    document.save(str(folder / "brief.docx"))
    return replace(template, folders=(folder, *template.folders))


def files(folder: Path) -> dict[str, bytes]:
    analyst = load_template("analyst")
    shipped = {name: render(brief, "docx", load_template(name)) for name in known_templates()}
    return shipped | {
        "numbers": render(brief, "docx", replace(analyst, citations="numbers")),
        "review": render(brief, "docx", analyst, review=True),
        "own": render(brief, "docx", of_its_own(folder), review=True),
        "empty": render(replace(brief, sections=(), documents=()), "docx", analyst, review=True),
    }


def validated(file: Path) -> str:
    """What the validator finds, in a process of its own: it mixes up the files that one process checks."""
    validator = Path(sys.executable).with_name("openxml-audit")
    return subprocess.run([validator, file], capture_output=True, text=True, check=False).stdout


NAMES = [*known_templates(), "numbers", "review", "own", "empty"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files(tmp_path_factory.mktemp("own"))


@pytest.mark.parametrize("name", NAMES)
class DescribeEveryWordFile:
    def it_follows_the_schema(self, made: dict[str, bytes], name: str, tmp_path: Path) -> None:
        assert "Errors: 0\n" in validated(_written(made[name], tmp_path))

    def it_leads_each_link_to_a_bookmark(self, made: dict[str, bytes], name: str) -> None:
        bookmarks = [mark.get(f"{W}name") for mark in body_of(made[name]).iter(f"{W}bookmarkStart")]
        assert len(set(bookmarks)) == len(bookmarks)
        stories = [content for part, content in parts_of(made[name]).items() if part.endswith(".xml")]
        links = [link for content in stories for link in etree.fromstring(content).iter(f"{W}hyperlink")]
        assert {link.get(f"{W}anchor") for link in links} <= set(bookmarks)

    def it_has_a_note_for_each_reference_and_a_reference_for_each_note(self, made: dict[str, bytes], name: str) -> None:
        references = ids_of(body_of(made[name]), "footnoteReference")
        assert len(set(references)) == len(references)
        assert set(references) == set(stories_of(made[name], "footnotes"))

    def it_has_a_comment_for_each_range(self, made: dict[str, bytes], name: str) -> None:
        body = body_of(made[name])
        ranges = ids_of(body, "commentRangeStart")
        assert len(set(ranges)) == len(ranges)
        assert ranges == ids_of(body, "commentRangeEnd") == ids_of(body, "commentReference")
        assert set(ranges) <= set(stories_of(made[name], "comments"))

    def it_defines_each_style_that_it_uses_once(self, made: dict[str, bytes], name: str) -> None:
        parts = {part: etree.fromstring(content) for part, content in parts_of(made[name]).items() if ".xml" in part}
        used = {
            style.get(f"{W}val")
            for root in parts.values()
            for style in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next")
        }
        defined = [style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")]
        assert len(set(defined)) == len(defined)
        assert used <= set(defined)

    def it_has_the_part_of_each_relation(self, made: dict[str, bytes], name: str) -> None:
        parts = parts_of(made[name])
        for part, content in parts.items():
            if part.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(part))
                for relation in etree.fromstring(content).iter(RELATIONS):
                    if relation.get("TargetMode") != "External":
                        target = posixpath.join("/", folder, relation.get("Target"))
                        assert posixpath.normpath(target).lstrip("/") in parts

    def it_is_small(self, made: dict[str, bytes], name: str) -> None:
        assert len(made[name]) < 60_000


class DescribeTheValidator:
    def it_finds_a_planted_fault(self, made: dict[str, bytes], tmp_path: Path) -> None:
        document = Document(str(_written(made["review"], tmp_path)))
        document.settings.element.append(document.settings.element[0])
        document.save(str(tmp_path / "faulty.docx"))
        assert "footnotePr" in validated(tmp_path / "faulty.docx")


class DescribeLibreOffice:
    def it_opens_the_file_with_its_notes_and_comments(self, made: dict[str, bytes], tmp_path: Path) -> None:
        office = needed("soffice")
        file = _written(made["review"], tmp_path)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        converting = [office, profile, "--headless", "--convert-to", "fodt"]
        subprocess.run([*converting, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True)
        converted = etree.parse(tmp_path / "brief.fodt").getroot()
        notes = [squeezed("".join(note.itertext())) for note in converted.iter(f"{TEXT}note-body")]
        assert notes == [squeezed("".join(lines_of(note))) for note in stories_of(made["review"], "footnotes").values()]
        for comment in stories_of(made["review"], "comments").values():
            assert all(squeezed(line) in squeezed("".join(converted.itertext())) for line in lines_of(comment))


def _written(docx: bytes, folder: Path) -> Path:
    (folder / "brief.docx").write_bytes(docx)
    return folder / "brief.docx"
