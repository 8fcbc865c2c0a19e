"""Step 4: which section a statement belongs in, by the template's cues.

Enters: statements and section specs. Leaves: a section id for each statement.
A cue matches its words in a row, by their lemmas; function words between them do
not count unless the cue holds one itself ("agree to"). Where a longer cue stands,
the shorter ones within it do not count.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.compose.signs import signs
from briefing.model import Sentence, Statement
from briefing.settings import SectionSpec

STRONG, WEAK, HEADING, SIGN, WEAK_SIGN = 1.0, 0.35, 0.5, 0.8, 0.4
PLACED = 0.6
"""Least score that places a statement: one strong cue does, one weak cue alone does not."""
SUPPORT = 0.4
"""What the other wordings of a statement weigh beside the quoted one."""
ASIDE = 0.5
"""What a cue or a sign counts that stands only in a clause which hangs on another."""
LEAD = 0.25
"""How much more the section of the main matter needs than another: its words stand in sentences about all sides."""
HANGING = re.compile(
    r"(?:who|whom|whose|which|where|when|while|after|before|because|since|as|although|though|whereas|if|unless|until)\b",
    re.IGNORECASE,
)
"""The words that open a clause which is not what the sentence is about; what somebody says is no such clause."""
WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
Lemmatize = Callable[[str], tuple[str, ...]]
Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in their normal forms: those of weight, and all of them, each with where it stands."""

    weighty: tuple[tuple[int, str], ...]
    all: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Branch:
    """The cues that begin with the same words: by the next word, and the one that ends here."""

    next: dict[str, "Branch"] = field(default_factory=dict)
    cue: Lemmas | None = None

    def grow(self, cue: Lemmas) -> None:
        """Let a cue begin here."""
        branch = self
        for lemma in cue:
            branch = branch.next.setdefault(lemma, Branch())
        branch.cue = cue


@dataclass(slots=True)
class Lexicon:
    """Cues as a tree of their words, so that a text is read once whatever their number."""

    lemmatize: Lemmatize
    weighty: Branch = field(default_factory=Branch)
    plain: Branch = field(default_factory=Branch)
    known: dict[str, tuple[bool, str]] = field(default_factory=dict)
    """Words met so far: whether each has weight, and its normal form."""

    def add(self, cue: str) -> Lemmas:
        """Make a cue known; its lemmas name it from now on."""
        words = self._words(cue)
        lemmas = tuple(lemma for _, lemma in words.all)
        (self.weighty if len(words.weighty) == len(words.all) else self.plain).grow(lemmas)
        return lemmas

    def found(self, text: str) -> set[Lemmas]:
        """The cues that stand in a text, but those within a longer one."""
        words = self._words(text)
        places = {*_places(words.weighty, self.weighty), *_places(words.all, self.plain)}
        return {cue for start, end, cue in places if not any(_within(start, end, other) for other in places)}

    def _words(self, text: str) -> Words:
        told = [(at, *self._word(word)) for at, word in enumerate(WORD.findall(text))]
        return Words(
            tuple((at, lemma) for at, has_weight, lemma in told if has_weight),
            tuple((at, lemma) for at, _, lemma in told),
        )

    def _word(self, word: str) -> tuple[bool, str]:
        if word not in self.known:
            lemmas = self.lemmatize(word)
            self.known[word] = (True, lemmas[0]) if lemmas else (False, word.lower())
        return self.known[word]


def _places(words: Sequence[tuple[int, str]], cues: Branch) -> Iterator[tuple[int, int, Lemmas]]:
    for n, (start, first) in enumerate(words):
        branch, end = cues.next.get(first), n
        while branch:
            if branch.cue:
                yield start, words[end][0], branch.cue
            end += 1
            branch = branch.next.get(words[end][1]) if end < len(words) else None


def _within(start: int, end: int, other: tuple[int, int, Lemmas]) -> bool:
    return other[0] <= start and end <= other[1] and end - start < other[1] - other[0]


class Sorter:
    """Sorts statements into the sections of a template."""

    def __init__(self, specs: Sequence[SectionSpec], lemmatize: Lemmatize, year: str | None) -> None:
        """Make the cues ready.

        Args:
            specs: the sections that may hold statements, in the template's order.
            lemmatize: gives the lemmas of a text, as analysis gave those of a sentence.
            year: the year of the event; an earlier one is a sign of the past.
        """
        self.specs, self.year, self.lexicon = specs, year, Lexicon(lemmatize)
        self.main = {spec.id for spec in specs if spec.main}
        self.default = next((spec.id for spec in specs if spec.default), None)
        self.weights: dict[str, dict[Lemmas | str, float]] = {
            spec.id: self._cues(spec) | _signs(spec) for spec in specs
        }
        self.headings = {spec.id: _headings(spec) for spec in specs if spec.cues.headings}

    def _cues(self, spec: SectionSpec) -> dict[Lemmas | str, float]:
        weighed = ((spec.cues.weak, WEAK), (spec.cues.strong, STRONG), (spec.cues.against, -STRONG))
        return {self.lexicon.add(cue): weight for cues, weight in weighed for cue in cues}

    def section_of(self, statement: Statement) -> str:
        """Where a reader looks for it: the one with most cues, the default for lack of them."""
        scores = self.scores(statement)
        best = max(scores, key=lambda section: scores[section] - LEAD * (section in self.main))
        return best if scores[best] >= PLACED else self.default or best

    def scores(self, statement: Statement) -> dict[str, float]:
        """How much of the statement's wordings belongs in each section."""
        own, *others = (self._scores(sentence) for sentence in statement.sentences)
        beside = {id_: sum(other[id_] for other in others) / len(others) if others else own[id_] for id_ in own}
        return {id_: round(own[id_] + SUPPORT * beside[id_], 6) for id_ in own}

    def _scores(self, sentence: Sentence) -> dict[str, float]:
        told = self._told(sentence)
        above = f"{sentence.heading or ''} {sentence.label or ''}".lower()
        under = {id_ for id_, heading in self.headings.items() if heading.search(above)}
        return {
            id_: sum(share * weights[cue] for cue, share in told.items() if cue in weights) + HEADING * (id_ in under)
            for id_, weights in self.weights.items()
        }

    def _told(self, sentence: Sentence) -> dict[Lemmas | str, float]:
        """The cues and signs of a sentence, each with how much it counts there."""
        told = dict.fromkeys(self._found(sentence), ASIDE)
        return told | {cue: 1.0 for part in _main(sentence) for cue in self._found(part)}

    def _found(self, part: Sentence) -> list[Lemmas | str]:
        """The cues and signs of a sentence or a clause, always in the same order."""
        return [*sorted(self.lexicon.found(part.text)), *sorted(signs(part, self.year))]


def _signs(spec: SectionSpec) -> dict[Lemmas | str, float]:
    cues = spec.cues
    weighed = ((cues.weak_signs, WEAK_SIGN), (cues.signs, SIGN), (cues.against_signs, -SIGN))
    return {sign: weight for signs, weight in weighed for sign in signs}


def _headings(spec: SectionSpec) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(word.lower())}\b" for word in spec.cues.headings))


def _main(sentence: Sentence) -> Iterable[Sentence]:
    """The clauses that tell what the sentence is about."""
    parts = [part for clause in sentence.clauses or (sentence,) for part in clause.clauses or (clause,)]
    return [part for part in parts if not HANGING.match(part.text)] or parts
