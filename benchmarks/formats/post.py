"""An article → a mail that sends it round, and articles → a mailbox, and the export of a database."""

import json
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from textwrap import fill
from typing import Any

from benchmarks.formats.articles import Article

_DISCLAIMER = (
    "This e-mail and any attachments are confidential and intended solely for the addressee. If you have received "
    "it in error, please notify the sender and delete it from your system."
)
_SIGNATURE = ("Subscriptions desk", "12 Harbour Street, Halden", "Tel. +44 20 7946 0000")
_MARKERS = {"bullet": "- "}


def mail(article: Article) -> EmailMessage:
    """A mail as a newsroom sends its text: wrapped and quoted-printable, with the same as HTML beside it."""
    message = _headed(article)
    text = "\n\n".join(fill(_MARKERS.get(kind, "") + said, 72) for kind, said in article.blocks)
    signature = "\n".join(_SIGNATURE)
    message.set_content(
        f"{article.title}\nBy {article.author}\n\n{text}\n\n-- \n{signature}\n\n{fill(_DISCLAIMER, 72)}\n",
        cte="quoted-printable",
    )
    message.add_alternative(_marked_up(article), subtype="html", cte="quoted-printable")
    return message


def _headed(article: Article) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{article.publisher} <news@{article.domain}>"
    message["To"] = "Briefing desk <desk@office.example>"
    message["Subject"] = article.title
    message["Date"] = format_datetime(datetime.fromisoformat(f"{article.published}T08:30:00+00:00"))
    message["Message-ID"] = f"<{article.name}@{article.domain}>"
    return message


def _marked_up(article: Article) -> str:
    tags = {"heading": "h2", "bullet": "li"}
    marked = "".join(f"<{tags.get(kind, 'p')}>{escape(said)}</{tags.get(kind, 'p')}>" for kind, said in article.blocks)
    foot = f"<p>-- <br>{'<br>'.join(_SIGNATURE)}</p><p><small>{_DISCLAIMER}</small></p>"
    head = f"<h1>{escape(article.title)}</h1><p>By {article.author}</p>"
    return f"<html><body>{head}{marked}{foot}</body></html>"


def mail_of_markup(article: Article) -> EmailMessage:
    """The same mail without its plain text, as newsletters are."""
    message = _headed(article)
    message.set_content(_marked_up(article), subtype="html", cte="base64")
    return message


def mailbox(articles: tuple[Article, ...]) -> bytes:
    """A mailbox of their mails."""
    begins = b"From news@post.example Tue Jan  2 10:00:00 2029\n"
    return b"".join(begins + mail(one).as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n\n" for one in articles)


def record(article: Article) -> dict[str, Any]:
    """An article as a database exports it."""
    return {
        "title": article.title,
        "date": f"{article.published}T08:30:00Z",
        "url": article.address,
        "source": article.publisher,
        "author": article.author,
        "text": "\n\n".join(_MARKERS.get(kind, "") + said for kind, said in article.blocks),
    }


def listed(articles: tuple[Article, ...]) -> bytes:
    """A file of JSON with all of them."""
    return json.dumps({"articles": [record(one) for one in articles]}).encode()


def lined(articles: tuple[Article, ...]) -> bytes:
    """A file with an article in each line."""
    return "".join(json.dumps(record(one), ensure_ascii=False) + "\n" for one in articles).encode()
