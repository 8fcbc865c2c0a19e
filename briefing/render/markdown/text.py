"""Step 5, rendering: words of a source → Markdown that shows these very words.

In: text of the view, on one line. Out: the same with a backslash wherever a
reader of Markdown (CommonMark, and what GitHub and wikis add to it) would take
a character for markup, and nowhere else, so that it reads well as it stands.
"""

import re

_MARKUP = re.compile(
    r"""
      [*`]                              # emphasis, code
    | \\(?=[!-/:-@\[-`{-~]|$)           # a backslash that would take the meaning of what follows, or break the line
    | (?<![^\W_])_ | _(?![^\W_])        # emphasis, but not within a word
    | <(?=[a-z/!?])                     # HTML
    | &(?=\#?\w+;)                      # an entity
    | \[(?=[\^\[]) | \](?=[(\[:])       # footnotes, links and their definitions
    | \^(?=\[)                          # an inline footnote
    | (?<=\S)~ | ~(?!\w)                # what is struck out; “~300” is not
    | \$(?!\d)                          # formulas; “$5” is none
    | %(?=%) | =(?==) | \{(?=[{%])      # comments, highlights and templates of wikis
    | :(?=//) | (?<=www)\. | (?<=\w)@   # addresses that become links by themselves
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = re.compile(
    r"""
      (\d{1,9}) (?=[.)](?:\s|$))        # a numbered list
    | (?=[-+=\#:]+(?:\s|$))             # bullets, headings, rules and definitions
    | (?=[>|])                          # quotations and tables
    | (?=\[[ x]\])                      # a task
    """,
    re.VERBOSE | re.IGNORECASE,
)


def escaped(words: str) -> str:
    """The words as Markdown, wherever on a line they stand."""
    inside = _MARKUP.sub(r"\\\g<0>", words)
    opening = _OPENING.match(inside)
    return f"{opening[1] or ''}\\{inside[opening.end() :]}" if opening else inside


def in_cell(markdown: str) -> str:
    """The same as a cell of a table."""
    return markdown.replace("|", r"\|")


def as_heading(words: str) -> str:
    """The words as Markdown at the end of a heading, where number signs would fall away."""
    text = escaped(words)
    return rf"{text[:-1]}\#" if words.endswith("#") and words != "#" else text


def strong(words: str) -> str:
    """The words in bold; there must be a space or nothing on either side."""
    return f"**{escaped(words)}**" if words else ""


def quiet(words: str) -> str:
    """The words in italics; there must be a space or nothing on either side."""
    return f"*{escaped(words)}*" if words else ""
