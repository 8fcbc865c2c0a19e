"""“A template in an afternoon”: its steps are followed to the letter, and what they promise is looked for.

A step is a command, or text to be put into a file. The reader here does what the words
around a block ask for: settings go below `extends` and those put there before, sections to the
end of the file, and the letterhead into the head of the first page, as Word would.
"""

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from docs_reading import FENCE, ROOT, text_of
from docx import Document
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Emu
from PIL import Image
from pypdfium2 import PdfDocument, PdfPage
from typer.testing import CliRunner

from briefing.cli import app
from briefing.settings import load_template

LOGO = (12, 120, 60)
"""A colour that nothing else in a brief has."""
NEEDS = (
    "Some 9,400 people still live in tents and schools on both sides of the border.",
    "Clean water remains the most urgent need.",
)
"""Of the sample, what belongs to the humanitarian situation."""


class Followed(NamedTuple):
    """What the tutorial has led to."""

    folder: Path
    settings: dict[str, object]
    letterhead: str
    on_letterhead: str
    told: dict[str, str]
    """What each command said."""

    @property
    def own(self) -> Path:
        return self.folder / "templates" / "ministry"


def run(command: str) -> str:
    program, *arguments = shlex.split(command)
    assert program == "briefing"
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def blocks() -> Iterator[tuple[str, str]]:
    """The steps: of each block of code its language and its text."""
    tutorial = re.split(r"^## ", text_of("docs/templates.md"), flags=re.MULTILINE)[1]
    assert tutorial.startswith("A template in an afternoon\n")
    yield from FENCE.findall(tutorial)


def edited(file: Path, before: str, text: str) -> str:
    """Put text into `template.toml`, below what was put there before or at its end; gives where to go on."""
    told = file.read_text("utf-8")
    if text.startswith("[["):
        file.write_text(f"{told}\n{text}", "utf-8")
        return before
    assert told.count(before) == 1
    file.write_text(told.replace(before, f"{before}\n{text}"), "utf-8")
    return text


def type_in_head(file: Path, text: str) -> None:
    """Type text above the logo, in the head of the first page."""
    document = Document(str(file))
    first, *_ = document.sections[0].first_page_header.paragraphs
    assert first.text == "{{ logo }}"
    first.insert_paragraph_before(text, first.style)
    document.save(str(file))


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    """An empty folder with a copy of the sources, in which all steps were followed in their order."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    own = folder / "templates" / "ministry"
    below = 'extends = "analyst"\n'
    told: dict[str, str] = {}
    texts: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for language, text in blocks():
            if language == "sh":
                told[text.strip()] = run(text)
            elif language == "toml":
                below = edited(own / "template.toml", below, text)
            else:
                texts.append(text.strip())
            if "logo =" in text:
                Image.new("RGB", (300, 120), LOGO).save(own / "logo.png")
            if len(texts) == 1 and language == "text":
                type_in_head(own / "brief.docx", texts[0])
        settings = tomllib.loads((own / "template.toml").read_text("utf-8"))
        letterhead, on_letterhead = texts
        yield Followed(folder, settings, letterhead, on_letterhead, told)


@pytest.fixture(scope="module")
def sample(followed: Followed) -> Path:
    """The folder with what the template makes of the sample, in the same formats."""
    out = followed.folder / "sample"
    formats = "--format pdf --format docx --format html"
    run(f"briefing build {ROOT / 'templates' / 'sample'} --template ministry --output {out} {formats}")
    return out


@pytest.fixture
def expected(followed: Followed) -> list[str]:
    """The headings in the order that the tutorial gives them: those typed, and the others in French."""
    french = tomllib.loads(text_of("templates/words/fr.toml"))["headings"]
    typed = {one["id"]: one["heading"] for one in followed.settings["section"]}  # type: ignore[attr-defined]
    analyst = {spec.id: spec.heading for spec in load_template("analyst").sections}
    order = [*followed.settings["sections"]]  # type: ignore[misc]
    at = order.index("set")
    order[at : at + 1] = ["terms", "background", "challenges"]
    return [typed.get(id_) or french.get(analyst[id_], analyst[id_]) for id_ in order]


def shades(page: PdfPage) -> set[tuple[int, int, int]]:
    """The colours that a page shows."""
    found = page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 20)
    assert found is not None
    return {shade for _, shade in found if isinstance(shade, tuple)}


def words_of(pdf: PdfDocument) -> str:
    """The words of all pages, however their lines are broken."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def styled(document: WordFile, *styles: str) -> list[str]:
    """The paragraphs with one of these styles, in tables too."""
    ids = {document.styles[name].style_id for name in styles}
    found = (p for p in document.element.body.iter(qn("w:p")) if p.style in ids)
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in found]


def headings_of(html: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", found) for found in re.findall(r"<h2[^>]*>(.*?)</h2>", html)]


def new_section(html: str) -> str:
    """The section on the humanitarian situation."""
    (found,) = re.findall(r'<section id="section_humanitarian".*?</section>', html, re.DOTALL)
    return str(found)


class DescribeTheTutorial:
    def it_makes_a_template_that_a_check_finds_nothing_wrong_with(self, followed: Followed) -> None:
        assert followed.told["briefing templates check ministry"] == "Nothing is wrong with it.\n"
        assert run("briefing templates check ministry --strict") == "Nothing is wrong with it.\n"

    def it_shows_the_template_in_a_preview(self, followed: Followed) -> None:
        assert "preview/preview.pdf" in followed.told["briefing templates preview ministry"].replace("\\", "/")
        run("briefing templates preview ministry --page 1 --quiet")
        seen = PdfDocument(followed.folder / "preview" / "preview.pdf")
        assert all(sentence in words_of(seen) for sentence in NEEDS)
        assert (followed.folder / "preview" / "preview-1.png").is_file()

    def it_names_the_sections_of_the_kind_of_event(self, followed: Followed) -> None:
        ids = [spec.id for spec in load_template(followed.own).sections]
        at = ids.index("terms")
        assert ids[at : at + 3] == ["terms", "background", "challenges"]

    def it_lets_unchanged_files_be_taken_away(self, followed: Followed, tmp_path: Path) -> None:
        fewer = shutil.copytree(followed.own, tmp_path / "ministry")
        for name in ("brief.html", "brief.css", "README.md"):
            (fewer / name).unlink()
        run(f"briefing build seeds --template {fewer} --format html --output {tmp_path}")
        whole, lean = (path / "brief.html" for path in (followed.folder / "output", tmp_path))
        assert lean.read_text("utf-8").split("<body>")[1] == whole.read_text("utf-8").split("<body>")[1]


class DescribeThePage:
    @pytest.fixture
    def page(self, followed: Followed) -> str:
        return (followed.folder / "output" / "brief.html").read_text("utf-8")

    def it_has_the_headings_in_their_order(self, page: str, expected: list[str]) -> None:
        assert headings_of(page)[: len(expected) - 1] == expected[:-1]

    def it_is_in_french_with_french_dates(self, page: str) -> None:
        assert '<html lang="fr"' in page
        assert "16\u00a0septembre 2023" in page

    def it_has_the_logo_and_the_colour(self, page: str, followed: Followed) -> None:
        assert re.search(rf'<img[^>]+alt="{followed.settings["logo_alt"]}"', page)
        assert str(followed.settings["accent"]) in page

    def it_says_that_the_new_section_is_empty(self, page: str) -> None:
        nothing = tomllib.loads(text_of("templates/words/fr.toml"))["nothing"]
        assert nothing in new_section(page)

    def it_has_the_sentences_of_the_new_section(self, sample: Path) -> None:
        section = new_section((sample / "brief.html").read_text("utf-8"))
        assert all(sentence in section for sentence in NEEDS)


class DescribeThePaper:
    @pytest.fixture
    def pdf(self, followed: Followed) -> PdfDocument:
        return PdfDocument(followed.folder / "output" / "brief.pdf")

    def it_has_the_headings_in_their_order(self, pdf: PdfDocument, expected: list[str]) -> None:
        found = [mark.get_title() for mark in pdf.get_toc()]
        assert [title for title in found if title in expected] == expected

    def it_is_in_french_with_french_dates(self, pdf: PdfDocument) -> None:
        assert "16 septembre 2023" in words_of(pdf)

    def it_is_letter_paper(self, pdf: PdfDocument) -> None:
        assert {tuple(map(round, page.get_size())) for page in pdf} == {(612, 792)}

    def it_has_the_logo_and_the_colour(self, pdf: PdfDocument, followed: Followed) -> None:
        accent = bytes.fromhex(str(followed.settings["accent"]).removeprefix("#"))
        assert shades(pdf[0]) >= {LOGO, tuple(accent)}
        assert LOGO not in shades(pdf[1])

    def it_has_the_sentences_of_the_new_section(self, sample: Path) -> None:
        assert all(sentence in words_of(PdfDocument(sample / "brief.pdf")) for sentence in NEEDS)


class DescribeTheWordFile:
    @pytest.fixture
    def word(self, followed: Followed) -> WordFile:
        return Document(str(followed.folder / "output" / "brief.docx"))

    def it_has_the_headings_in_their_order(self, word: WordFile, expected: list[str]) -> None:
        assert styled(word, "Heading 1", "Boxed Heading") == expected

    def it_is_in_french_with_french_dates(self, word: WordFile) -> None:
        assert "16\u00a0septembre 2023" in "\n".join(styled(word, "Table Text"))

    def it_is_letter_paper(self, word: WordFile) -> None:
        sizes = {tuple(sorted((section.page_width or 0, section.page_height or 0))) for section in word.sections}
        assert sizes == {(Emu(7772400), Emu(10058400))}

    def it_stands_on_the_letterhead_with_the_logo(self, word: WordFile, followed: Followed) -> None:
        head = word.sections[0].first_page_header
        assert head.paragraphs[0].text == followed.letterhead
        (picture,) = head._element.iter(qn("a:blip"))
        blob = head.part.related_parts[picture.get(qn("r:embed"))].blob
        with Image.open(BytesIO(blob)) as logo:
            assert logo.convert("RGB").getpixel((5, 5)) == LOGO
        assert followed.settings["logo_alt"] in [shape.get("descr") for shape in head._element.iter(qn("wp:docPr"))]

    def it_has_the_colour(self, word: WordFile, followed: Followed) -> None:
        (theme,) = (part.blob.decode() for part in word.part.package.iter_parts() if "theme" in str(part.partname))
        accent = str(followed.settings["accent"]).removeprefix("#")
        assert re.search(rf'<a:accent1>\s*<a:srgbClr val="{accent}"', theme, re.IGNORECASE)

    def it_cites_by_numbers_and_not_in_footnotes(self, word: WordFile) -> None:
        citation = word.styles["Citation"].style_id
        raised = [run for run in word.element.body.iter(qn("w:r")) if run.style == citation]
        assert len(raised) > len(styled(word, "List Bullet", "Boxed Bullet"))
        assert [*word.element.body.iter(qn("w:footnoteReference"))] == []

    def it_has_the_sentences_of_the_new_section(self, sample: Path) -> None:
        word = Document(str(sample / "brief.docx"))
        told = "".join(styled(word, "Heading 1", "List Bullet"))
        section = told.partition("Situation humanitaire")[2].partition("Termes de")[0]
        assert all(sentence in section for sentence in NEEDS)


class DescribeALetterheadThatIsAWordFile:
    def it_takes_the_brief_where_the_lines_are_typed(self, followed: Followed, tmp_path: Path) -> None:
        own = shutil.copytree(followed.own, tmp_path / "ministry")
        letterhead = Document()
        letterhead.sections[0].header.paragraphs[0].text = followed.letterhead
        for line in followed.on_letterhead.splitlines():
            letterhead.add_paragraph(line)
        letterhead.save(str(own / "brief.docx"))
        (warning,) = [one for one in run(f"briefing templates check {own}").splitlines() if "warning: " in one]
        assert "[lent-styles]" in warning
        run(f"briefing build seeds --template {own} --format docx --output {tmp_path}")
        made = Document(str(tmp_path / "brief.docx"))
        assert made.sections[0].header.paragraphs[0].text == followed.letterhead
        assert "Situation humanitaire" in styled(made, "Heading 1")
