"""Step 2: what a sentence tells to have happened, or to be about to happen, at each of its dates.

Enters: a sentence with its names and dates. Leaves: for each date the clause that it belongs to, where that tells a
happening, in its own words and those of its subject, wherever they stand.
"""

from collections.abc import Callable, Iterator, Sequence

from briefing.language.eventive import ACTS, weight
from briefing.language.predications import Clause, Parsed, parsed_of
from briefing.model import DateMention, Happening, Sentence, Span, Weight

LONGEST = 20
"""Words of a happening, as far as its clause can be cut."""
_Place = tuple[int, int]
_SIDES: tuple[Callable[[Clause], list[range]], ...] = (
    lambda clause: clause.parts,
    lambda clause: clause.fronted,
    lambda clause: clause.subject,
)


def happenings(sentence: Sentence) -> Iterator[Happening]:
    """The happenings of a sentence, one for each of its dates at most, in the order of the dates."""
    if sentence.dates:
        parsed = parsed_of(sentence)
        for mention in sentence.dates:
            yield from _happening(parsed, mention)


def _clause_of(parsed: Parsed, at: int) -> Clause | None:
    """The clause in which a unit stands: as its verb's first, as its subject's last."""
    standing = (clause for side in _SIDES for clause in parsed.clauses if any(at in part for part in side(clause)))
    return next(standing, None)


def _happening(parsed: Parsed, mention: DateMention) -> Iterator[Happening]:
    """What the clause of a date tells, if anything."""
    at = next((n for n, unit in enumerate(parsed.units) if unit.start <= mention.start < unit.end), None)
    clause = _clause_of(parsed, at) if at is not None and not parsed.is_quoted(at) else None
    told = weight(parsed, mention, at, clause) if at is not None and clause else None
    if at is None or clause is None or told is None or (clause.stretch.is_bare and not any(clause.subject)):
        return
    spans = tuple(Span(parsed.sentence.source, start, end) for start, end in _places(parsed, at, clause, told))
    if any(span.start <= mention.start and mention.end <= span.end for span in spans):
        yield Happening(mention, spans, told, _pronoun(parsed, clause))


def _pronoun(parsed: Parsed, clause: Clause) -> int | None:
    """Where the subject of a clause stands, if that is a pronoun."""
    last = next((parsed.units[part.stop - 1] for part in reversed(clause.subject) if part), None)
    return last.start if last and last.kind == "U" else None


# --- in which words -------------------------------------------------------------------------------


def _places(parsed: Parsed, at: int, clause: Clause, told: Weight) -> list[_Place]:
    """Where the words of a happening stand, in order."""
    fronted = [part for part in clause.fronted if at in part]
    beside = [part for part in clause.parts[1:] if part.start <= at]
    predicate = [_trimmed(parsed, part, at) for part in (*clause.parts[:1], *beside)]
    reported = [*parsed.main.subject, *parsed.main.parts[:1]] if told == "said" else []
    own = _merged(parsed, [*reported, *fronted, *clause.subject, *predicate])
    further = _further(parsed, clause, LONGEST - sum(len(parsed.text(*place).split()) for place in own))
    return _merged(parsed, [*reported, *fronted, *clause.subject, *predicate, *further])


def _further(parsed: Parsed, clause: Clause, words: int) -> Iterator[range]:
    """What else belongs to the clause, in so many words: what an act of speech says, a second predicate."""
    acts = not ACTS.isdisjoint(parsed.group(clause))
    for stretch in (later for later in parsed.stretches if later.first > clause.stretch.first):
        says = stretch.opener == "T" and acts
        goes_on = stretch.opener == "K" and stretch.is_bare and "D" not in parsed.kinds[stretch.first : stretch.last]
        part = range(stretch.first - 1, stretch.last)
        words -= parsed.length(part)
        if stretch.stop or words < 0 or not (says or goes_on):
            return
        yield part


def _trimmed(parsed: Parsed, part: range, at: int) -> range:
    """A part without what leads nowhere at its end, and cut behind its date where it is long."""
    end = part.stop
    if at in part and parsed.length(part) > LONGEST:
        end = next((n for n in range(at + 1, end) if parsed.kinds[n] in "PtO"), end)
    while end > part.start and (parsed.kinds[end - 1] in "PdtOU" or parsed.units[end - 1].lower in {"so", "even"}):
        end -= 1
    return range(part.start, end)


def _merged(parsed: Parsed, parts: Sequence[range]) -> list[_Place]:
    """The places of the parts, those as one between which nothing but a comma or a joint is left out."""
    merged: list[_Place] = []
    for start, end in sorted(
        (parsed.units[part.start].start, parsed.units[part.stop - 1].end) for part in parts if part
    ):
        if merged and parsed.text(merged[-1][1], start).strip(" ,") in {"", "and", "or"}:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged
