"""Step 4: who says what in their own words.

Enters: statements and actors. Leaves: those to quote, direct speech before what is only
reported, spread over the speakers; and items of the words in quotation marks alone,
where these stand by themselves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.compose.clarity import shown
from briefing.compose.items import item
from briefing.compose.selection import usable
from briefing.model import Actor, Item, Sentence, Span, Statement

REPORTED = 3
"""Quotations with fewer of which what is only reported is told as well."""
WHOLE = 0.35
"""Share of a sentence's letters in quotation marks above which the rest says who speaks, and where."""
ENDED = re.compile(r"[.,!?…—–-]\W?$")
"""How speech ends that is no fragment, its closing mark included."""
OF_ANOTHER = r"\b(?:for|of)(?: [\w.]+)? "
"""What stands before a person for whom, or of whom, somebody else is the one who speaks: "the lawyer for Ana Kovac"."""
ROLE = 12
"""Words of a role that may stand behind a speaker's name."""
MARKS = {"“": "”", "„": "“", "«": "»", '"': '"'}
"""What opens a quotation, and what closes it."""
OPENING = re.compile(r"[“„«\"]?\W?[A-ZÀ-ÖØ-Þ]")


class Speakers:
    """The actors who may speak, by the names that sources give them."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_name: dict[str, list[Actor]] = {}
        for actor in actors:
            for name in {actor.name, *actor.aliases}:
                self._by_name.setdefault(name, []).append(actor)

    def actor(self, statement: Statement) -> Actor | None:
        """Who says it; None where that is no actor, or could be two."""
        found = self._by_name.get(statement.speaker or "", [])
        usual = {entity.name for entity in statement.representative.entities if entity.text == statement.speaker}
        return found[0] if len(found) == 1 else next((one for one in found if one.name in usual), None)

    def name(self, statement: Statement) -> str | None:
        """What the speaker is called: an actor by the name of its row, else as the sentence has it."""
        actor = self.actor(statement)
        if actor and actor.kind == "person" and statement.speaker:
            spoken_for = re.search(OF_ANOTHER + re.escape(statement.speaker), statement.representative.text)
            return None if spoken_for else actor.name
        return actor.name if actor else statement.speaker


def quotable(statements: Sequence[Statement], speakers: Speakers) -> list[Statement]:
    """What somebody says, in the order in which it is to be told: each speaker once before one speaks again.

    Words of a known speaker may point at what was said before; those of nobody must stand by themselves.

    Args:
        statements: the most important first.
        speakers: whose names are known.
    """
    said = [one for one in statements if one.nature == "quote" and (speakers.name(one) or usable(one))]
    said += [one for one in statements if one.nature == "claim" and speakers.name(one) and usable(one)]
    places = {id(statement): place for place, statement in enumerate(said)}
    before, turns = Counter[str | None](), dict[int, int]()
    for statement in sorted(said, key=lambda one: (one.nature == "claim", not spoken(one.representative))):
        turns[id(statement)] = before[speakers.name(statement)]
        before[speakers.name(statement)] += 1

    def turn(one: Statement) -> tuple[object, ...]:
        return (
            one.nature == "claim",
            speakers.name(one) is None,
            turns[id(one)],
            not spoken(one.representative),
            places[id(one)],
        )

    return sorted(said, key=turn)


def by_speaker(statements: Sequence[Statement], speakers: Speakers) -> list[Statement]:
    """The same, the words of each speaker together; what nobody is known to say stands apart, at the end."""
    names = [speakers.name(statement) for statement in statements]
    first = {name: place for place, name in reversed([*enumerate(names)])}
    order = sorted(range(len(names)), key=lambda n: (names[n] is None, first[names[n]], n))
    return [statements[n] for n in order]


def quotation(statement: Statement, origin_of: Mapping[str, str], speakers: Speakers) -> Item:
    """The item of a quotation, under the speaker's name; of whole speech the words in quotation marks alone."""
    made = replace(item(statement, None, origin_of), speaker=speakers.name(statement))
    actor = speakers.actor(statement)
    if actor and made.speaker and actor.role and len(actor.role.text.split()) <= ROLE:
        made = replace(made, role=actor.role)
    passages = spoken(statement.representative)
    if not passages or statement.nature != "quote":
        return made
    seen = shown(statement.representative, passages)
    return replace(made, text=seen.text, spans=seen.spans, clarified=seen.clarified)


def spoken(sentence: Sentence) -> list[Span]:
    """The passages in quotation marks, if they are whole speech; none where the words around them are needed."""
    found = [
        Span(sentence.source, sentence.start + start, sentence.start + end) for start, end in _quoted(sentence.text)
    ]
    share = sum(span.end - span.start for span in found) / max(len(sentence.text), 1)
    texts = [sentence.text[span.start - sentence.start : span.end - sentence.start] for span in found]
    whole = share > WHOLE and OPENING.match(texts[0]) and ENDED.search(texts[-1])
    return found if whole else []


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where words in quotation marks begin and end; speech may have begun before the sentence or go on behind it."""
    found, opened, closing = list[tuple[int, int]](), None, ""
    for at, letter in enumerate(text):
        if opened is not None and letter == closing:
            found.append((opened, at + 1))
            opened = None
        elif opened is None and letter in MARKS:
            opened, closing = at, MARKS[letter]
        elif opened is None and letter in "”»" and not found:
            found.append((0, at + 1))
    return [*found, (opened, len(text))] if opened is not None else found
