"""The look that a template sets by keys: paper, logo and accent, in all formats alike."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from accord import brief
from docx import Document
from houses import filled, house
from PIL import Image
from reading import W, page_of
from word_reading import parts_of

from briefing.errors import TemplateError
from briefing.render import render
from briefing.render.html.page import page
from briefing.settings import Template, contrast, load_template, mixed

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0H90V30H0Z"/></svg>'
MM = 36_000


@pytest.fixture
def marked(template: Template, tmp_path: Path) -> Template:
    """A template with a logo, as a drawing and as a picture."""
    (tmp_path / "logo.svg").write_text(DRAWING)
    Image.new("RGB", (900, 300)).save(tmp_path / "logo.png")
    return replace(template, name="own", logo="logo.svg", logo_alt="The house", folders=(tmp_path, *template.folders))


def elements(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


class DescribeThePaper:
    @pytest.mark.parametrize(
        ("paper", "width", "height"), [("A4", 210, 297), ("Letter", 215.9, 279.4), ("Legal", 215.9, 355.6)]
    )
    def it_is_that_of_every_page(self, template: Template, paper: str, width: float, height: float) -> None:
        own = replace(template, paper=paper)  # type: ignore[arg-type]
        with pikepdf.open(BytesIO(render(brief, "pdf", own))) as pdf:
            for sheet in pdf.pages:
                assert [float(edge) for edge in sheet.mediabox[2:]] == pytest.approx(
                    [width * 72 / 25.4, height * 72 / 25.4], abs=0.01
                )
        for section in filled(own).sections:
            assert (section.page_width, section.page_height) == pytest.approx((width * MM, height * MM), abs=635)

    def it_leaves_the_text_as_wide_as_it_is(self, template: Template) -> None:
        def widths(own: Template) -> list[int]:
            return [one.page_width - one.left_margin - one.right_margin for one in filled(own).sections]

        assert widths(replace(template, paper="Letter")) == pytest.approx(widths(template), abs=1270)

    def it_is_the_houses_own_where_none_is_said(self, template: Template, tmp_path: Path) -> None:
        own = house(template, tmp_path, "{{ sections }}")
        assert filled(own).sections[0].page_width == Document().sections[0].page_width


class DescribeTheLogo:
    def it_stands_above_the_title_and_says_what_it_is(self, marked: Template) -> None:
        (logo,) = page_of(render(brief, "html", marked)).xpath("//header/*[1][self::img]")
        assert logo.get("alt") == "The house"
        assert logo.get("src").startswith("data:image/svg+xml;base64,")
        with pikepdf.open(BytesIO(render(brief, "pdf", marked))) as pdf:
            figures = [one for one in elements(pdf.Root.StructTreeRoot.K[0]) if one.S == "/Figure"]
            assert str(figures[0].Alt) == "The house"

    def it_stands_in_the_head_of_the_first_page_in_word(self, marked: Template) -> None:
        head = filled(marked).sections[0].first_page_header
        (place,) = head._element.xpath(".//wp:inline")
        assert place.docPr.get("descr") == "The house"
        assert (place.extent.cx / MM, place.extent.cy / MM) == pytest.approx((48, 16), abs=0.1)

    def it_is_no_wider_than_its_room(self, marked: Template) -> None:
        Image.new("RGB", (1000, 100)).save(marked.folders[0] / "logo.png")
        (place,) = filled(marked).sections[0].first_page_header._element.xpath(".//wp:inline")
        assert (place.extent.cx / MM, place.extent.cy / MM) == pytest.approx((80, 8), abs=0.1)

    def it_stands_between_the_words_of_a_house(self, marked: Template, tmp_path: Path) -> None:
        house(marked, tmp_path, "Our {{ lo|go }} house", "{{ sections }}")
        (line, *_) = filled(marked).paragraphs
        held = [child.tag for run in line._p.iter(f"{W}r") for child in run if child.tag in {f"{W}t", f"{W}drawing"}]
        assert line.text == "Our  house"
        assert held.index(f"{W}drawing") == 1

    def it_leaves_nothing_where_there_is_none(self, template: Template) -> None:
        head = filled(template).sections[0].first_page_header
        assert [line.text for line in head.paragraphs] == ["\t"]

    def it_asks_for_a_picture_beside_a_drawing(self, marked: Template) -> None:
        (marked.folders[0] / "logo.png").unlink()
        with pytest.raises(TemplateError, match=r"Put logo\.png, the same picture, beside it"):
            render(brief, "docx", marked)


class DescribeTheAccent:
    def it_is_that_of_page_and_drawing(self, template: Template) -> None:
        made = page(brief, replace(template, accent="#7a1f3d"))
        assert 'fill="#7a1f3d"' in made
        assert 'fill="#17506b"' not in made

    def it_is_that_of_every_style_in_word(self, template: Template) -> None:
        parts = parts_of(render(brief, "docx", replace(template, accent="#7a1f3d")))
        told = b"".join(parts.values())
        assert b"7A1F3D" in parts["word/theme/theme1.xml"]
        assert b"7A1F3D" in parts["word/styles.xml"]
        assert b"17506B" not in told
        assert b"F2F6F8" not in told

    @pytest.mark.parametrize("accent", ["red", "#fff", "7a1f3d", "#7a1f3g", "#7a1f3d; }"])
    def it_is_refused_where_it_is_no_colour(self, tmp_path: Path, accent: str) -> None:
        (tmp_path / "template.toml").write_text(f'extends = "analyst"\naccent = "{accent}"')
        with pytest.raises(TemplateError, match='Write it as "#7a1f3d"'):
            load_template(tmp_path)

    def it_is_refused_paper_that_no_printer_has(self, tmp_path: Path) -> None:
        (tmp_path / "template.toml").write_text('extends = "analyst"\npaper = "Lettre"')
        with pytest.raises(TemplateError, match="it must be one of A4, Letter, Legal"):
            load_template(tmp_path)


class DescribeContrast:
    @pytest.mark.parametrize(
        ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)]
    )
    def it_is_that_of_the_guidelines_whatever_the_order(self, one: str, other: str, ratio: float) -> None:
        assert contrast(one, other) == pytest.approx(ratio, abs=0.005) == contrast(other, one)

    @pytest.mark.parametrize("accent", ["#7a1f3d", "#17506b", "#0b5d1e", "#000080"])
    def it_is_enough_on_the_tint_of_a_dark_accent(self, accent: str) -> None:
        assert contrast(accent, mixed(accent, "#ffffff", 0.15)) > 4.5
