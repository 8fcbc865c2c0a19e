"""Step 2: what the words mean, so that "quit" and "stepped down" are one.

Enters: a Doc with lemmas, sentences and names. Leaves: `doc._.concepts`, which has
for each token that is a word of a class, or part of a phrase, what it means:
the first word of the class at the phrase's first token, nothing at the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from briefing.language.classes import PASSED, Classes, Words, load
from briefing.language.entities import OTHERS

TRAILING = frozenset({"ablaz", "apart", "asid", "away", "back", "down", "guilti", "off", "out", "up"})
"""Lemmas of what may stand behind the object of its verb: "pulled its troops out", "found him guilty"."""
UNNAMED = OTHERS | {""}
"""Labels of tokens that are no name which a sentence keeps."""
OBJECTS = frozenset({"him", "it", "me", "them", "us"})
LONGEST_OBJECT = 2
"""Words, besides articles and possessives."""
HYPHENS = frozenset({"-", "‐", "‑"})


@Language.factory(
    "concepts",
    requires=["token.lemma", "doc.sents", "doc.ents"],
    assigns=["doc._.concepts"],
    default_config={"files": []},
)
def make_concepts(nlp: Language, name: str, files: list[str]) -> "Concepts":  # noqa: ARG001
    """Make the component; spaCy calls it."""
    return Concepts(load(*map(Path, files)))


class Concepts:
    """Finds words and phrases of classes: at each place the longest, and none in a name."""

    def __init__(self, classes: Classes) -> None:
        self.unlike = classes.unlike
        self.by_word: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
        for phrase, meaning in sorted(classes.meaning.items(), key=lambda entry: -len(entry[0])):
            self.by_word[phrase[0]].append((phrase, meaning))

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.concepts`."""
        doc._.concepts = {index: meaning for words in _rows(doc) for index, meaning in self._meant(words)}
        return doc

    def _meant(self, words: Sequence[Token]) -> Iterator[tuple[int, str]]:
        lemmas = ["" if word.lower_ in self.unlike else word.lemma_ for word in words]
        for at, lemma in enumerate(lemmas):
            for phrase, meaning in self.by_word.get(lemma, ()):
                places = _places(phrase, words, lemmas, at)
                if places:
                    for place in places:
                        lemmas[place] = ""
                        yield words[place].i, meaning if place == at else ""
                    break


def _places(phrase: Words, words: Sequence[Token], lemmas: Sequence[str], at: int) -> Sequence[int]:
    """Where the words of a phrase stand that begins at a place; nowhere if it does not."""
    end = at + len(phrase)
    if tuple(lemmas[at:end]) == phrase:
        return range(at, end) if len(phrase) > 1 or not words[at].is_stop else ()
    if len(phrase) != 2 or phrase[1] not in TRAILING:
        return ()
    for behind in range(at + 2, min(at + 2 + LONGEST_OBJECT, len(words))):
        if words[behind - 1].is_stop and words[behind - 1].lower_ not in OBJECTS:
            return ()
        if lemmas[behind] == phrase[1]:
            return (at, behind)
    return ()


def _rows(doc: Doc) -> Iterator[list[Token]]:
    """Words in a row, without articles, possessives and hyphens; names, marks and sentences part them."""
    row: list[Token] = []
    for token in doc:
        if token.is_sent_start and row:
            yield row
            row = []
        if token.lower_ in PASSED or (token.text in HYPHENS and not token.whitespace_):
            continue
        if (token.is_alpha or token.like_num) and token.ent_type_ in UNNAMED:
            row.append(token)
        elif row:
            yield row
            row = []
    if row:
        yield row
