"""Step 2: the clauses of a sentence, each with its subject, wherever that stands.

Enters: a sentence with its names and dates. Leaves: the same with its units, stretches and clauses. A relative clause
has its antecedent for a subject, a participle that of the clause before it, and "signed and sealed" have one subject.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.language.stretches import Stretch, stretches
from briefing.language.units import FINITE, Unit, units
from briefing.model import Sentence

BEFORE_NOUN = FINITE | set("MXQtORTUG")
"""What no noun phrase goes on before."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the stretch with its verb, its subject, and what it has of the sentence.

    Attributes:
        stretch: where its verb stands.
        subject: the places of its subject.
        parts: the place of its predicate, and of phrases behind it.
        fronted: the places of phrases before it.
    """

    stretch: Stretch
    subject: list[range]
    parts: list[range]
    fronted: list[range] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence in units, stretches and clauses; `kinds` are the units' letters in a row."""

    sentence: Sentence
    units: Sequence[Unit]
    kinds: str
    stretches: Sequence[Stretch]
    clauses: Sequence[Clause]

    @property
    def main(self) -> Clause:
        """The first clause that hangs on none."""
        return next((clause for clause in self.clauses if clause.stretch.opener == ""), self.clauses[0])

    def group(self, clause: Clause) -> list[str]:
        """The verbs of a clause, with the adverbs among them."""
        verb = clause.stretch.verb
        return [] if verb is None else [unit.lower for unit in self.units[verb : clause.stretch.behind]]

    def is_quoted(self, at: int) -> bool:
        """Whether a unit stands in quotation marks."""
        return self.kinds[:at].count("Q") % 2 == 1

    def text(self, start: int, end: int) -> str:
        """The text between two places of the document."""
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def length(self, part: range) -> int:
        """The words of some units."""
        return len(self.text(self.units[part.start].start, self.units[part.stop - 1].end).split()) if part else 0


def parsed_of(sentence: Sentence) -> Parsed:
    """A sentence, parsed as far as rules can."""
    names = [(entity.start, entity.end) for entity in sentence.entities]
    dates = [(mention.start, mention.end) for mention in sentence.dates]
    found = units(sentence.text, sentence.start, names, dates)
    cut = stretches(found)
    return Parsed(sentence, found, "".join(unit.kind for unit in found), cut, list(_Assembler(found, cut).assembled()))


class _Assembler:
    """Goes through the stretches once, and remembers what still waits for its verb."""

    def __init__(self, found: Sequence[Unit], cut: Sequence[Stretch]) -> None:
        self.units, self.stretches = found, cut
        self.kinds = "".join(unit.kind for unit in found)
        self.fronted: list[range] = []
        self.waiting: list[range] = []
        self.last: Clause | None = None

    def assembled(self) -> Iterator[Clause]:
        for n, stretch in enumerate(self.stretches):
            if stretch.stop:
                self.fronted, self.waiting, self.last = [], [], None
            if hanging := self._hanging(n, stretch):
                self.last = hanging if stretch.opener in {"T", "O"} else self.last
                yield hanging
            elif stretch.verb is not None:
                self.last = Clause(stretch, self._subject(stretch), [_own(stretch)], self.fronted)
                self.fronted, self.waiting = [], []
                yield self.last
            elif stretch.opener == "K" and self.last and "D" in self._kinds(stretch):
                yield self._gapped(stretch, self.last)
            else:
                self._put_aside(stretch)

    def _kinds(self, stretch: Stretch) -> str:
        return self.kinds[stretch.first : stretch.last]

    def _put_aside(self, stretch: Stretch) -> None:
        """Leave what has no verb with the clause before it or the one to come."""
        if self.waiting or self.kinds[stretch.first] not in "PODBtG":
            self.waiting.append(_own(stretch))
        elif self.last:
            self.last.parts.append(_own(stretch))
        else:
            self.fronted.append(_own(stretch))

    def _gapped(self, stretch: Stretch, last: Clause) -> Clause:
        """A clause whose subject and verb are those before: "closed the port in 2012 and the airport in 2015"."""
        behind = last.stretch.behind
        end = next((n for n in range(behind, last.stretch.last) if self.kinds[n] not in "PB"), behind)
        return Clause(
            last.stretch, [*last.subject, range(last.stretch.verb or last.stretch.first, end)], [_own(stretch)]
        )

    # --- clauses that hang on another -----------------------------------------------------------

    def _hanging(self, n: int, stretch: Stretch) -> Clause | None:
        if stretch.opener in {"R", "T", "O", "U"} and stretch.verb is not None:
            return self._opened(stretch, stretch.verb)
        if self.kinds[stretch.first] == "G" and stretch.opener in {"G", "O"}:
            subject = self.last.subject if self.last else self.waiting
            return Clause(stretch, subject, [_own(stretch)]) if subject else None
        return self._participle(n, stretch)

    def _opened(self, stretch: Stretch, verb: int) -> Clause:
        """A relative clause, an adverbial one, or what somebody says."""
        if stretch.is_bare and stretch.opener in {"R", "T"}:
            return Clause(stretch, [self._antecedent(stretch)], [_own(stretch)])
        if stretch.opener == "T" and self.kinds[stretch.first] == "U" and self.last:
            return Clause(stretch, self.last.subject, [range(stretch.first + 1, stretch.last)])
        return Clause(stretch, [range(stretch.first, verb)], [_own(stretch)])

    def _participle(self, n: int, stretch: Stretch) -> Clause | None:
        """A participle without its own "was": an aside, or a part of a noun phrase."""
        is_past = stretch.verb is not None and self.kinds[self._over_adverbs(stretch.verb)] == "V"
        following = self.stretches[n + 1] if n + 1 < len(self.stretches) else None
        if stretch.opener == "v" or (stretch.is_bare and is_past and self._resumes(n)):
            return Clause(stretch, self.waiting[-1:] or [self._antecedent(stretch)], [_own(stretch)])
        if (
            stretch.opener
            or stretch.is_bare
            or not is_past
            or not following
            or following.opener
            or following.verb is None
        ):
            return None
        if following.is_bare and following.first == stretch.last:  # "the pact signed on Friday binds"
            self.waiting.append(range(stretch.first, stretch.verb or stretch.first))
            return Clause(stretch, [], [_own(stretch)])
        if self.kinds[stretch.first] == "P" and not following.stop:  # "Under an accord reached on Friday, the two"
            return Clause(replace(stretch, opener="v"), [], [range(stretch.first + 1, stretch.last)])
        return None

    def _over_adverbs(self, at: int) -> int:
        return next((n for n in range(at, len(self.kinds)) if self.kinds[n] != "B"), at)

    def _resumes(self, n: int) -> bool:
        """Whether behind an aside a predicate goes on: "Nordlens, founded in 1921, closed its plant"."""
        for stretch in self.stretches[n + 1 :]:
            if stretch.stop or (stretch.opener == "" and stretch.verb is not None):
                return not stretch.stop and stretch.is_bare and self.kinds[stretch.first - 1] == "M"
        return False

    # --- subjects ---------------------------------------------------------------------------------

    def _subject(self, stretch: Stretch) -> list[range]:
        """The subject of a stretch with a verb: its own, what waited for a verb, or that of the clause before."""
        if not stretch.is_bare:
            own = self.kinds[stretch.first : stretch.verb]
            listed = self.waiting if "K" in own or stretch.opener == "K" else []
            head = re.match("B?P?D", own)
            return [*listed, range(stretch.first + (head.end() if head else 0), stretch.verb or stretch.first)]
        if self.waiting:
            return self._list()
        return self.last.subject if self.last else []

    def _list(self) -> list[range]:
        """What waited, without what only explains it: "Veda and Orn, two towns on the lake, …"."""
        ends = (n for n, part in enumerate(self.waiting) if "K" in self.kinds[max(0, part.start - 1) : part.stop])
        return self.waiting[: next(ends, 0) + 1]

    def _antecedent(self, stretch: Stretch) -> range:
        """The noun phrase that a relative clause hangs on."""
        end = stretch.first - (1 if stretch.word else 0)
        while end and self.kinds[end - 1] in "MP":
            end -= 1
        left = end
        while left and self.kinds[left - 1] not in BEFORE_NOUN:
            left -= 1
        articles = [at for at in range(left, end) if self.kinds[at] == "d"]
        while len(articles) > 1 and self.units[articles[-1] - 1].lower == "of":
            articles.pop()
        while not articles and left < end - 1 and self.kinds[left] in "PBKD":
            left += 1
        return range(articles[-1] if articles else left, end)


def _own(stretch: Stretch) -> range:
    return range(stretch.first, stretch.last)
