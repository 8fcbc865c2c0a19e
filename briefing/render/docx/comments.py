"""Step 5, rendering: an editor's aids, as comments beside the sentences.

In: the words of a sentence in the document, and its row of the view. Out: a comment
on them that tells the other wordings, each in a paragraph of its own to copy it from.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.render.docx.footnotes import add_places
from briefing.render.docx.parts import mark_language
from briefing.render.view import Line
from briefing.render.wording import phrase
from briefing.render.words import Words

if TYPE_CHECKING:
    from docx.comments import Comment
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_AUTHOR, _INITIALS = "briefing", "b"


class Comments:
    """The comments of a document.

    Args:
        document: the document.
        words: the words beside those of the sources.
        moment: when they are said to be written, since no clock is read.
    """

    def __init__(self, document: "Document", words: Words, moment: datetime) -> None:
        self._document = document
        self._words = words
        self._moment = moment
        self._text = str(document.styles["annotation text"].style_id)
        self._reference = str(document.styles["annotation reference"].style_id)

    def add(self, runs: "Sequence[Run]", line: Line) -> None:
        """Comment on a line, where there is something to add."""
        if line.others or line.remarks:
            comment = self._document.add_comment(runs, author=_AUTHOR, initials=_INITIALS)
            # python-docx asks the clock, and names styles by ids that a template need not have.
            comment._comment_elm.date = self._moment  # noqa: SLF001
            for mark in (comment.paragraphs[0].runs[0]._r, runs[-1]._r.getnext().getnext()):  # noqa: SLF001
                mark.style = self._reference
            self._fill(_blocks(comment), line)
            for block in comment.paragraphs:
                block._p.style = self._text  # noqa: SLF001

    def _fill(self, blocks: "Iterator[Paragraph]", line: Line) -> None:
        for wording in line.others:
            block = next(blocks)
            block.add_run(f"{wording.lead} ")
            add_places(block, wording.cites, self._words)
            if wording.text:
                block.add_run(phrase(self._words.named, name=""))
                told = next(blocks).add_run(wording.text)
                if wording.language:
                    mark_language(told, wording.language)
        for remark in line.remarks:
            next(blocks).add_run(remark)


def _blocks(comment: "Comment") -> "Iterator[Paragraph]":
    """The paragraphs of a comment, of which only the first is there yet."""
    yield comment.paragraphs[0]
    while True:
        yield comment.add_paragraph()
