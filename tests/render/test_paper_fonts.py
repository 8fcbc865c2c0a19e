"""The fonts: what they are for, which of them a page holds, and what a PDF's reader gets back."""

import os
import re
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from accord import brief
from fontTools.ttLib import TTFont
from reading import squeezed

from briefing.model import Brief
from briefing.render import missing_glyphs, render
from briefing.render.html.fonts import faces, fitted, ranges, seen
from briefing.render.html.page import page, style_sheet
from briefing.settings import Template

SCRIPTS = {
    "Arabic": "بيان وزارة المياه",
    "Armenian": "Երեք պետություններ",
    "Bengali": "তিনটি রাষ্ট্র",
    "Cherokee": "ᏣᎳᎩ",
    "Chinese": "三個湖區國家簽署漁業协定",
    "Cyrillic": "Їхній Ђорђе; Қазақстан № 5 «Щука»",
    "Devanagari": "तीन झील राज्यों ने समझौते",
    "emoji": "🎉 ✔ 🇫🇷",
    "Ethiopic": "ሦስት የሐይቅ ግዛቶች",
    "Georgian": "სამმა ტბის",
    "Greek": "Η συμφωνία ἐν ἀρχῇ",
    "Gujarati": "ત્રણ તળાવ",
    "Hebrew": "שלוש מדינות",
    "Japanese": "湖畔三国が漁業協定に署名しました",
    "Kannada": "ಮೂರು ಕೆರೆ",
    "Korean": "세 호수 국가가 서명했다",
    "Lao": "ສາມລັດທະເລສາບ",
    "letters of mathematics": "𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴 ≤ ⇒",
    "Sinhala": "විල් තුනක්",
    "symbols": "★ ☎ ₿ ₹ → ▲ ⚠",
    "Tamil": "மூன்று ஏரி",
    "Thai": "สามรัฐทะเลสาบ",
    "Tibetan": "མཚོ་རྒྱལ་ཁབ",
    "Vietnamese": "Ba quốc gia hồ ký thỏa thuận của Nguyễn",
}
CUT = """
from hashlib import sha256
from briefing.render.html.fonts import glyphs
from briefing.settings import load_template
for font in "noto-emoji-400", "droid-sans-fallback-400":
    file = load_template("analyst").file(f"fonts/{font}.ttf")
    print(sha256(glyphs(file, frozenset("三国漁業協定\U0001f389\U0001f1eb\U0001f1f7\u2714"))).hexdigest())
"""
BACKWARDS = {"Arabic", "Hebrew"}
"""Scripts whose lines the reader of the PDF turns round, word by word."""


def titled(*titles: str) -> Brief:
    """The brief with a source more for each title."""
    last = brief.documents[-1]
    more = [replace(last, source=replace(last.source, id=f"T{n}", title=title)) for n, title in enumerate(titles)]
    return replace(brief, documents=(*brief.documents, *more))


@pytest.fixture(scope="module")
def polyglot(template: Template) -> bytes:
    return render(titled(*SCRIPTS.values(), "👩\u200d👧"), "pdf", template)


@pytest.fixture
def own(template: Template, tmp_path: Path) -> Template:
    return replace(template, name="own", folders=(tmp_path, *template.folders))


def fonts_of(html: str) -> list[str]:
    """The families that a page brings along."""
    return re.findall(r'@font-face \{\s*font-family: "([^"]+)"', html)


class DescribeTheFontsOfAPage:
    def it_brings_those_whose_characters_it_shows(self, template: Template) -> None:
        plain = titled("Łódź")
        without = replace(plain, documents=tuple(d for d in plain.documents if d.source.id != "E"), sections=())
        assert {*fonts_of(page(without, template))} == {
            f"Brief Source {family}" for family in ("Serif 4", "Serif 4 Ext", "Sans 3", "Sans 3 Ext")
        }
        assert "Brief Noto Sans Thai" in fonts_of(page(titled(SCRIPTS["Thai"]), template))

    def it_takes_a_few_glyphs_of_a_large_one(self, template: Template) -> None:
        (held,) = re.findall(r'"data:font/ttf;base64,([^"]+)"', page(titled("三国"), template))
        font = TTFont(BytesIO(b64decode(held)))
        assert {ord("三"), ord("国"), ord(" ")} <= font.getBestCmap().keys()
        assert ord("湖") not in font.getBestCmap()
        assert len(held) < 10_000

    def it_keeps_a_font_that_does_not_say_what_it_is_for(self) -> None:
        css = '@font-face { font-family: "A"; src: url(a.woff2) }'
        assert fitted(css, "x") == css

    @pytest.mark.parametrize(("told", "kept"), [("U+41-5A", True), ("U+0-40, U+5B-FF", False), ("U+58", True)])
    def it_reads_ranges(self, told: str, kept: bool) -> None:
        css = f"@font-face {{ unicode-range: {told}; }}"
        assert (fitted(css, "X") == css) is kept


class DescribeTheStyleSheetOfFonts:
    def it_says_of_each_font_only_what_it_has(self, template: Template) -> None:
        told = list(faces(style_sheet(template)))
        assert len(told) > 50
        for face in told:
            (name,) = re.findall(r"url\(([^)]+)\)", face)
            held = TTFont(template.file(name), lazy=True).getBestCmap()
            assert {code for start, end in ranges(face) for code in range(start, end + 1)} <= held.keys(), name

    def it_has_a_rule_for_each_file(self, template: Template) -> None:
        named = re.findall(r"url\((fonts/[^)]+)\)", style_sheet(template))
        shipped = {f"fonts/{path.name}" for path in template.file("fonts.css").parent.glob("fonts/*.[wt]*f*")}
        assert sorted(named) == sorted(shipped)

    def it_gives_each_font_a_name_of_its_own(self, template: Template) -> None:
        told = re.findall(r'font-family: "([^"]+)"; font-weight: (\d+)', style_sheet(template))
        assert len(told) == len(set(told))
        assert all(family.startswith("Brief ") for family, _ in told)


class DescribeScripts:
    def it_has_glyphs_for_all(self, template: Template) -> None:
        assert missing_glyphs(titled(*SCRIPTS.values()), template) == ()

    def it_uses_no_font_of_the_system(self, polyglot: bytes) -> None:
        with pikepdf.open(BytesIO(polyglot)) as pdf:
            names = {str(font.BaseFont) for sheet in pdf.pages for font in sheet.Resources.Font.values()}
            encodings = {str(font.Encoding) for sheet in pdf.pages for font in sheet.Resources.Font.values()}
        assert len(names) > 20
        assert {name for name in names if "+Brief-" not in name} == set()
        assert encodings == {"/Identity-H"}, "another encoding stands for characters without a glyph"

    @pytest.mark.parametrize("script", SCRIPTS)
    def it_gives_the_letters_back(self, polyglot: bytes, script: str) -> None:
        text = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(polyglot))
        words = SCRIPTS[script].split() if script in BACKWARDS else [SCRIPTS[script]]
        assert [word for word in words if squeezed(word) not in squeezed(text)] == []

    def it_cuts_a_font_the_same_each_time(self) -> None:
        told = {
            subprocess.run(
                [sys.executable, "-c", CUT],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in "123"
        }
        assert len(told) == 1
        assert b"" not in told


class DescribeMissingGlyphs:
    def it_names_the_character_and_the_place(self, template: Template) -> None:
        (told,) = missing_glyphs(titled("Cuneiform 𒀀𒀁"), template)
        assert told.startswith(
            "The template’s fonts have no glyph for “𒀀” (U+12000) and 1 more character in the source “Cuneiform 𒀀𒀁”: "
        )

    def it_names_the_place_of_each(self, template: Template) -> None:
        first = brief.documents[0]
        changed = replace(
            brief,
            title="ꀀ",
            documents=(replace(first, source=replace(first.source, title="ꀁ")), *brief.documents[1:]),
            actors=(replace(brief.actors[0], name="ꀂ"),),
        )
        places = [re.findall(r"(“.” \(U\+\w+\)) in (.*?):", told)[0] for told in missing_glyphs(changed, template)]
        assert places == [
            ("“ꀀ” (U+A000)", "the title"),
            ("“ꀂ” (U+A002)", "the section “Actors”"),
            ("“ꀁ” (U+A001)", "source 1"),
        ]

    def it_asks_no_glyph_for_what_is_not_seen(self) -> None:
        assert seen("a\u200d\u2060\ufe0f\u202e \u00a0\n") == {"a"}

    def it_looks_into_a_font_that_does_not_say_what_it_is_for(self, own: Template) -> None:
        file = own.file("fonts/noto-sans-thai-400.woff2")
        (own.folders[0] / "mine.woff2").write_bytes(file.read_bytes())
        (own.folders[0] / "brief.css").write_text('@font-face { font-family: "Mine"; src: url("mine.woff2") }')
        thai = replace(titled(), title="สาม")
        assert [told for told in missing_glyphs(thai, own) if "in the title" in told] == []
        lao = replace(titled(), title="ສາມ")
        assert "“ມ” (U+0EA1) and 2 more characters in the title" in "".join(missing_glyphs(lao, own))
