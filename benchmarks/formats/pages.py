"""An article → the web page that it would be on sites of several kinds, with all that they put around it."""

import json
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.formats.articles import Article

_LAYOUTS = Path(__file__).parent / "layouts"
LAYOUTS = tuple(sorted(path.stem for path in _LAYOUTS.glob("*.html")))
"""The sites: their articles' markup, and what stands around them."""
_PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def page(article: Article, layout: str) -> bytes:
    """A page as its site serves it.

    Args:
        article: what it is about.
        layout: one of `LAYOUTS`.
    """
    return _environment().get_template(f"{layout}.html").render(article=article).encode()


def saved(article: Article, layout: str) -> bytes:
    """The page as a browser saves it, in one file with its pictures."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = article.address
    message["Subject"] = f"{article.title} - {article.publisher}"
    message["Date"] = "Tue, 2 Jan 2029 10:00:00 -0000"
    message.set_content(page(article, layout).decode(), subtype="html", cte="quoted-printable")
    message.add_related(_PIXEL, "image", "gif")
    message["Content-Location"] = article.address
    return message.as_bytes()


@cache
def _environment() -> Environment:
    made = Environment(loader=FileSystemLoader(_LAYOUTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    made.filters["json"] = lambda text: json.dumps(text, ensure_ascii=False).replace("</", "<\\/")
    return made
