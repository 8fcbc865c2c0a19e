"""Make `docs/words.md`, the words that a template can change.

    python scripts/make_words_page.py

The result is in git, and a test says when it is behind `briefing/render/words.py`.
"""

# ruff: noqa: INP001  a script is no package
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from briefing.render.words import WORDS, Named, Words

TARGET = Path(__file__).parent.parent / "docs" / "words.md"
HEAD = """\
# The words of a document

What a document says beside the sources' sentences, by the keys of `words.toml`.
The files of languages in `templates/words/` have the same.
[templates.md](templates.md#the-words) says how to change them.
Made by `scripts/make_words_page.py`.

| key | in English |
|---|---|
"""


def page() -> str:
    """The page as text."""
    rows = ((field.name, getattr(WORDS, field.name)) for field in fields(Words) if field.name != "language")
    return HEAD + "".join(f"| `{key}` | {'<br>'.join(_lines(value))} |\n" for key, value in rows)


def _lines(value: str | tuple[str, ...] | Named) -> Iterator[str]:
    """A text; those of a list; those of a table, each with its name."""
    if isinstance(value, Named):
        for name, text in value.entries.items():
            yield f"`{name}`" if name == text else f"`{name}`: {text}"
    else:
        yield from (value,) if isinstance(value, str) else value


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8", newline="\n")
