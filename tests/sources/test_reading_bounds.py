"""One bound on the words of a source holds for every kind of file, and what is below it is read."""

import json
from collections.abc import Callable, Mapping

import pytest
from hostile_files import TOO_LONG
from office_notation import packed
from office_word import docx_parts
from office_writers import epub_parts, odt_parts, rtf
from paper_notation import at, drawn
from post_notation import mail

from briefing.model import Document, Skipped
from briefing.sources import draft
from briefing.sources.draft import MOST_WORDS, UnreadableError
from briefing.sources.kinds import recognised
from briefing.sources.pieces import Piece, pieces
from briefing.sources.readers.pdf.reading import drafted
from briefing.sources.reading import read_piece

SENTENCE = "The council closed the old harbour in May, the mayor told the press."
WORDS = len(SENTENCE.split())


def _page(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.split("\n"))


WRITTEN: Mapping[str, Callable[[str], bytes]] = {
    "a.txt": str.encode,
    "a.md": lambda text: text.replace("\n", "\n\n").encode(),
    "a.html": lambda text: f"<html><body>{_page(text)}".encode(),
    "a.eml": lambda text: bytes(mail(text)),
    "a.json": lambda text: json.dumps([{"text": text}]).encode(),
    "a.docx": lambda text: packed(docx_parts(text)),
    "a.odt": lambda text: packed(odt_parts(text)),
    "a.rtf": rtf,
    "a.epub": lambda text: packed(epub_parts(text)),
}


def made(name: str, count: int) -> Document | Skipped:
    """What reading makes of so many sentences."""
    content = WRITTEN[name]("\n".join([SENTENCE] * count))
    (only,) = pieces(Piece(name, content, recognised(content, name)))
    return only if isinstance(only, Skipped) else read_piece(only, "en")


@pytest.mark.parametrize("name", WRITTEN)
class DescribeALongSource:
    def it_is_refused_in_the_same_words_whatever_its_kind(self, name: str) -> None:
        refused = made(name, MOST_WORDS // WORDS + 1)
        assert isinstance(refused, Skipped)
        assert refused.reason == TOO_LONG

    def it_is_read_up_to_there(self, name: str) -> None:
        read = made(name, MOST_WORDS // WORDS // 10)
        assert isinstance(read, Document)
        assert len(read.text.split()) > MOST_WORDS // 11


class DescribeALongPaper:
    def it_is_refused_at_the_page_where_it_is_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(draft, "MOST_WORDS", 2 * WORDS)
        two, three = (drawn(*[at(40, 300, SENTENCE, 5)] * count) for count in (2, 3))
        assert len(drafted(two).lines) == 2
        with pytest.raises(UnreadableError, match="the most that is read of one source"):
            drafted(three)
