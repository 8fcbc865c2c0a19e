"""Step 2, analysis: documents become sentences with lemmas, names, dates and attribution.

Nothing here compares two documents, and spaCy's objects do not leave it.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.language import lean, recogniser, tables
from briefing.language.lemmatizer import Irregular, Lemmatizer
from briefing.language.recogniser import folder
from briefing.model import Document, Sentence

__all__ = [
    "Irregular",
    "Lemmatizer",
    "analyse",
    "as_of_for",
    "check",
    "folder",
    "lemmatize",
    "lemmatizer",
    "signature",
]


def analyse(
    documents: Iterable[Document],
    as_of: str | None = None,
    pipeline: str | None = None,
    names: Sequence[Path] = (),
    concepts: Sequence[Path] = (),
) -> tuple[Sentence, ...]:
    """The sentences of the documents, in order.

    Args:
        documents: what reading made.
        as_of: the collection's date, which helps to check weekdays; no more of it enters than `as_of_for` leaves.
        pipeline: the package or the folder of the spaCy pipeline that recognises names; the shipped one if None.
        names: files of known names, which add to ours; a later one goes before an earlier one.
        concepts: files of words that mean the same, in the same way.

    Raises:
        SettingError: there is no such pipeline or file, or it cannot be used.
    """
    lean.import_spacy()
    from briefing.language.pipeline import analyse as run

    return tuple(run(documents, as_of, pipeline, tuple(names), tuple(concepts)))


def check(names: Sequence[Path], concepts: Sequence[Path]) -> None:
    """Refuse files that analysis could not follow.

    Raises:
        SettingError: as `analyse`.
    """
    lean.import_spacy()
    from briefing.language import classes, gazetteer

    gazetteer.load(*names)
    classes.load(*concepts)


def as_of_for(document: Document, as_of: str | None) -> str | None:
    """The collection's date if it bears on what the document says; None if analysis gives the same without it.

    Two builds that agree on this agree on the document's sentences, however else their collections differ.

    Args:
        document: what reading made.
        as_of: the collection's date.
    """
    from briefing.language.date_collected import bearing

    return bearing(as_of, document.text, document.source.published)


def signature(pipeline: str | None = None, names: Sequence[Path] = (), concepts: Sequence[Path] = ()) -> str:
    """Name what analysis goes by, with versions, for the brief's signature.

    Args:
        pipeline: as for `analyse`.
        names: as for `analyse`.
        concepts: as for `analyse`.

    Raises:
        SettingError: as `analyse`.
    """
    digests = {"names": tables.digest(names, "names"), "concepts": tables.digest(concepts, "concepts")}
    return " + ".join(
        [recogniser.signature(pipeline), *(f"{what} {digest}" for what, digest in digests.items() if digest)]
    )


def lemmatize(text: str) -> tuple[str, ...]:
    """The normal forms of a text's words, as in `Sentence.lemmas`: what a template's cues are matched on."""
    lean.import_spacy()
    from briefing.language.pipeline import lemmatize as run

    return run(text)


def lemmatizer(known: Irregular | None = None) -> Lemmatizer:
    """What gives the lemmas of many texts.

    Args:
        known: what an earlier one knew in the end; spaCy is loaded only for what it does not tell.
    """
    if known is None:
        lean.import_spacy()
        from briefing.language.pipeline import irregular

        known = irregular()
    return Lemmatizer(known, lemmatize)
