"""Step 2: the spaCy pipeline, and the floor at which spaCy's objects stop.

Enters: documents. Leaves: `model.Sentence`. A trained pipeline recognises names;
all else goes by rules, and rules correct the names as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language import (  # noqa: F401  importing a component registers it
    dates,
    entities,
    lemmas,
    recognised,
    roles,
    segment,
    speech,
)
from briefing.language.certainty import hedges, is_negated, modality
from briefing.language.gazetteer import speaking
from briefing.language.organs import organ
from briefing.language.phrases import noun_phrases
from briefing.language.recogniser import recogniser
from briefing.language.tokens import adapt_tokenizer
from briefing.language.within import Within
from briefing.model import Attribution, Block, BlockKind, DateMention, Document, Entity, EntityKind, Sentence
from briefing.model import Span as Passage

COMPONENTS = ("block_sentences", "recognised", "stems", "names", "roles", "dates", "attribution")
LABEL = re.compile(r"(?P<label>[A-Z][^:.!?“”\"]{2,80}):\s+(?=[A-Z])")
"""An author's label before a sentence ("Shared Goal: …")."""
UNBROKEN = re.compile(r"\S{300}")
"""What is cut, since spaCy's tokenizer takes quadratic time for marks without a space between."""
SHORTEST = 3
"""Words behind a label that make a sentence; letters of a word that wants a capital in a heading."""

for holder, attributes in (
    (Doc, ("blocks", "published", "as_of")),
    (Span, ("known", "listed", "role", "date", "attribution")),
):
    for attribute in attributes:
        holder.set_extension(attribute, default=None, force=True)


def load(trained: str | None = None, names: tuple[Path, ...] = ()) -> Language:
    """The pipeline, made once, around a trained one and with a user's files of names."""
    return _made(trained, names)


@cache
def _made(trained: str | None, names: tuple[Path, ...]) -> Language:
    nlp = spacy.blank("en", vocab=recogniser(trained).vocab)
    # Nothing here grows faster than the text, so spaCy's guard for parsers does not apply.
    nlp.max_length = 10**9
    adapt_tokenizer(nlp)
    settings: dict[str, dict[str, Any]] = {
        "recognised": {"pipeline": trained},
        "names": {"files": [str(path) for path in names]},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=settings.get(name, {}))
    return nlp


def analyse(
    documents: Iterable[Document], as_of: str | None, trained: str | None = None, names: tuple[Path, ...] = ()
) -> Iterator[Sentence]:
    """The sentences of the documents, document by document."""
    nlp = load(trained, names)
    given = list(documents)
    docs = nlp.pipe(prepared(nlp, document, as_of) for document in given)
    return chain.from_iterable(sentences(document, doc) for document, doc in zip(given, docs, strict=True))


def prepared(nlp: Language, document: Document, as_of: str | None) -> Doc:
    """The document in tokens, with what the components need to know of it."""
    doc = _tokenized(nlp, document)
    doc._.blocks = document.blocks
    doc._.published = document.source.published
    doc._.as_of = as_of
    return doc


def _tokenized(nlp: Language, document: Document) -> Doc:
    """The text in tokens, none of which crosses the edge of a block."""
    text = document.text
    edges = {0, len(text), *(edge for block in document.blocks for edge in (block.start, block.end))}
    edges.update(match.end() for match in UNBROKEN.finditer(text))
    pieces = [nlp.make_doc(text[start:end]) for start, end in pairwise(sorted(edges))]
    return Doc.from_docs(pieces, ensure_whitespace=False) or nlp.make_doc("")


def sentences(document: Document, doc: Doc) -> Iterator[Sentence]:
    """The sentences of paragraphs and bullets; titles and headings are their context."""
    names = Within(ent for ent in doc.ents if ent.label_ not in entities.OTHERS)
    dated = Within(doc.spans["dates"])
    heading: str | None = None
    order = 0
    for block in document.blocks:
        if block.kind in {"title", "heading"}:
            heading = document.text[block.start : block.end] if block.kind == "heading" else None
            continue
        for body, label, attribution in _sentences_of(block, doc):
            yield _sentence(
                document.source.id,
                body,
                names.inside(body),
                dated.inside(body),
                order=order,
                attribution=attribution,
                label=label,
                heading=heading,
            )
            order += 1


def _sentences_of(block: Block, doc: Doc) -> Iterator[tuple[Span, str | None, Attribution | None]]:
    """The sentences of a block, each without its label, with its label and with who says it."""
    span: Any = doc.char_span(block.start, block.end, alignment_mode="contract")
    for sentence in span.sents if span else ():
        body, label = _split_label(sentence, block.kind)
        if body.text.strip():
            yield body, label, sentence._.attribution


def _split_label(sentence: Span, kind: BlockKind) -> tuple[Span, str | None]:
    """An author's label and the sentence behind it: "Shared Goal: The alliance aims …"."""
    match = LABEL.match(sentence.text)
    if match is None or not (_is_titled(match["label"]) or (kind == "bullet" and _is_short(match["label"]))):
        return sentence, None
    body = sentence.doc.char_span(sentence.start_char + match.end(), sentence.end_char, alignment_mode="contract")
    return (body, match["label"]) if body is not None and len(body) > SHORTEST else (sentence, None)


def _is_titled(label: str) -> bool:
    """Whether every word of weight has a capital, as in a heading; "The minister said:" is no label."""
    return all(word[0].isupper() for word in label.split() if len(word) > SHORTEST and word[0].isalpha())


def _is_short(label: str) -> bool:
    """Whether it can be a label in lower case, as at the head of a bullet: no one speaks, and it is a few words."""
    return len(label.split()) <= SHORTEST + 1 and speaking().isdisjoint(label.lower().split())


def _sentence(source: str, body: Span, names: Sequence[Span], dated: Sequence[Span], **context: Any) -> Sentence:
    text = body.text.strip()
    start = body.start_char + body.text.index(text)
    return Sentence(
        source=source,
        start=start,
        end=start + len(text),
        text=text,
        lemmas=tuple(_lemmas(body, names)),
        entities=tuple(_entity(source, ent) for ent in names),
        dates=tuple(DateMention(span.start_char, span.end_char, span.text, span._.date) for span in dated),
        hedges=hedges(text),
        modality=modality(text),
        negated=is_negated(text),
        phrases=noun_phrases(body, names),
        **context,
    )


def _entity(source: str, ent: Span) -> Entity:
    kind: EntityKind = ent.label_  # type: ignore[assignment]
    role = ent._.role
    passage = Passage(source, role.start_char, role.end_char) if role is not None else None
    return Entity(ent.start_char, ent.end_char, ent.text, kind, ent._.known, passage, ent._.listed, organ(ent))


@lru_cache(maxsize=1 << 14)
def lemmatize(text: str) -> tuple[str, ...]:
    """The normal forms of a text's words, function words left out."""
    nlp = load()
    return tuple(_lemmas(nlp.get_pipe("stems")(nlp.make_doc(text)), ()))


def _lemmas(sentence: Iterable[Token], names: Sequence[Span]) -> Iterator[str]:
    """The lemmas; a name is one lemma, its usual name, so that "ISIS" is "Islamic State" and weighs as one word.

    Not so the name of a body that no list has: it keeps its words, since sources name such a body in part.
    """
    named = {token.i: ent for ent in names if _is_one(ent) or ent._.known != ent.text for token in ent}
    for token in sentence:
        ent = named.get(token.i)
        if ent is None:
            if not token.is_stop and (token.is_alpha or token.like_num):
                yield token.lemma_
        elif token.i == ent.start:
            yield from (ent._.known.casefold(),) if _is_one(ent) else lemmatize(ent._.known)


def _is_one(name: Span) -> bool:
    return name._.listed or name.label_ in {"person", "group"}
