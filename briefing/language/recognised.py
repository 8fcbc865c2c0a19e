"""Step 2: the names that the trained pipeline recognises.

Enters: a Doc with sentences. Leaves: `doc.ents` with the labels of the
pipeline. A long document is shown to it in parts that end with a sentence,
since its memory grows with what it sees at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from spacy.attrs import ORTH, SENT_START, SPACY  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.language.decoded import Decoder, Place
from briefing.language.recogniser import RECOGNISER, recogniser
from briefing.language.segment import LONGEST_SENTENCE

REMEMBERED = 1000
"""Parts whose names are kept."""
Piece = TypeVar("Piece", Doc, Span)
LONGEST_PART = 2000
"""Tokens of a part; what a name means depends on far fewer."""
LARGEST_BATCH = 8000
"""Tokens that the pipeline is shown at once."""


@Language.factory("recognised", requires=["doc.sents"], assigns=["doc.ents"], default_config={"pipeline": None})
def make_recognised(nlp: Language, name: str, pipeline: str | None) -> "Recognised":  # noqa: ARG001
    """Make the component; spaCy calls it."""
    trained = recogniser(pipeline)
    return Recognised(Decoder(trained.get_pipe(RECOGNISER)) if pipeline is None else partial(_seen_by, trained))


def _seen_by(trained: Language, parts: Sequence[Doc]) -> list[list[Place]]:
    """The names that a pipeline recognises, whatever it is made of."""
    return [
        [(ent.start, ent.end, ent.label) for ent in seen.ents] for seen in trained.pipe([part.copy() for part in parts])
    ]


class Recognised:
    """Shows documents to a trained pipeline.

    Args:
        seen: gives the names of each of some Docs.
    """

    def __init__(self, seen: Callable[[Sequence[Doc]], list[list[Place]]]) -> None:
        self.seen = seen
        self.remembered: dict[bytes, list[Place]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.ents`."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002  spaCy hands it over
        """Set `doc.ents` of many documents."""
        for batch in _batches(docs):
            names: dict[Doc, list[Span]] = {doc: [] for doc in batch}
            for parts in _batches(part for doc in batch for part in _parts(doc)):
                for part, found in zip(parts, self._found([_alone(part) for part in parts]), strict=True):
                    here = (Span(part.doc, part.start + start, part.start + end, label) for start, end, label in found)
                    names[part.doc].extend(here)
            for doc, spans in names.items():
                doc.ents = spans
                yield doc

    def _found(self, parts: Sequence[Doc]) -> list[list[Place]]:
        """The names of each part; a part that was seen before, as copies of a story are, is not read again."""
        if len(self.remembered) > REMEMBERED:
            self.remembered.clear()
        keys = [part.to_array(["ORTH", "SENT_START"]).tobytes() for part in parts]
        fresh = {key: part for key, part in zip(keys, parts, strict=True) if key not in self.remembered}
        if fresh:
            self.remembered |= zip(fresh, self.seen([*fresh.values()]), strict=True)
        return [self.remembered[key] for key in keys]


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces in turn, as many at once as hold LARGEST_BATCH tokens together."""
    batch: list[Piece] = []
    tokens = 0
    for piece in pieces:
        if batch and tokens + len(piece) > LARGEST_BATCH:
            yield batch
            batch, tokens = [], 0
        batch.append(piece)
        tokens += len(piece)
    if batch:
        yield batch


def _alone(part: Span) -> Doc:
    """A part as a Doc of its own; spaCy's `as_doc` would copy from the whole document for each part."""
    if len(part) == len(part.doc):
        return part.doc
    place: Any = part
    words, spaces, starts = place.to_array([ORTH, SPACY, SENT_START]).T.tolist()
    return Doc(part.doc.vocab, words=words, spaces=spaces, sent_starts=[start == 1 for start in starts])


def _parts(doc: Doc) -> Iterator[Span]:
    """The document in parts of whole sentences, without what is too long to be one."""
    start = end = 0
    for sentence in doc.sents:
        is_prose = len(sentence) < LONGEST_SENTENCE
        if end > start and (not is_prose or sentence.end - start > LONGEST_PART):
            yield doc[start:end]
            start = end
        end = sentence.end
        if not is_prose:
            start = end
    if end > start:
        yield doc[start:end]
