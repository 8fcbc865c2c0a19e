"""Makes the fonts of the shipped templates: `python scripts/make_fonts.py FOLDER`.

FOLDER holds the packages that the fonts come from, unpacked: of npm
`@fontsource/NAME` in `NAME/` (`npm pack @fontsource/NAME`), and Debian's
`fonts-droid-fallback` in `droid/` (`apt-get download`, `dpkg -x`). Writes the
files, and `fonts.css`, which says of each what characters it is for. Needs
fontTools with Brotli, which WeasyPrint brings along.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TEMPLATE = Path(__file__).parents[1] / "templates" / "analyst"
FONTS = TEMPLATE / "fonts"
WEIGHTS = (400, 600)

OWN = "Brief "
"""Begins the name of each family: a file and a font of the system that share a name mix up their glyphs too."""

SERIF = {"latin": "", "latin-ext": " Ext", "cyrillic": " Cyrillic", "cyrillic-ext": " Cyrillic Ext", "greek": " Greek"}
SERIF |= {"vietnamese": " Vietnamese"}
SANS = {**SERIF, "greek-ext": " Greek Ext"}
"""The parts of a family, and what is added to its name: files that share a name mix up their glyphs in WeasyPrint."""

SCRIPTS = ("hebrew", "armenian", "georgian", "ethiopic", "gurmukhi", "gujarati", "oriya")
SCRIPTS += ("tamil", "telugu", "kannada", "malayalam", "sinhala", "thai", "lao", "khmer", "myanmar", "syriac")
SCRIPTS += ("thaana", "nko", "adlam", "tifinagh", "canadian-aboriginal", "cherokee")

NO_KEYCAP = "U+20-20E2, U+20E4-1FFFF"
"""The sign that makes a key of the digit before it is left to the font for emoji, which has the whole."""
MATH = "U+20, U+2100-214F, U+2190-22FF, U+27C0-27EF, U+2900-2AFF, U+1D400-1D7FF"
"""Of the letters and signs of mathematics those that news hold: headlines in “bold” letters, arrows, signs."""
SYMBOLS = "U+20, U+2300-27BF, U+2B00-2BFF, U+1F100-1F1FF, U+1F780-1F8FF"
"""Of the symbols all but those of games, of music and of scripts long dead."""


@dataclass(frozen=True)
class Face:
    """A font as the page names it, and the file of a package that it is made from.

    `only` are the characters that are kept, all if it is empty. Of a `large` font
    pages take the few glyphs that they show: it is kept as TrueType, of which a
    part can be read.
    """

    family: str
    weight: int
    origin: Path
    only: str = ""
    large: bool = False

    @property
    def file(self) -> Path:
        """Where it goes."""
        return FONTS / f"{self.family.lower().replace(' ', '-')}-{self.weight}.{'ttf' if self.large else 'woff2'}"

    @property
    def characters(self) -> frozenset[int]:
        """What it has glyphs for, once it is written."""
        return frozenset(TTFont(self.file, lazy=True).getBestCmap()) - {0, 0xD}

    def write(self) -> None:
        """Write its file, unchanged where it is neither cut nor large."""
        if not (self.only or self.large):
            self.file.write_bytes(self.origin.read_bytes())
            return
        flavor = None if self.large else "woff2"
        options = subset.Options(flavor=flavor, drop_tables=["MATH"], layout_features=["*"], recalc_timestamp=False)
        font = subset.load_font(str(self.origin), options)
        font.flavor = flavor
        if self.only:
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=subset.parse_unicodes(self.only))
            subsetter.subset(font)
        subset.save_font(font, str(self.file), options)


def main() -> None:
    """Make all."""
    packages = Path(sys.argv[1])
    serif = [*family(packages, "Source Serif 4", SERIF)]
    sans = [*family(packages, "Source Sans 3", SANS)]
    others = [*fallbacks(packages)]
    faces = [*serif, *sans, *others]
    for old in (*FONTS.glob("*.woff2"), *FONTS.glob("*.ttf")):
        old.unlink()
    for face in faces:
        face.write()
    covered = _all(serif) & _all(sans)
    rules = [*ruled(serif), *ruled(sans), *ruled(others, covered)]
    (TEMPLATE / "fonts.css").write_text("\n".join([HEAD, *stacks(serif, sans, others), *rules, ""]), "utf-8")
    print(f"{len(faces)} files, {sum(face.file.stat().st_size for face in faces):,} bytes")


HEAD = """\
/* The fonts, by the characters that each is for. Made by scripts/make_fonts.py.
   A page holds only those whose characters it shows. Files that share a name
   mix up their glyphs in WeasyPrint; hence a family for each part of a family,
   and names that no font of the system has. */"""


def family(packages: Path, name: str, parts: dict[str, str]) -> Iterator[Face]:
    """One of the two families that most text is set in."""
    for part, added in parts.items():
        for weight in WEIGHTS:
            yield Face(name + added, weight, found(packages, name, part, weight))


def fallbacks(packages: Path) -> Iterator[Face]:
    """The fonts for what those lack, the better one first."""
    for weight in WEIGHTS:
        yield Face("IBM Plex Sans Arabic", weight, found(packages, "IBM Plex Sans Arabic", "arabic", weight))
    # Of Noto's a reader of the PDF gets back clearly fewer words.
    yield Face("Hind", 400, found(packages, "Hind", "devanagari"))
    yield Face("Hind Siliguri", 400, found(packages, "Hind Siliguri", "bengali"))
    for script in SCRIPTS:
        name = f"Noto Sans {script.replace('-', ' ').title()}"
        yield Face(name, 400, found(packages, name, script))
    yield Face("Noto Serif Tibetan", 400, found(packages, "Noto Serif Tibetan", "tibetan"))
    yield Face("Noto Sans Symbols", 400, found(packages, "Noto Sans Symbols", "symbols"), only=NO_KEYCAP, large=True)
    yield Face("Noto Sans Math", 400, found(packages, "Noto Sans Math", "latin"), only=MATH, large=True)
    yield Face("Noto Emoji", 400, found(packages, "Noto Emoji", "emoji"), large=True)
    yield Face("Noto Sans Symbols 2", 400, found(packages, "Noto Sans Symbols 2", "symbols"), only=SYMBOLS, large=True)
    yield Face("Droid Sans Fallback", 400, next((packages / "droid").rglob("DroidSansFallback.ttf")), large=True)


def found(packages: Path, name: str, part: str, weight: int = 400) -> Path:
    """The file of an npm package."""
    slug = name.lower().replace(" ", "-")
    return next((packages / slug).rglob(f"{slug}-{part}-{weight}-normal.woff2"))


def _all(faces: Iterable[Face]) -> frozenset[int]:
    return frozenset().union(*(face.characters for face in faces))


def stacks(serif: Iterable[Face], sans: Iterable[Face], others: Iterable[Face]) -> Iterator[str]:
    """The order in which fonts are asked for a character."""
    first, second, rest = ([*dict.fromkeys(face.family for face in faces)] for faces in (serif, sans, others))
    text, table = (", ".join(f'"{OWN}{family}"' for family in order) for order in (first + second, second + first))
    last = ", ".join(f'"{OWN}{family}"' for family in rest)
    yield f":root {{\n  --serif: {text}, {last}, serif;\n  --sans: {table}, {last}, sans-serif;\n}}"


def ruled(faces: Iterable[Face], covered: frozenset[int] = frozenset()) -> Iterator[str]:
    """The rules of the style sheet; each character is that of the first face of a weight that has it."""
    before: dict[int, frozenset[int]] = {}
    for face in faces:
        told = before.get(face.weight, covered)
        own = face.characters - told
        before[face.weight] = told | own
        where = f"fonts/{face.file.name}"
        yield (
            f'@font-face {{\n  font-family: "{OWN}{face.family}"; font-weight: {face.weight};\n'
            f"  src: url({where});\n  unicode-range: {', '.join(ranges(own))};\n}}"
        )


def ranges(characters: Iterable[int]) -> Iterator[str]:
    """The characters as CSS writes them: U+41-5A."""
    start = end = -2
    for character in [*sorted(characters), -1]:
        if character != end + 1:
            if start >= 0:
                yield f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}"
            start = character
        end = character


if __name__ == "__main__":
    main()
