"""How the documents are written."""

import re
from pathlib import Path

import pytest
from docs_reading import DOCUMENTS, prose, text_of

TWO_SENTENCES = re.compile(r"[^.\d][.!?][)”]? [A-ZÀ-Ž`“]")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
class DescribeADocument:
    def it_has_one_sentence_a_line(self, document: Path) -> None:
        # An entry of a list may hold a few short ones.
        lines = [line for line in prose(document) if not line.startswith("- ")]
        assert [line for line in lines if TWO_SENTENCES.search(line)] == []

    def it_has_no_space_at_the_end_of_a_line(self, document: Path) -> None:
        assert not re.search(r"[ \t]$", document.read_text("utf-8"), re.MULTILINE)


class DescribeTheGlossary:
    def it_is_in_alphabetical_order(self) -> None:
        terms = re.findall(r"^### (.+)$", text_of("docs/glossary.md"), re.MULTILINE)
        assert terms == sorted(terms, key=str.casefold)
        assert len(terms) == len(set(terms))
