"""Step 2: what the names model reads of a word: the word, its beginnings, its endings, its shape, and what it can be.

Enters: Docs. Leaves: a vector for each word. A word that comes up again in a
batch is worked out once. The lexicon, which says whether a word can be a first
name, a surname or part of a place's name, or is common in lower case, is
stored with the weights. Importing this module registers the architecture, by
which `spacy.load` finds it.
"""

import random
import unicodedata
from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, uniqued, with_array

REMEMBERED = 200_000
"""Words whose features are kept; more are worked out again."""
HIDDEN = 0.35
"""The share of the lexicon's words that training hides, so that names in no list are learnt too."""
COLUMNS = 10
"""The word itself, eight features and the lexicon's number."""
COMMON = 64
"""The lexicon's bit for words that are common in lower case; training does not hide it."""
UNLISTED = {ord(a): b for a, b in zip("øłđıßæəŋþð", ("o", "l", "d", "i", "ss", "ae", "a", "n", "th", "d"), strict=True)}


def spelling(word: str) -> str:
    """The word as the lexicon has it: lower case, no accents."""
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).translate(UNLISTED)


Layer = Model[Any, Any]


@registry.architectures("briefing.WordFeatures.v1")  # type: ignore[untyped-decorator]
def make_embedding(width: int, narrow: int, rows: list[int]) -> Layer:
    """An embedding of words by hashed features; `rows` is the size of each feature's table, `narrow` its width."""
    widths = [width, *[narrow] * (len(rows) - 1)]
    tables: list[Layer] = [
        HashEmbed(size, row, column=at, seed=at + 7, dropout=0.0)
        for at, (size, row) in enumerate(zip(widths, rows, strict=True), start=1)
    ]
    mixed = Maxout(nI=sum(widths), nO=width, nP=3, dropout=0.0, normalize=True)
    once_a_word: Layer = uniqued(chain(concatenate(*tables), mixed), column=0)
    each: Layer = with_array(once_a_word)
    return chain(_reader(), list2ragged(), each, ragged2list())


def _reader() -> Layer:
    known: dict[int, tuple[int, ...]] = {}
    dice = random.Random(0)  # noqa: S311  it hides words, not secrets

    def read(model: Layer, docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Doc]]]:
        if len(known) > REMEMBERED:
            known.clear()
        lexicon = model.attrs["lexicon"]
        rows = [_rows(doc, known, lexicon) for doc in docs]
        return [_hidden(part, dice) for part in rows] if is_train else rows, lambda _: []

    return Model("word_features", read, attrs={"lexicon": {}})


def _rows(doc: Doc, known: dict[int, tuple[int, ...]], lexicon: dict[str, int]) -> Any:
    rows = []
    for at, orth in enumerate(doc.to_array("ORTH").tolist()):
        row = known.get(orth)
        if row is None:
            row = known[orth] = _row(doc[at], lexicon)
        rows.append(row)
    return np.asarray(rows, dtype="uint64").reshape((len(rows), COLUMNS))


def _row(token: Token, lexicon: dict[str, int]) -> tuple[int, ...]:
    word = token.text
    features = (token.lower_, word[:2], word[:3], word[:4], word[-2:], word[-3:], word[-4:], token.shape_)
    return token.orth, *map(get_string_id, features), lexicon.get(spelling(word), 0) + 1


def _hidden(rows: Any, dice: random.Random) -> Any:
    """The rows without what the lexicon says of some words."""
    chosen = np.asarray([dice.random() < HIDDEN for _ in range(len(rows))], dtype=bool)
    kept = (rows[:, -1] - np.uint64(1)) & np.uint64(COMMON)
    rows[:, -1] = np.where(chosen, kept + np.uint64(1), rows[:, -1])
    return rows
