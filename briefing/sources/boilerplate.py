"""Step 1, reading: documents → the same documents, what a site says on its pages of itself dropped.

What stands word for word on pages of one site that tell different stories is the
site's: a label, or a sentence that speaks to the reader or names the site. Any other
sentence stays, since outlets repeat the background of a story from page to page. It
needs all documents, so it comes when they are read; their order changes nothing, nor
does a copy of one, since copies tell one story.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from briefing.model import Block, Document, Dropped
from briefing.sources.shape import is_sentence

REASON = "repeated on other pages of the site"
_FEWEST_STORIES = {True: 3, False: 2}  # on which a sentence, or a label, is repeated
_LONGEST_LABEL = 8  # words
_TOLD_BY = 3  # passages, the longest ones, by which a story is known again
_TO_READERS = re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]|‘[^‘’]*’")


def without_boilerplate(documents: Iterable[Document]) -> list[Document]:
    """Drop what the pages of one site repeat.

    Args:
        documents: all that were read, in any order; they are given back in the same.
    """
    given = list(documents)
    sites: defaultdict[str, list[Document]] = defaultdict(list)
    for document in given:
        sites[_site(document)].append(document)
    repeated = {site: _repeated(pages, site) for site, pages in sites.items() if site}
    return [_without(document, repeated.get(_site(document), frozenset())) for document in given]


def _site(document: Document) -> str:
    """What tells the site of a page: the host of its address, or else its publisher; empty if neither is known."""
    try:
        host = urlsplit(document.source.address or "").hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or document.source.publisher or ""


def _repeated(pages: list[Document], site: str) -> frozenset[str]:
    """The passages that stand on so many different pages that they are the site's."""
    stories: defaultdict[str, set[int]] = defaultdict(set)
    for page, story in zip(pages, _stories(pages, site), strict=True):
        for block in page.blocks:
            text = _text(page, block)
            if block.kind not in {"title", "bullet"} and (_is_label(text) or _speaks(text, page, site)):
                stories[text].add(story)
    return frozenset(text for text, found in stories.items() if len(found) >= _FEWEST_STORIES[is_sentence(text)])


def _text(page: Document, block: Block) -> str:
    return page.text[block.start : block.end]


def _is_label(text: str) -> bool:
    is_short = len(text.split()) <= _LONGEST_LABEL and not is_sentence(text)
    return is_short and not any(character.isdigit() for character in text)


def _speaks(text: str, page: Document, site: str) -> bool:
    """Whether a sentence speaks to the reader, or of the site; what somebody is quoted with does neither."""
    said = _QUOTED.sub("", text)
    named = (name for name in (page.source.publisher, site) if name)
    return is_sentence(text) and (bool(_TO_READERS.search(said)) or any(name in said for name in named))


def _stories(pages: list[Document], site: str) -> list[int]:
    """For each page a number of the story that it tells; pages that share a longest passage tell one."""
    first: dict[str, int] = {}
    above = list(range(len(pages)))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for at, page in enumerate(pages):
        for text in _longest(page, site):
            above[top(at)] = top(first.setdefault(text, at))
    return [top(at) for at in range(len(pages))]


def _longest(page: Document, site: str) -> list[str]:
    told = {text for block in page.blocks if not _speaks(text := _text(page, block), page, site)}
    return sorted(told, key=lambda text: (-len(text), text))[:_TOLD_BY]


def _without(document: Document, repeated: frozenset[str]) -> Document:
    """The document without these passages; as it is, if nothing else would be left."""
    blocks = tuple(
        block for block in document.blocks if _text(document, block) not in repeated or block.kind == "title"
    )
    if len(blocks) == len(document.blocks) or all(block.kind in {"title", "heading"} for block in blocks):
        return document
    gone = (Dropped(one.start, one.end, REASON) for one in {*document.blocks} - {*blocks})
    return replace(
        document, blocks=blocks, dropped=tuple(sorted((*document.dropped, *gone), key=lambda one: one.start))
    )
