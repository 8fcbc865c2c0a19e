"""The documents, and the parts of them that tests look at."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(name: str) -> str:
    """The text of a document, by its path in the project."""
    return (ROOT / name).read_text("utf-8")


def example(name: str, language: str) -> str:
    """The first block of code in a language."""
    return examples(name, language)[0]


def examples(name: str, language: str) -> list[str]:
    """All blocks of code in a language."""
    return [found[2] for found in FENCE.finditer(text_of(name)) if found[1] == language]


def part(name: str, heading: str) -> str:
    """What stands below a heading, up to the next one as high, without blocks of code."""
    level = len(heading) - len(heading.lstrip("#"))
    pattern = rf"^{re.escape(heading)}$\n(.*?)(?=^#{{1,{level}}} |\Z)"
    found = re.search(pattern, FENCE.sub("", text_of(name)), re.MULTILINE | re.DOTALL)
    assert found, f"{name} has no heading “{heading}”"
    return found[1]


def names_in(text: str) -> set[str]:
    """All that stands in code type within a text."""
    return set(re.findall(r"`([^`\n]+)`", text))


def prose(document: Path) -> Iterator[str]:
    """The lines of a document that are neither code nor rows of a table."""
    for line in FENCE.sub("", document.read_text("utf-8")).splitlines():
        if not line.startswith(("|", "    ", "#")):
            yield line
