"""How the tests read Markdown: as a reader that takes for markup whatever any reader does."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

READER = (
    MarkdownIt("gfm-like")
    .use(footnote_plugin)
    .use(tasklists_plugin)
    .use(dollarmath_plugin, allow_space=False, allow_digits=False)
)
assert READER.linkify
READER.linkify.set({"fuzzy_link": False})  # GFM makes no link of a bare domain


def parts(markdown: str) -> Iterator[Token]:
    """What a reader takes the lines for, without the blocks that they stand in."""
    for token in READER.parse(markdown):
        yield from token.children or ()


def shown(markdown: str) -> str:
    """The text that a reader sees, footnotes by their labels."""
    return "".join(
        f"{token.content}{token.meta['label'] if token.type == 'footnote_ref' else ''}" for token in parts(markdown)
    )
