"""Training, step 5: copies of samples with other names and other capitals.

A name is learnt by its surroundings and its shape when it differs each time,
and names of the whole world are seen. Headlines, capitals and datelines are
what news has and the corpora lack.
"""

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from training import names
from training.policy import peoples, states
from training.samples import UNCLEAR, Mark, Sample

SWAPPED = 0.75
"""The share of names that another one takes the place of."""
PLAIN = 0.5
"""The share of new names that lose their accents, as in most English news."""


class Augmenter:
    """Makes copies; draws on invented names and on those of the samples it is given."""

    def __init__(self, samples: Iterable[Sample], seed: int) -> None:
        self.dice = random.Random(seed)
        pools: defaultdict[str, set[str]] = defaultdict(set)
        for sample in samples:
            for mark in sample.marks:
                pools[mark.label].add(sample.words_of(mark))
        self.pools = {label: sorted(pool) for label, pool in sorted(pools.items())}

    def copy(self, sample: Sample) -> Sample:
        """The sample with other names, now and then with other capitals or a dateline."""
        swapped = self._swapped(sample)
        roll = self.dice.random()
        if roll < 0.09:
            return recased(swapped, headline)
        if roll < 0.13:
            return recased(swapped, str.upper)
        return self._dated(swapped) if roll < 0.17 else swapped

    def _swapped(self, sample: Sample) -> Sample:
        text, at, marks = "", 0, []
        chosen: dict[str, str] = {}
        for mark in sample.marks:
            text += sample.text[at : mark.start]
            passage = sample.words_of(mark)
            if passage not in chosen:
                chosen[passage] = self._other(passage, mark.label) if self.dice.random() < SWAPPED else passage
            marks.append(Mark(len(text), len(text) + len(chosen[passage]), mark.label))
            text += chosen[passage]
            at = mark.end
        return Sample(text + sample.text[at:], tuple(marks), sample.corpus, sample.document)

    def _other(self, passage: str, label: str) -> str:
        if label in {UNCLEAR, "MISC"} or not passage[:1].isupper():
            return passage
        if label in {"PERSON", "ORG", "LOC"} and self.dice.random() < 0.3:
            return self.dice.choice(self.pools[label])
        name = self._made(passage, label)
        return plain(name) if self.dice.random() < PLAIN else name

    def _made(self, passage: str, label: str) -> str:
        length = len(passage.split())
        if label == "PERSON":
            return names.person(self.dice, length)
        if label == "LOC":
            return self.dice.choice(names.states())[0] if passage in states() else names.place(self.dice)
        if label == "ORG" and self.dice.random() < 0.7:
            return names.body(self.dice, length)
        return self._abroad(passage)

    def _abroad(self, passage: str) -> str:
        """The name with another state or people in it: "Italian Socialist Party", "Kenyan Socialist Party"."""
        state, people = self.dice.choice(names.states())
        return _people().sub(lambda match: people + "s" * _is_plural(match[0]), _state().sub(state, passage))

    def _dated(self, sample: Sample) -> Sample:
        """The sample behind a dateline: "NAIROBI, March 3 (Reuters) - "."""
        city, agency = plain(self.dice.choice(names.cities())), self.dice.choice(names.words("wire"))
        city = city.upper() if self.dice.random() < 0.8 else city
        day = f"{self.dice.choice(names.words('month'))} {self.dice.randint(1, 31)}"
        head = self.dice.choice(
            (f"{city}, {day} ({agency}) - ", f"{city} ({agency}) — ", f"{city} — ", f"{city}, {day} -- ")
        )
        marks = [Mark(0, len(city), "LOC")]
        if agency in head:
            marks.append(Mark(head.index(agency), head.index(agency) + len(agency), "ORG"))
        marks += [Mark(mark.start + len(head), mark.end + len(head), mark.label) for mark in sample.marks]
        return Sample(head + sample.text, tuple(marks), sample.corpus, sample.document)


@cache
def _state() -> re.Pattern[str]:
    return _any_of(states())


@cache
def _people() -> re.Pattern[str]:
    return _any_of(peoples())


def _any_of(found: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(found, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word[:-1] in peoples()


def plain(name: str) -> str:
    """The name without accents."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return bare.translate(str.maketrans("øØłŁđĐıßæŞşƏə", "oOlLdDisaSsAa"))


def headline(text: str) -> str:
    """The text as English headlines set it."""
    return re.sub(
        r"[^\W\d_][\w'’]*",
        lambda word: word[0] if word[0] in names.words("headline_small") else word[0][0].upper() + word[0][1:],
        text,
    )


def recased(sample: Sample, case: object) -> Sample:
    """The sample in other capitals, where that changes no length."""
    text = case(sample.text)  # type: ignore[operator]
    return Sample(text, sample.marks, sample.corpus, sample.document) if len(text) == len(sample.text) else sample


def joined(samples: Sequence[Sample]) -> Sample:
    """Sentences that follow one another as one sample."""
    text, marks = "", []
    for sample in samples:
        marks += [Mark(mark.start + len(text), mark.end + len(text), mark.label) for mark in sample.marks]
        text += sample.text + " "
    return Sample(text.rstrip(), tuple(marks), samples[0].corpus, samples[0].document)
