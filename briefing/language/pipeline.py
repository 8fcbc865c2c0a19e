"""Step 2: the spaCy pipeline, and the floor at which spaCy's objects stop.

Enters: documents. Leaves: `model.Sentence`. A trained pipeline recognises names;
all else goes by rules, and rules correct the names as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language import (  # noqa: F401  importing a component registers it
    concepts,
    dates,
    entities,
    lemmas,
    recognised,
    roles,
    segment,
    speech,
)
from briefing.language.antecedents import is_one_lemma, referenced
from briefing.language.certainty import hedges, is_negated, modality
from briefing.language.clauses import clauses
from briefing.language.date_collected import bearing
from briefing.language.deeds import deeds
from briefing.language.gazetteer import speaking
from briefing.language.glosses import definitions
from briefing.language.happenings import happenings
from briefing.language.lemmatizer import Irregular
from briefing.language.organs import organ
from briefing.language.phrases import noun_phrases
from briefing.language.quantities import quantities
from briefing.language.recogniser import recogniser
from briefing.language.tense import tenses
from briefing.language.tokens import make_tokenizer, written
from briefing.language.topics import topics
from briefing.language.within import Within
from briefing.model import (
    Attribution,
    Block,
    BlockKind,
    DateMention,
    Deed,
    Document,
    Entity,
    EntityKind,
    Happening,
    Quantity,
    Sentence,
    Topic,
)
from briefing.model import Span as Passage

Mark = TypeVar("Mark", Entity, DateMention, Quantity, Deed, Topic)
"""What has a place in a sentence."""
COMPONENTS = ("block_sentences", "recognised", "stems", "names", "concepts", "roles", "dates", "attribution")
LABEL = re.compile(r"(?P<label>[A-Z][^:.!?“”\"]{2,80}):\s+(?=[A-Z])")
"""An author's label before a sentence ("Shared Goal: …")."""
UNBROKEN = re.compile(r"\S{300}")
"""What is cut, since spaCy's tokenizer takes quadratic time for marks without a space between."""
NO_TOKENS = np.zeros((0, 2), dtype=np.uint64)
SHORTEST = 3
"""Words behind a label that make a sentence; letters of a word that wants a capital in a heading."""


class Word(NamedTuple):
    """A word: its place among the tokens and in the text, its lemma, and what it means.

    Either is empty where a word has none, or a phrase stands for several; a name has a word for each of its lemmas.
    """

    at: int
    start: int
    lemma: str
    concept: str


for holder, attributes in (
    (Doc, ("text", "blocks", "published", "as_of", "concepts")),
    (Span, ("known", "listed", "role", "date", "attribution")),
):
    for attribute in attributes:
        holder.set_extension(attribute, default=None, force=True)


def load(trained: str | None = None, names: tuple[Path, ...] = (), classes: tuple[Path, ...] = ()) -> Language:
    """The pipeline, made once, around a trained one and with a user's files of names and of concepts."""
    return _made(trained, names, classes)


@cache
def _made(trained: str | None, names: tuple[Path, ...], classes: tuple[Path, ...]) -> Language:
    # Nothing here grows faster than the text, so spaCy's guard for parsers does not apply.
    nlp = English(recogniser(trained).vocab, max_length=10**9, create_tokenizer=make_tokenizer)
    settings: dict[str, dict[str, Any]] = {
        "recognised": {"pipeline": trained},
        "names": {"files": [str(path) for path in names]},
        "concepts": {"files": [str(path) for path in classes]},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=settings.get(name, {}))
    return nlp


def analyse(
    documents: Iterable[Document],
    as_of: str | None,
    trained: str | None = None,
    names: tuple[Path, ...] = (),
    classes: tuple[Path, ...] = (),
) -> Iterator[Sentence]:
    """The sentences of the documents, document by document."""
    nlp = load(trained, names, classes)
    given = list(documents)
    docs = nlp.pipe(prepared(nlp, document, as_of) for document in given)
    return chain.from_iterable(
        referenced(sentences(document, doc), lemmatize) for document, doc in zip(given, docs, strict=True)
    )


def prepared(nlp: Language, document: Document, as_of: str | None) -> Doc:
    """The document in tokens, with what the components need to know of it."""
    doc = _tokenized(nlp, document)
    doc._.text = document.text
    doc._.blocks = document.blocks
    doc._.published = document.source.published
    doc._.as_of = bearing(as_of, document.text, document.source.published)
    return doc


def _tokenized(nlp: Language, document: Document) -> Doc:
    """The text in tokens, none of which crosses the edge of a block."""
    text = document.text
    edges = {0, len(text), *(edge for block in document.blocks for edge in (block.start, block.end))}
    edges.update(match.end() for match in UNBROKEN.finditer(text))
    pieces = [nlp.make_doc(text[start:end]).to_array(["ORTH", "SPACY"]) for start, end in pairwise(sorted(edges))]
    words, spaces = np.concatenate([NO_TOKENS, *pieces]).T.tolist()
    return Doc(nlp.vocab, words=words, spaces=spaces)


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
                names,
                dated,
                order=order,
                attribution=attribution,
                label=label,
                heading=heading,
            )
            order += 1


def _sentences_of(block: Block, doc: Doc) -> Iterator[tuple[Span, str | None, Attribution | None]]:
    """The sentences of a block, each without its label, with its label and with who says it."""
    span: Any = doc.char_span(block.start, block.end, alignment_mode="contract")
    for sentence in segment.uncut(span.sents) if span else ():
        body, label = _split_label(sentence, block.kind)
        if written(body).strip():
            yield body, label, sentence._.attribution


def _split_label(sentence: Span, kind: BlockKind) -> tuple[Span, str | None]:
    """An author's label and the sentence behind it: "Shared Goal: The alliance aims …"."""
    match = LABEL.match(written(sentence))
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


def _sentence(source: str, body: Span, names: Within, dated: Within, **context: Any) -> Sentence:
    """A sentence with its clauses, each of which is a sentence again."""
    inside, dates_inside = names.inside(body), dated.inside(body)
    words = [*_words(body, inside, body.doc._.concepts)]
    whole = _whole(source, body, words, inside, dates_inside, **context)

    def part(span: Span, parts: tuple[Sentence, ...] = ()) -> Sentence:
        return _clause(whole, span, [word for word in words if span.start <= word.at < span.end], parts)

    groups = clauses(body, (*inside, *dates_inside))
    told = tuple(_happenings(whole, words))
    if sum(map(len, groups)) == 1:
        return replace(whole, happenings=told)
    hanging = [tuple(map(part, group)) if len(group) > 1 else () for group in groups]
    runs = (body.doc[group[0].start : group[-1].end] for group in groups)
    return replace(whole, clauses=tuple(map(part, runs, hanging)), happenings=told)


def _happenings(whole: Sentence, words: Sequence[Word]) -> Iterator[Happening]:
    """What the sentence tells to have happened, each with the concepts of its words, its date left out."""
    for found in happenings(whole):
        inside = (word for word in words if any(span.start <= word.start < span.end for span in found.spans))
        telling = (word for word in inside if not found.date.start <= word.start < found.date.end)
        yield replace(found, concepts=tuple(word.concept for word in telling if word.concept))


def _whole(
    source: str, body: Span, words: Sequence[Word], names: Sequence[Span], dated: Sequence[Span], **context: Any
) -> Sentence:
    start, text = _stripped(body)
    normal, meant = _meaning(words)
    named = tuple(_entity(source, ent) for ent in names)
    mentions = tuple(DateMention(span.start_char, span.end_char, span.text, span._.date) for span in dated)
    return Sentence(
        source=source,
        start=start,
        end=start + len(text),
        text=text,
        lemmas=normal,
        concepts=meant,
        entities=named,
        dates=mentions,
        quantities=quantities(text, start, mentions),
        deeds=deeds(text, start, named),
        hedges=hedges(text),
        modality=modality(text),
        negated=is_negated(text),
        tenses=tenses(text),
        phrases=noun_phrases(body, names),
        topics=topics(body, names, dated, named, context["attribution"]),
        definitions=tuple(definitions(source, start, text, named)),
        **context,
    )


def _clause(whole: Sentence, part: Span, words: Sequence[Word], parts: tuple[Sentence, ...]) -> Sentence:
    """A clause of a sentence, with what of the sentence stands in it."""
    start, text = _stripped(part)
    end = start + len(text)
    normal, meant = _meaning(words)

    def inside(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        found = tuple(mark for mark in marks if start <= mark.start and mark.end <= end)
        return marks if len(found) == len(marks) else found

    return replace(
        whole,
        start=start,
        end=end,
        text=text,
        lemmas=normal,
        concepts=meant,
        entities=inside(whole.entities),
        dates=inside(whole.dates),
        quantities=inside(whole.quantities),
        deeds=inside(whole.deeds),
        hedges=tuple(hedge for hedge in whole.hedges if hedge in text),
        modality=modality(text),
        negated=is_negated(text),
        tenses=tenses(text),
        phrases=tuple(phrase for phrase in whole.phrases if phrase in text),
        topics=inside(whole.topics),
        clauses=parts,
    )


def _meaning(words: Sequence[Word]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lemmas of the words, and their concepts."""
    normal = tuple(word.lemma for word in words if word.lemma)
    return normal, tuple(word.concept for word in words if word.concept)


def _stripped(body: Span) -> tuple[int, str]:
    """Where the text of a span begins and what it is, without the space around it."""
    text = written(body)
    return body.start_char + len(text) - len(text.lstrip()), text.strip()


def _entity(source: str, ent: Span) -> Entity:
    kind: EntityKind = ent.label_  # type: ignore[assignment]
    role = ent._.role
    passage = Passage(source, role.start_char, role.end_char) if role is not None else None
    return Entity(ent.start_char, ent.end_char, ent.text, kind, ent._.known, passage, ent._.listed, organ(ent))


@lru_cache(maxsize=1 << 14)
def lemmatize(text: str) -> tuple[str, ...]:
    """The normal forms of a text's words, function words left out."""
    nlp = load()
    return tuple(word.lemma for word in _words(nlp.get_pipe("stems")(nlp.make_doc(text)), (), {}) if word.lemma)


def irregular() -> Irregular:
    """The words that a stem does not tell: those without weight, and those that the tokenizer cuts in two."""
    nlp = load()
    tokenizer: Any = nlp.tokenizer
    cut = sorted(filter(str.isalpha, tokenizer.rules))
    return Irregular(frozenset(nlp.Defaults.stop_words), {word: lemmatize(word) for word in cut})


def _words(sentence: Iterable[Token], names: Sequence[Span], meant: Mapping[int, str]) -> Iterator[Word]:
    """The words of a sentence that have a lemma or a concept.

    A name is one lemma, its usual name, so that "ISIS" is "Islamic State" and weighs as one word. Not so the name of
    a body that no list has: it keeps its words, since sources name such a body in part.
    """
    named = {
        at: (ent, usual) for ent in names if (usual := _usual(ent)) is not None for at in range(ent.start, ent.end)
    }
    for token in sentence:
        if token.i not in named:
            is_telling = not token.is_stop and (token.is_alpha or token.like_num)
            lemma = token.lemma_ if is_telling else ""
            yield Word(token.i, token.idx, lemma, meant.get(token.i, lemma))
            continue
        ent, usual = named[token.i]
        if token.i == ent.start:
            yield from (Word(token.i, token.idx, lemma, lemma) for lemma in usual)


def _usual(ent: Span) -> tuple[str, ...] | None:
    """The lemmas of a name's usual form; None where it keeps those of its words."""
    known, is_one = ent._.known, is_one_lemma(ent.label_, ent._.listed)
    if is_one:
        return (known.casefold(),)
    return lemmatize(known) if known != ent.text and ent.label_ != "state" else None
