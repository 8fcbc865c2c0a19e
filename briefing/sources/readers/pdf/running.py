"""Step 1, reading: pages → the same pages without running heads and feet and page numbers.

What stands at the edge of two pages in the same words, but for a number that
counts on, runs through the document. Where most pages have such a line at one height, so do
the others, whatever their chapter is called there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.sources.readers.pdf.columns import levels
from briefing.sources.readers.pdf.shapes import Page, Strip

_EDGE = 0.2
"""The part of a page's height in which its head stands, and its foot."""
_MOST_LINES = 4
"""Lines of a head."""
_LINE = 1.6
"""Times the size of the type, up to which two lines may be of one paragraph."""
_FEWEST_PAGES = 3
"""Pages with a head at one height, from which on all lines at that height are heads."""
_LARGER = 1.2
"""Times the size of its smallest copy that a running line may have; a title is larger than the head that repeats it."""
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.?|seite|página|pág\.?)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|of|sur|von|de)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the upper or lower edge of a page, and how far in from there it stands.

    `is_set_on` where it goes on from the next line inwards, or leads over to it, as those of a paragraph do.
    """

    page: int
    is_head: bool
    depth: int
    strips: tuple[Strip, ...]
    is_set_on: bool = False

    @property
    def text(self) -> str:
        return " ".join(strip.text for strip in self.strips)

    @property
    def shapes(self) -> set[tuple[bool, str]]:
        """What pages have in common if it runs through them: its words, or these and a number that counts on."""
        text = self.text.casefold()
        numbers = list(re.finditer(r"\d{1,4}", text))
        counted = {
            f"{text[: one.start()]}#{int(one[0]) - self.page}{text[one.end() :]}"
            for one in (numbers[:1] + numbers[-1:])
        }
        return {(self.is_head, shape) for shape in {text} | counted}

    @property
    def size(self) -> float:
        return self.strips[0].size

    @property
    def height(self) -> tuple[bool, int, float]:
        return self.is_head, round(self.strips[0].base / 2), self.size


@dataclass(frozen=True, slots=True)
class Run:
    """A page without what runs through the document, and that: heads and feet with their reasons."""

    page: Page
    heads: tuple[tuple[str, str], ...]
    feet: tuple[tuple[str, str], ...]


def parted(pages: Sequence[Page]) -> Iterator[Run]:
    """Tell the pages from what runs through them."""
    edges = [edge for page in pages for edge in _edges(page)]
    pages_of = {(edge.page, shape) for edge in edges for shape in edge.shapes}
    counted = Counter(shape for _, shape in pages_of)
    repeated = {shape for shape, count in counted.items() if count > 1}
    smallest: dict[tuple[bool, str], float] = {}
    for edge in edges:
        smallest |= {shape: min(edge.size, smallest.get(shape, edge.size)) for shape in edge.shapes & repeated}
    running = [edge for edge in edges if any(edge.size <= _LARGER * smallest[one] for one in edge.shapes & repeated)]
    heights = Counter(edge.height for edge in running)
    runs = set(map(id, running))
    found: dict[int, list[tuple[_Edge, str]]] = {page.number: [] for page in pages}
    ended: set[tuple[int, bool]] = set()
    for edge in edges:
        side = edge.page, edge.is_head
        always = heights[edge.height] >= max(_FEWEST_PAGES, len(pages) / 2)
        reason = _reason(edge, repeats=always or id(edge) in runs)
        if reason and side not in ended:
            found[edge.page].append((edge, reason))
        else:
            ended.add(side)
    for page in pages:
        yield _run(page, found[page.number])


def _reason(edge: _Edge, *, repeats: bool) -> str | None:
    if _NUMBER.fullmatch(edge.text) and not edge.is_set_on:
        return "page number"
    return ("running head" if edge.is_head else "running foot") if repeats else None


def _edges(page: Page) -> Iterator[_Edge]:
    """The lines at the edges of a page, from the outside in."""
    lines = levels(page.strips)
    zone = _EDGE * (page.top - page.bottom)
    for is_head, inwards in ((True, lines), (False, lines[::-1])):
        for depth, line in enumerate(inwards[:_MOST_LINES]):
            base = line[0].base
            if base > page.top - zone if is_head else base < page.bottom + zone:
                yield _Edge(page.number, is_head, depth, tuple(line), _is_set_on(line, inwards[depth + 1 :][:1]))


def _is_set_on(line: Sequence[Strip], beside: Sequence[Sequence[Strip]]) -> bool:
    """Whether a line stands as close to the next one, and as far left, as the lines of one paragraph."""
    first = line[0]
    return any(
        abs(other[0].base - first.base) < _LINE * first.size
        and abs(other[0].left - first.left) < first.size
        and abs(other[0].size - first.size) < 0.1 * first.size
        for other in beside
    )


def _run(page: Page, found: Sequence[tuple[_Edge, str]]) -> Run:
    gone = {id(strip) for edge, _ in found for strip in edge.strips}
    heads = tuple((edge.text, reason) for edge, reason in found if edge.is_head)
    feet = tuple((edge.text, reason) for edge, reason in reversed(found) if not edge.is_head)
    return Run(replace(page, strips=tuple(strip for strip in page.strips if id(strip) not in gone)), heads, feet)
