"""An article → a PDF document as a newspaper, a ministry or a print button makes it."""

from html import escape

from benchmarks.formats.articles import Article

_TAGS = {"title": "h1", "heading": "h2", "paragraph": "p", "bullet": "li"}
_SHEET = """
@page {{
    size: A4; margin: 24mm 22mm;
    @top-left {{ content: "{publisher}" }} @top-right {{ content: "{day}" }}
    @bottom-center {{ content: "Page " counter(page) " of " counter(pages) }}
}}
body {{ font: 11pt/1.4 "Liberation Serif", serif }} h1 {{ font-size: 20pt }} h2 {{ font-size: 13pt }} {more}
"""
SHEETS = {
    "pdf": "p { margin: 0 0 0.8em }",
    "pdf, columns": """
        @page { size: A5 } h1 { font-size: 15pt } .byline { font-style: italic }
        .text { columns: 2; column-gap: 1.4em; font-size: 9pt }
        p { text-align: justify; hyphens: auto; margin: 0; text-indent: 1.2em }
    """,
}
"""Layouts by the names that the table has for them."""


def paper(article: Article, layout: str) -> bytes:
    """A document of an article.

    Args:
        article: what it holds.
        layout: one of `SHEETS`.
    """
    from weasyprint import HTML

    sheet = _SHEET.format(publisher=article.publisher, day=article.day, more=SHEETS[layout])
    body = "".join(f"<{_TAGS[kind]}>{escape(text)}</{_TAGS[kind]}>" for kind, text in article.blocks)
    head = f"<title>{escape(article.title)}</title><meta name=author content='{article.author}'><style>{sheet}</style>"
    top = f"<h1>{escape(article.title)}</h1><p class=byline>By {article.author}</p><p class=byline>{article.day}</p>"
    made: bytes = HTML(
        string=f"<html lang=en><head>{head}</head><body>{top}<div class=text>{body}</div></body></html>"
    ).write_pdf()
    return made
