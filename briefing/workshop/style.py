"""The style sheets of a template.

In: its CSS files, and the style of its page. Out: findings on what cannot be read, on
files that are not there, and on colours that are too alike.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.render.html.page import IMPORT, OWN_FILE, loaded, properties
from briefing.settings import Template
from briefing.settings import contrast as contrast_of
from briefing.workshop.findings import Finding

_SILENT = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)
_WITH_RULES = {"media", "supports", "layer", "container"}
_UNREADABLE = "This cannot be read as CSS. Write NAME: VALUE; between the braces of a rule."
LEAST = 4.5
"""The contrast of text that WCAG 2 asks for at level AA."""
_GROUNDS = {
    "--ink": ("--paper", "--tint"),
    "--quiet": ("--paper", "--tint"),
    "--accent": ("--paper", "--tint", "--bar"),
}
"""The colours of texts, each with the grounds that it stands on."""


def read(file: Path, template: Template) -> Iterator[Finding]:
    """What is wrong with a style sheet by itself."""
    import tinycss2

    css = file.read_text("utf-8", errors="replace")
    for error in _errors(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)):
        yield Finding("css-syntax", file, _UNREADABLE, error.source_line)
    bare = _SILENT.sub(lambda silent: "\n" * silent[0].count("\n"), css)
    if opened := _open(bare):
        yield Finding("css-syntax", file, "This brace is not closed. Add “}” behind its last value.", opened)
    yield from _files(css, file, template)


def _errors(nodes: Sequence[Any]) -> Iterator[Any]:
    """The parts that a browser would pass over."""
    import tinycss2

    for node in nodes:
        if node.type == "error":
            yield node
        elif node.type == "qualified-rule" or (node.type == "at-rule" and node.content is not None):
            nested = node.type == "at-rule" and node.lower_at_keyword in _WITH_RULES
            read = tinycss2.parse_rule_list if nested else tinycss2.parse_blocks_contents
            yield from _errors(read(node.content, skip_comments=True, skip_whitespace=True))


def _open(css: str) -> int | None:
    """The line of the first brace that is not closed."""
    lines: list[int] = []
    for place in re.finditer(r"[{}]", css):
        if place[0] == "{":
            lines.append(css.count("\n", 0, place.start()) + 1)
        elif lines:
            lines.pop()
    return lines[0] if lines else None


def _files(css: str, file: Path, template: Template) -> Iterator[Finding]:
    bare = re.sub(r"/\*.*?\*/", lambda comment: re.sub(r"[^\n]", " ", comment[0]), css, flags=re.DOTALL)
    imports, sheets = [*IMPORT.finditer(bare)], IMPORT.sub(lambda found: " " * len(found[0]), bare)
    for found, group in ((imports, 1), (OWN_FILE.finditer(sheets), 2)):
        for match in found:
            if sentence := unfound(match[group], template):
                yield Finding("file", file, sentence, bare.count("\n", 0, match.start()) + 1)


def unfound(name: str, template: Template) -> str:
    """What is wrong with a file that a template names."""
    if re.match(r"(?:[a-z]+:)?//", name, re.IGNORECASE):
        return f"{name} lies elsewhere, and a brief fetches nothing. Put the file in the template's folder."
    if ".." in name.split("/") or name.startswith("/"):
        return f"{name} lies outside the template's folder. Put a copy inside."
    try:
        there = template.has(name) or (name.endswith(".css") and loaded(template, name) is not None)
    except TemplateError as error:
        return str(error)
    return "" if there else f"There is no file {name}. Put it in the template's folder."


def ignored(folder: Path, declarations: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """The declarations that the PDF passes over, where a file in the folder says them."""
    files = [file for file in sorted(folder.iterdir()) if file.suffix in {".css", ".html"}]
    texts = {file: file.read_text("utf-8", errors="replace") for file in files}
    for declaration, reason in declarations:
        name, _, value = declaration.partition(":")
        values = r"\s+".join(map(re.escape, value.split()))
        told = rf"(?<![\w-]){re.escape(name)}\s*:\s*{values}"
        for file, text in texts.items():
            if match := re.search(told, text):
                sentence = f"The PDF passes over “{name}: {value.strip()}”: {reason}. Mend it, or take it away."
                yield Finding("css-ignored", file, sentence, text.count("\n", 0, match.start()) + 1)


def faint(style: str, folder: Path) -> Iterator[Finding]:
    """The colours of a page that are too alike, where a file in the folder sets one of them."""
    colours = properties(style)
    for ink, grounds in _GROUNDS.items():
        found = {ground: contrast(colours, f"var({ink})", f"var({ground})") or LEAST for ground in grounds}
        faint = [ground for ground in grounds if found[ground] < LEAST]
        at = next(filter(None, (_set_in(folder, name, colours) for name in (ink, *faint))), None) if faint else None
        if at:
            worst = min(faint, key=lambda ground: found[ground])
            told = f"{ink} {colours[ink]} on {worst} {colours[worst]}"
            yield Finding("contrast", at[0], _faint(told, found[worst]), at[1])


def _set_in(folder: Path, name: str, colours: Mapping[str, str]) -> tuple[Path, int] | None:
    """The file and the line of the folder that give a colour: by its property, or as the value of a setting."""
    value = re.escape(colours.get(name, name))
    asked = {".css": rf"{name}\s*:\s*{value}", ".html": rf"{name}\s*:\s*{value}", ".toml": rf"[\"']{value}[\"']"}
    for file in sorted(folder.iterdir()):
        text = file.read_text("utf-8", errors="replace") if file.suffix in asked else ""
        if text and (match := re.search(asked[file.suffix], text)):
            return file, text.count("\n", 0, match.start()) + 1
    return None


def _faint(told: str, found: float) -> str:
    return f"{told} has a contrast of {found:.1f} : 1. Take a darker or a lighter one: text needs {LEAST} : 1."


def faint_rules(file: Path, style: str) -> Iterator[Finding]:
    """The rules of a style sheet that give text a colour too like its ground."""
    import tinycss2

    colours = properties(style)
    css = file.read_text("utf-8", errors="replace")
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        told = _declared(rule.content) if rule.type == "qualified-rule" else {}
        ground = told.get("background-color", told.get("background", "var(--paper)"))
        found = contrast(colours, told["color"], ground) if "color" in told else None
        if found is not None and found < LEAST:
            sentence = _faint(f"The colour {told['color']} on {ground}", found)
            yield Finding("contrast", file, sentence, rule.source_line)


def _declared(content: Any) -> dict[str, str]:
    import tinycss2

    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return {part.lower_name: tinycss2.serialize(part.value).strip() for part in parts if part.type == "declaration"}


def contrast(colours: Mapping[str, str], ink: str, ground: str) -> float | None:
    """The contrast of two colours by WCAG 2, from 1 to 21; None where one is no plain colour."""
    one, other = _plain(colours, ink), _plain(colours, ground)
    return contrast_of(one, other) if one and other else None


def _plain(colours: Mapping[str, str], colour: str) -> str:
    """A colour, or that of the property which it names, as `#7a1f3d`; nothing where it is no plain one."""
    from tinycss2.color4 import parse_color

    if named := re.fullmatch(r"var\((--[\w-]+)\)", colour):
        colour = colours.get(named[1], "")
    parsed = parse_color(colour)
    if parsed is None or parsed == "currentcolor" or parsed.alpha < 1:
        return ""
    channels = (round(min(max(channel, 0), 1) * 255) for channel in parsed.to("srgb").coordinates)
    return "#" + "".join(f"{channel:02x}" for channel in channels)
