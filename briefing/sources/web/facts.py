"""Step 1, reading: the tree of a web page → what it states of itself in its markup.

A date counts only where the page says what it is the date of: in the article's own
JSON-LD, in meta tags, or in a `<time>` that is marked so. Years in copyright lines,
addresses and file dates are nobody's statement. The day is the page's own, whatever
its time zone.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.sources import clean
from briefing.sources.dates import iso_date
from briefing.sources.readers.properties import refuse_own

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "title")
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
)
_AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author",
    "byl",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publish-date",
    "publish_date", "published_time", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
    "article.published", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "article.updated", "revised",
)  # fmt: skip
_ARTICLES = re.compile(r"(?:\w*Article|Report|BlogPosting|LiveBlogPosting|WebPage)$")
_ISO = re.compile(r"((?:1[6-9]|20)\d{2})(?:(-?)(\d{2})(?:\2(\d{2}))?)?(?:[T ].*)?", re.DOTALL)
_PUBLISHED_CLASS = re.compile(
    r"\b(?:entry-date|(?:dt-)?published|pubdate|publish-?date|date-?published)\b", re.IGNORECASE
)
_UPDATED_CLASS = re.compile(r"\b(?:updated|modified|date-?modified|dt-updated)\b", re.IGNORECASE)
_MOST_DATA = 2_000_000  # characters of JSON-LD
_MOST_NODES = 2_000  # of it


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states of itself; what it does not state is None."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    address: str | None = None


def facts(root: "_Element") -> Facts:
    """Read what a page states of itself.

    Args:
        root: the page's tree.

    Raises:
        UnreadableError: it is a brief of this program.
    """
    metas, data = _metas(root), _linked_data(root)
    refuse_own(_first(metas.get("generator", ())))
    publisher = _first(_of(metas, _PUBLISHERS)) or _first(_names(data.get("publisher")))
    title = _first(_of(metas, _TITLES[:1])) or _first([_text(data.get("headline"))])
    title = title or _first(_of(metas, _TITLES[1:])) or _first(_texts(root, "title"))
    return Facts(
        title=_without_site(title, publisher),
        publisher=publisher,
        author=_author(root, metas, data),
        published=_date([*_of(metas, _PUBLISHED), _text(data.get("datePublished")), *_times(root, "published")]),
        modified=_date([*_of(metas, _MODIFIED), _text(data.get("dateModified")), *_times(root, "modified")]),
        address=_address(root, metas, data),
    )


def iso_day(text: str) -> str | None:
    """The date that a machine's date is, as precise as it says, in its own time zone."""
    found = _ISO.fullmatch(text.strip())
    if not found:
        return iso_date(clean.line(text))
    day = "-".join(part for part in (found[1], found[3], found[4]) if part)
    return None if day == "1970-01-01" else iso_date(day) or (day if len(day) <= 4 else _month(day))


def _month(day: str) -> str | None:
    return day if len(day) == 7 and "01" <= day[5:] <= "12" else None


def _date(stated: Iterable[str]) -> str | None:
    return next((date for text in stated if text and (date := iso_day(text))), None)


def _first(stated: Iterable[str]) -> str | None:
    return next((text for each in stated if (text := clean.line(each))), None)


# --- meta tags ----------------------------------------------------------------


def _metas(root: "_Element") -> Mapping[str, list[str]]:
    """What meta tags, and elements with a property of schema.org, say, by its name in lower case."""
    said: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                said.setdefault(name.strip().lower(), []).append(element.get("content", ""))
    return said


def _of(metas: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in metas.get(name, ()) if value.strip()]


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """A title without the name of the site, as in `Dam fails | The Gazette`."""
    if not title or not publisher:
        return title
    cut = re.sub(rf"\s+[|–—·»-]+\s+{re.escape(publisher)}\s*$", "", title, flags=re.IGNORECASE)
    return cut or title


def _author(root: "_Element", metas: Mapping[str, list[str]], data: Mapping[str, Any]) -> str | None:
    """Who wrote it, several with commas between; addresses of profiles are no names."""
    for stated in (_of(metas, _AUTHORS), _names(data.get("author")), _marked(root)):
        names = [name for each in stated if (name := clean.line(each)) and "://" not in name and len(name) <= 100]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _marked(root: "_Element") -> list[str]:
    """The names that are marked as those of authors."""
    found = [each for each in root.iter("a", "span", "address") if _is_author(each)]
    return ["".join(each.itertext()) for each in found[:5]]


def _is_author(element: "_Element") -> bool:
    return "author" in element.get("rel", "").split() or element.get("itemprop") in {"author", "author.name"}


def _texts(root: "_Element", tag: str) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(tag)][:1]


# --- times and addresses ------------------------------------------------------


def _times(root: "_Element", which: str) -> list[str]:
    """The dates of elements that say what they are the date of: as `itemprop`, by `pubdate`, or by a usual class."""
    return [
        element.get("datetime") or element.get("title") or "".join(element.itertext())
        for element in root.iter("time", "abbr", "span")
        if _dates(element) == which
    ]


def _dates(element: "_Element") -> str | None:
    """Whether an element gives the date on which the page was published, or modified."""
    by_property = {"datePublished": "published", "dateModified": "modified"}.get(element.get("itemprop", ""))
    if by_property or element.tag == "span":
        return by_property
    called = element.get("class", "")
    if element.get("pubdate") is not None or _PUBLISHED_CLASS.search(called):
        return "published"
    return "modified" if _UPDATED_CLASS.search(called) else None


def _address(root: "_Element", metas: Mapping[str, list[str]], data: Mapping[str, Any]) -> str | None:
    canonical = [each.get("href", "") for each in root.iter("link") if "canonical" in each.get("rel", "").split()]
    stated = [*canonical, *_of(metas, ("og:url",)), _text(data.get("url")), _text(data.get("mainEntityOfPage"))]
    return next((text for each in stated if is_address(text := clean.line(each))), None)


def is_address(text: str) -> bool:
    """Whether a text is the address of a page on the web."""
    return bool(re.fullmatch(r"https?://[^\s<>\"]{3,2000}", text))


# --- JSON-LD ------------------------------------------------------------------


def _linked_data(root: "_Element") -> Mapping[str, Any]:
    """What JSON-LD says of the article, or else of the page."""
    nodes = [node for script in root.iter("script") for node in _nodes(script)]
    found = [node for node in nodes if any(map(_ARTICLES.fullmatch, _types(node)))]
    return next((node for node in found if "WebPage" not in _types(node)), next(iter(found), {}))


def _nodes(script: "_Element") -> Iterator[Mapping[str, Any]]:
    """The things that a script describes, by itself or in a graph."""
    if "ld+json" not in script.get("type", "") or len(script.text or "") > _MOST_DATA:
        return
    try:
        waiting = [json.loads(script.text or "", strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _types(node: Mapping[str, Any]) -> list[str]:
    stated = node.get("@type")
    return [one for one in (stated if isinstance(stated, list) else [stated]) if isinstance(one, str)]


def _names(value: Any) -> list[str]:
    """The names of people or bodies, each a text or a thing that has a name."""
    values = value if isinstance(value, list) else [value]
    return [name for each in values if (name := _text(each.get("name") if isinstance(each, dict) else each))]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id")
    return value if isinstance(value, str) else ""
