"""Step 1, reading: articles as JSON → each of them, and what it says of itself by our names.

Every exporter has keys of its own, so those that are common are known here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from typing import Any

from briefing.sources import clean
from briefing.sources.dates import iso_date
from briefing.sources.draft import UnreadableError

Article = Mapping[str, Any]

TEXTS = (
    "text", "fulltext", "full_text", "maintext", "main_text", "articlebody", "bodytext", "body_text", "body",
    "content", "article", "story", "description", "summary",
)  # fmt: skip
"""The keys of a text, those first that hold most of it."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "webtitle", "name"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "source", "site", "site_name", "sitename", "publication", "outlet", "domain"),
    "published": (
        "published", "date", "published_at", "publishedat", "publication_date", "date_published", "datepublished",
        "pubdate", "pub_date", "publish_date", "webpublicationdate", "created", "created_at",
    ),
    "modified": ("modified", "updated", "updated_at", "date_modified", "datemodified", "date_modify", "last_modified"),
    "address": ("url", "link", "source_url", "weburl", "web_url", "permalink", "address"),
}  # fmt: skip
_LISTS = (
    "articles", "items", "results", "data", "hits", "docs", "documents", "records", "posts", "entries", "news",
    "stories", "response", "@graph",
)  # fmt: skip
_WITHIN = ("_source", "fields", "attributes", "article")
"""Under these an object holds the article itself, or more of it."""
_DEEPEST = 4
_VALUES = ("rendered", "name", "title", "text", "value", "$date", "#text", "@value", "_", "main")
_FIRST_SECOND, _LAST_SECOND = 1e8, 1e10  # of 1973, and of a year that is far; more are thousandths
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?|\d{6})?")
KEYS_WANTED = "Each article needs its text under “text”, “body” or “content”, and may have “title”, “date” and “url”."


def loaded(text: str) -> Any:
    """The value that JSON gives.

    Raises:
        UnreadableError: it is no JSON, or nested too deep.
    """
    try:
        return json.loads(text, parse_constant=str)
    except RecursionError as error:
        raise UnreadableError("It is JSON that is nested too deep.") from error
    except ValueError as error:
        where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(f"It is JSON with a mistake{where}; export it again.") from error


def canonical(value: Any) -> bytes:
    """A value as bytes that depend on nothing but what it says."""
    return json.dumps(value, sort_keys=True).encode()


def listed(value: Any, depth: int = 0) -> list[Any] | None:
    """The articles that a value holds: itself, its entries, or those of a list in it; None if it holds none."""
    if isinstance(value, list):
        return value if any(isinstance(one, dict) for one in value) else None
    if not isinstance(value, dict) or depth == _DEEPEST:
        return None
    if is_article(value):
        return [value]
    lowered = {key.lower(): one for key, one in value.items()}
    within = (listed(lowered[key], depth + 1) for key in _LISTS if key in lowered)
    return next((found for found in within if found), None)


def is_article(value: Any) -> bool:
    """Whether a value is an object that has a text."""
    return isinstance(value, dict) and bool(text_of(value))


def text_of(article: Article) -> str:
    """Its text; empty if it has none."""
    return next((text for key in TEXTS for text in _of(article, key)), "")


def stated(article: Article) -> dict[str, str]:
    """What it says of itself, by the names that a draft has for it, as it says it."""
    found = {ours: [said for key in keys for said in _of(article, key)] for ours, keys in KEYS.items()}
    found["publisher"] = [said for said in found["publisher"] if "://" not in said]
    return {ours: clean.line(unescape(said[0])) for ours, said in found.items() if said}


def day(said: str) -> str | None:
    """The day that a date is in one of the ways of data; None if that is not sure."""
    if compact := _COMPACT.fullmatch(said):
        return iso_date("-".join(compact.groups()))
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", said):
        seconds = float(said) if float(said) < _LAST_SECOND else float(said) / 1000
        return datetime.fromtimestamp(seconds, tz=UTC).date().isoformat() if seconds >= _FIRST_SECOND else None
    return iso_date(said)


def _of(article: Article, key: str) -> Iterator[str]:
    """What an article has under a key, whatever its case, and what the objects have that hold more of it."""
    for name, value in article.items():
        if name.lower() == key and (said := _said(value)):
            yield said
    for name in _WITHIN:
        if isinstance(inner := article.get(name), dict):
            yield from (said for each, value in inner.items() if each.lower() == key and (said := _said(value)))


def _said(value: Any) -> str:
    """A value as text: of an object its name, of a list its entries."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        entries = [said for one in value if not isinstance(one, list) and (said := _said(one))]
        return ("\n\n" if any(len(entry) > 100 for entry in entries) else ", ").join(entries)
    return next((said for key in _VALUES if (said := _said(value.get(key)))), "")
