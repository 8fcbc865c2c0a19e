"""Step 2: the clauses of a sentence, each with its subject, wherever that stands.

Enters: a sentence with its names and dates. Leaves: the same with its units, chunks and clauses. A relative clause has
its antecedent for a subject, a participle that of the clause before it, and of "signed and sealed" both have the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.language.chunks import Chunk, chunks
from briefing.language.units import FINITE, Unit, units
from briefing.model import Sentence

BEFORE_NOUN = FINITE | set("MXQtORTUG")
"""What no noun phrase goes on before."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the chunk with its verb, its subject, and what it has of the sentence.

    Attributes:
        chunk: where its verb stands.
        subject: the places of its subject.
        parts: the place of its predicate, and of phrases behind it.
        fronted: the places of phrases before it.
    """

    chunk: Chunk
    subject: list[range]
    parts: list[range]
    fronted: list[range] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence in units, chunks and clauses; `kinds` are the units' letters in a row."""

    sentence: Sentence
    units: Sequence[Unit]
    kinds: str
    chunks: Sequence[Chunk]
    clauses: Sequence[Clause]

    @property
    def main(self) -> Clause:
        """The first clause that hangs on none."""
        return next((clause for clause in self.clauses if clause.chunk.opener == ""), self.clauses[0])

    def group(self, clause: Clause) -> list[str]:
        """The verbs of a clause, with the adverbs among them."""
        verb = clause.chunk.verb
        return [] if verb is None else [unit.lower for unit in self.units[verb : clause.chunk.behind]]

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
    cut = chunks(found)
    return Parsed(sentence, found, "".join(unit.kind for unit in found), cut, list(_Assembler(found, cut).assembled()))


class _Assembler:
    """Goes through the chunks once, and remembers what still waits for its verb."""

    def __init__(self, found: Sequence[Unit], cut: Sequence[Chunk]) -> None:
        self.units, self.chunks = found, cut
        self.kinds = "".join(unit.kind for unit in found)
        self.fronted: list[range] = []
        self.waiting: list[range] = []
        self.last: Clause | None = None

    def assembled(self) -> Iterator[Clause]:
        for n, chunk in enumerate(self.chunks):
            if chunk.stop:
                self.fronted, self.waiting, self.last = [], [], None
            if hanging := self._hanging(n, chunk):
                self.last = hanging if chunk.opener in {"T", "O"} else self.last
                yield hanging
            elif chunk.verb is not None:
                self.last = Clause(chunk, self._subject(chunk), [_own(chunk)], self.fronted)
                self.fronted, self.waiting = [], []
                yield self.last
            elif chunk.opener == "K" and self.last and "D" in self._kinds(chunk):
                yield self._gapped(chunk, self.last)
            else:
                self._put_aside(chunk)

    def _kinds(self, chunk: Chunk) -> str:
        return self.kinds[chunk.first : chunk.last]

    def _put_aside(self, chunk: Chunk) -> None:
        """Leave what has no verb with the clause before it or the one to come."""
        if self.waiting or self.kinds[chunk.first] not in "PODBtG":
            self.waiting.append(_own(chunk))
        elif self.last:
            self.last.parts.append(_own(chunk))
        else:
            self.fronted.append(_own(chunk))

    def _gapped(self, chunk: Chunk, last: Clause) -> Clause:
        """A clause whose subject and verb are those before: "closed the port in 2012 and the airport in 2015"."""
        behind = last.chunk.behind
        end = next((n for n in range(behind, last.chunk.last) if self.kinds[n] not in "PB"), behind)
        return Clause(last.chunk, [*last.subject, range(last.chunk.verb or last.chunk.first, end)], [_own(chunk)])

    # --- clauses that hang on another -----------------------------------------------------------

    def _hanging(self, n: int, chunk: Chunk) -> Clause | None:
        if chunk.opener in {"R", "T", "O", "U"} and chunk.verb is not None:
            return self._opened(chunk, chunk.verb)
        if self.kinds[chunk.first] == "G" and chunk.opener in {"G", "O"}:
            subject = self.last.subject if self.last else self.waiting
            return Clause(chunk, subject, [_own(chunk)]) if subject else None
        return self._participle(n, chunk)

    def _opened(self, chunk: Chunk, verb: int) -> Clause:
        """A relative clause, an adverbial one, or what somebody says."""
        if chunk.is_bare and chunk.opener in {"R", "T"}:
            return Clause(chunk, [self._antecedent(chunk)], [_own(chunk)])
        if chunk.opener == "T" and self.kinds[chunk.first] == "U" and self.last:
            return Clause(chunk, self.last.subject, [range(chunk.first + 1, chunk.last)])
        return Clause(chunk, [range(chunk.first, verb)], [_own(chunk)])

    def _participle(self, n: int, chunk: Chunk) -> Clause | None:
        """A participle without its own "was": an aside, or a part of a noun phrase."""
        is_past = chunk.verb is not None and self.kinds[self._over_adverbs(chunk.verb)] == "V"
        following = self.chunks[n + 1] if n + 1 < len(self.chunks) else None
        if chunk.opener == "v" or (chunk.is_bare and is_past and self._resumes(n)):
            return Clause(chunk, self.waiting[-1:] or [self._antecedent(chunk)], [_own(chunk)])
        if chunk.opener or chunk.is_bare or not is_past or not following or following.opener or following.verb is None:
            return None
        if following.is_bare and following.first == chunk.last:  # "the pact signed on Friday binds"
            self.waiting.append(range(chunk.first, chunk.verb or chunk.first))
            return Clause(chunk, [], [_own(chunk)])
        if self.kinds[chunk.first] == "P" and not following.stop:  # "Under an accord reached on Friday, the two"
            return Clause(replace(chunk, opener="v"), [], [range(chunk.first + 1, chunk.last)])
        return None

    def _over_adverbs(self, at: int) -> int:
        return next((n for n in range(at, len(self.kinds)) if self.kinds[n] != "B"), at)

    def _resumes(self, n: int) -> bool:
        """Whether behind an aside a predicate goes on: "Nordlens, founded in 1921, closed its plant"."""
        for chunk in self.chunks[n + 1 :]:
            if chunk.stop or (chunk.opener == "" and chunk.verb is not None):
                return not chunk.stop and chunk.is_bare and self.kinds[chunk.first - 1] == "M"
        return False

    # --- subjects ---------------------------------------------------------------------------------

    def _subject(self, chunk: Chunk) -> list[range]:
        """The subject of a chunk with a verb: its own, what waited for a verb, or that of the clause before."""
        if not chunk.is_bare:
            own = self.kinds[chunk.first : chunk.verb]
            listed = self.waiting if "K" in own or chunk.opener == "K" else []
            head = re.match("B?P?D", own)
            return [*listed, range(chunk.first + (head.end() if head else 0), chunk.verb or chunk.first)]
        if self.waiting:
            return self._list()
        return self.last.subject if self.last else []

    def _list(self) -> list[range]:
        """What waited, without what only explains it: "Veda and Orn, two towns on the lake, …"."""
        ends = (n for n, part in enumerate(self.waiting) if "K" in self.kinds[max(0, part.start - 1) : part.stop])
        return self.waiting[: next(ends, 0) + 1]

    def _antecedent(self, chunk: Chunk) -> range:
        """The noun phrase that a relative clause hangs on."""
        end = chunk.first - (1 if chunk.word else 0)
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


def _own(chunk: Chunk) -> range:
    return range(chunk.first, chunk.last)
