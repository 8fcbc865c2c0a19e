"""Documents drawn as text, and tables of what a sentence holds.

`# Title`, `## Heading` and `- bullet` make blocks, any other line a paragraph.
A table has a case on each line: a sentence, `=>`, and what is expected of it,
parts between `;`, fields between `|`.
"""

from textwrap import dedent

from spacy.tokens import Doc

from briefing.language import analyse
from briefing.model import Block, BlockKind, Document, Sentence, Source

MARKS: dict[str, BlockKind] = {"# ": "title", "## ": "heading", "- ": "bullet"}


def document(drawing: str, published: str | None = None) -> Document:
    """The document that a drawing shows."""
    text, blocks = "", []
    for line in dedent(drawing).strip("\n").split("\n"):
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        body = line.removeprefix(mark)
        blocks.append(Block(MARKS.get(mark, "paragraph"), len(text), len(text) + len(body)))
        text += body + "\n"
    return Document(Source("S1", "s.txt", "", published=published), text, tuple(blocks))


def sentences(drawing: str, published: str | None = None, as_of: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of a drawing."""
    return analyse([document(drawing, published)], as_of)


def drawn(drawing: str) -> str:
    """A line for each sentence: `[heading] <label> text`."""
    return "\n".join(
        (f"[{s.heading}] " if s.heading else "") + (f"<{s.label}> " if s.label else "") + s.text
        for s in sentences(drawing)
    )


def names(drawing: str) -> str:
    """The names: `kind text`, and `= usual name` where that differs."""
    return "; ".join(
        f"{entity.kind} {entity.text}" + (f" = {entity.name}" if entity.name != entity.text else "")
        for sentence in sentences(drawing)
        for entity in sentence.entities
    )


def named(doc: Doc) -> str:
    """The names of a Doc, in the same notation."""
    return "; ".join(
        f"{ent.label_} {ent.text}" + (f" = {ent._.known}" if ent._.known != ent.text else "") for ent in doc.ents
    )


def roles(drawing: str) -> str:
    """The names that have a role: `text | role`."""
    text = document(drawing).text
    return "; ".join(
        f"{entity.text} | {text[entity.role.start : entity.role.end]}"
        for sentence in sentences(drawing)
        for entity in sentence.entities
        if entity.role
    )


def dates(drawing: str, published: str | None = None, as_of: str | None = None) -> str:
    """The dates: `said | date`, with `?` for one that nothing resolves."""
    return "; ".join(
        f"{mention.said} | {mention.date or '?'}"
        for sentence in sentences(drawing, published, as_of)
        for mention in sentence.dates
    )


def attributions(drawing: str) -> str:
    """Who says it: `nature | speaker | cue`, with `?` for a speaker who is not named."""
    return "; ".join(
        f"{found.nature} | {found.speaker or '?'} | {found.cue}".removesuffix(" | ")
        for found in (sentence.attribution for sentence in sentences(drawing))
        if found
    )


def table(text: str) -> list[tuple[str, str]]:
    """The cases of a table. What is expected may stand on the next line; `-` is nothing."""
    lines = dedent(text).strip().replace("\n=>", " =>").split("\n")
    cases = [line.split("=>") for line in lines]
    return [(case.strip(), "" if found.strip() == "-" else found.strip()) for case, found in cases]


def expected(drawing: str) -> str:
    """A drawing without its indentation."""
    return dedent(drawing).strip()
