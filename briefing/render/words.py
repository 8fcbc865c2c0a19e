"""Step 5, rendering: the words that every document says beside those of the sources.

In: nothing. Out: `Words`, in English.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a renderer sets beside those of the rows, in English."""

    note: str = (
        "Every sentence is quoted word for word; words in brackets explain it."
        " Raised numbers lead to the sources that state it; those in parentheses state a part of it."
        " What is no quote, claim or forecast is told as a fact."
    )
    note_of_notes: str = (
        "Every sentence is quoted word for word; words in brackets explain it."
        " The notes name each source that states it, by its number in the list of sources;"
        " “(part)” stands behind those that state a part of it."
        " What is no quote, claim or forecast is told as a fact."
    )
    nothing: str = "No source text found."
    not_stated: str = "not stated"
    as_of: str = "Information as of"
    actors: tuple[str, ...] = ("Name", "Kind", "Role, in a source’s words", "Named in")
    also: str = "also"
    timeline: tuple[str, ...] = ("Date", "What the sources report")
    glossary: tuple[str, ...] = ("Name", "What the sources say it is")
    practice: tuple[str, ...] = ("When was it?", "Your answer")
    gaps: str = "Fill the gaps"
    gap: str = "________"
    answers: str = "Answers"
    source: str = "Source"
    quoted: str = "Quoted:"
    paragraph: str = "¶"
    part: str = "part"
    footnotes: str = "The footnotes name them by their numbers."
    uncited: str = "Read, not cited"
    skipped: str = "Given, not used"


WORDS = Words()
