"""Step 2, analysis: documents become sentences with lemmas, names, dates and attribution.

Nothing here compares two documents, and spaCy's objects do not leave it.
"""

from collections.abc import Iterable

from briefing.model import Document, Sentence

SIGNATURE = "rules-en 1"
"""Names the pipeline, for the brief's signature."""


def analyse(documents: Iterable[Document], as_of: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of the documents, in order.

    Args:
        documents: what reading made.
        as_of: the collection's date, which helps to check weekdays.
    """
    from briefing.language.pipeline import analyse as run

    return tuple(run(documents, as_of))


def lemmatize(text: str) -> tuple[str, ...]:
    """The normal forms of a text's words, as in `Sentence.lemmas`: what a template's cues are matched on."""
    from briefing.language.pipeline import lemmatize as run

    return run(text)
