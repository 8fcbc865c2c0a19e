"""How well the text of PDF documents is read: known articles, laid out in many ways, and read again.

Run it with `.venv/bin/python -m benchmarks.measure_paper`. F1 counts the words that are
read against those that were set, and order is the share of them that stand in the same order.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
from collections import Counter
from html import escape
from itertools import product
from pathlib import Path

from rapidfuzz.distance import LCSseq

from briefing.model import Document
from briefing.sources import read
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Single
from briefing.sources.reading import read_piece

_FOLDERS = ("seeds", "benchmarks/quality/collections/flood/sources")
_TAGS = {"title": "h1", "heading": "h2", "paragraph": "p", "bullet": "li"}
_EACH = 4
"""Of so many articles one is set in each layout, each time another."""
_PAGES = {
    "A4": "size: A4; margin: 25mm",
    "letter": "size: letter; margin: 1in",
    "A5": "size: A5; margin: 15mm",
}
_COLUMNS = (1, 2, 3)
_SETTINGS = {
    "ragged, spaced": "p { margin: 0 0 0.8em }",
    "justified, set in": "p { text-align: justify; hyphens: auto; margin: 0; text-indent: 1.2em }",
    "small, tight": "body { font-size: 9pt; line-height: 1.15 } p { hyphens: auto; margin: 0 0 3pt; text-indent: 1em }",
}
_SHEET = """
@page {{
    {page};
    @top-left {{ content: "{name}" }}
    @bottom-center {{ content: "Page " counter(page) " of " counter(pages) }}
}}
body {{ font: 11pt/1.35 "Liberation Serif", serif }} .text {{ columns: {columns}; column-gap: 1.6em }}
h1 {{ font-size: 20pt }} h2 {{ font-size: 13pt }} {setting}
"""


def main() -> None:
    """Print a row for each layout, and the means."""
    articles = [document for folder in _FOLDERS for document in read([Path(folder)]).documents]
    every: list[tuple[float, float]] = []
    layouts = product(_PAGES.items(), _COLUMNS, _SETTINGS.items())
    for at, ((page, size), columns, (setting, style)) in enumerate(layouts):
        sheet = _SHEET.format(page=size, columns=columns, setting=style, name="The Morning Record")
        scores = [_score(article, sheet) for article in articles[at % _EACH :: _EACH]]
        every += scores
        _say(f"{page}, {columns} columns, {setting}", scores)
    _say(f"all {len(every)} documents", every)


def _say(name: str, scores: list[tuple[float, float]]) -> None:
    f1, order = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    lowest = min(f1 for f1, _ in scores)
    print(f"{name:42} F1 {f1:.4f} (lowest {lowest:.4f})   order {order:.4f}")


def _score(article: Document, sheet: str) -> tuple[float, float]:
    told = _words(article)
    found = read_piece(Single("article.pdf", _laid_out(article, sheet), KINDS["pdf"]), "en")
    got = _words(found) if isinstance(found, Document) else []
    shared = (Counter(told) & Counter(got)).total()
    return 2 * shared / (len(told) + len(got)), LCSseq.similarity(told, got) / len(told)


def _words(document: Document) -> list[str]:
    """The words that a brief may use."""
    return " ".join(document.text[block.start : block.end] for block in document.blocks).split()


def _laid_out(article: Document, sheet: str) -> bytes:
    from weasyprint import HTML

    blocks = [(_TAGS[block.kind], article.text[block.start : block.end]) for block in article.blocks]
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in blocks)
    page = f'<html lang="en"><style>{sheet}</style><body><div class="text">{body}</div></body></html>'
    made: bytes = HTML(string=page).write_pdf()
    return made


if __name__ == "__main__":
    main()
