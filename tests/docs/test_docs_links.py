"""Links lead somewhere, and the files that the documents name exist."""

import re
from pathlib import Path

import pytest
from docs_reading import DOCUMENTS, ROOT, names_in

LINK = re.compile(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]+))?\)")
MADE = re.compile(r"output/|(?:templates/)?ministry/")
"""What is not there before a program or a reader has made it."""
IN_PROJECT = re.compile(r"(?:briefing|docs|scripts|seeds|templates|tests)/[\w./-]*")


def anchors(document: Path) -> set[str]:
    """The anchors that a reader of Markdown gives to headings."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
class DescribeADocument:
    def it_links_to_files_and_headings_that_exist(self, document: Path) -> None:
        for file, anchor in LINK.findall(document.read_text("utf-8")):
            target = document.parent / file if file else document
            assert target.exists(), file
            assert not anchor or anchor in anchors(target), f"{file}#{anchor}"

    def it_names_files_that_exist(self, document: Path) -> None:
        for name in names_in(document.read_text("utf-8")):
            if IN_PROJECT.fullmatch(name) and not MADE.match(name):
                assert (ROOT / name).exists(), name

    def it_is_reached_from_the_readme(self, document: Path) -> None:
        linked = {(ROOT / file).resolve() for file, _ in LINK.findall((ROOT / "README.md").read_text("utf-8"))}
        assert document in linked | {ROOT / "README.md"}
