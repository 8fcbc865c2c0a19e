"""Step 2: by what a sentence could be called, and what part that plays in it.

Enters: a sentence in tokens, with its names, its dates and who says it. Leaves:
topics, in the order of the text. Who speaks, who somebody is and when it was are
no topics, nor are nouns that say nothing by themselves. Of a quotation only what
is quoted counts.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span

from briefing.language import tags
from briefing.language.gazetteer import words
from briefing.language.nominals import is_person
from briefing.language.noun_chunks import LONGEST, Chunk, Chunks
from briefing.model import Attribution, Entity, Part, Topic

NO_TOPIC = frozenset({"person", "outlet"})
"""Kinds of names that make no topic, alone or with other words."""
ALONE_NONE = frozenset({"state", "place"})
"""Kinds of names that make none alone."""
ACTING = frozenset({"person", "organisation", "group"})
"""Kinds of names of who acts."""
BODIES = words("body", "public_body") | {"companies", "firm", "regulator"}
SEVERAL = BODIES | words("irregular_plural")
EMPTY = words("empty_noun", "calendar") | STOP_WORDS
"""Heads that say nothing."""
NOUNS = re.compile(f"{tags.NOUN}+")
QUOTES = frozenset('“”"')
RESUMING = frozenset({",", ":", "“", '"', "to"})
"""Where what is said begins, or goes on."""
NEAR = 4
"""Words before "that" among which the verb is that reports."""


def topics(
    sentence: Span, named: Sequence[Span], dated: Sequence[Span], entities: Sequence[Entity], said: Attribution | None
) -> tuple[Topic, ...]:
    """By what the sentence could be called, each once, in the order of the text."""
    reading = _Reading(sentence, tags.tagged(sentence, named, dated), entities, said)
    return tuple(dict.fromkeys(reading.topics()))


class _Reading:
    """A sentence with the kinds of its words."""

    def __init__(self, sentence: Span, kinds: str, entities: Sequence[Entity], said: Attribution | None) -> None:
        self.sentence, self.kinds, self.entities, self.said = sentence, kinds, entities, said
        self.chunks = Chunks(sentence, kinds)
        self.tokens = self.chunks.tokens
        self.left = self._left()

    def topics(self) -> Iterator[Topic]:
        """Every phrase, in all the lengths in which it says something."""
        for chunk in self.chunks.all:
            found = [place for place in self._places(chunk) if self._is_topic(*place)]
            if found:
                plays = self._part(chunk), self._is_main(chunk), self._is_someone(chunk)
                for start, end in found:
                    text, place = self.chunks.text(start, end), self.tokens[start].idx
                    yield Topic(place, place + len(text), text, *plays)

    def _places(self, chunk: Chunk) -> Iterator[tuple[int, int]]:
        """Where a phrase may begin and end."""
        for whole in self.chunks.whole(chunk):
            for start in self.chunks.starts(whole, self.left):
                yield start, whole.end

    # --- what counts -----------------------------------------------------------

    def _is_topic(self, start: int, end: int) -> bool:
        if not self.left.isdisjoint(range(start, end)):
            return False
        text, place = self.chunks.text(start, end), self.tokens[start].idx
        inside = [one for one in self.entities if one.start < place + len(text) and one.end > place]
        return (
            len(text.split()) <= LONGEST
            and any(letter.isalpha() for letter in text)
            and self.kinds[max(start - 2, 0) : start] != tags.DATE + tags.OWNS
            and all(place <= one.start and one.end <= place + len(text) for one in inside)
            and not any(one.kind in NO_TOPIC or self._is_followed(one, start, end) for one in inside)
            and not self._is_only_where(start, end, inside)
            and EMPTY.isdisjoint(self._heads(start, end))
        )

    def _is_followed(self, named: Entity, start: int, end: int) -> bool:
        """Whether it is a name with what tells of its deed alone: "wants [Halden for its sensors]"."""
        behind = next((n for n in range(start, end) if self.tokens[n].idx >= named.end), None)
        return named.start == self.tokens[start].idx and behind is not None and self.kinds[behind] == tags.PREPOSITION

    def _is_only_where(self, start: int, end: int, inside: Sequence[Entity]) -> bool:
        """Whether its nouns only name states and places; "Skarn Dam" is more than a place."""
        where = [one for one in inside if one.kind in ALONE_NONE and _last_word(one.text) not in words("thing")]
        nouns = {self.tokens[n].idx for n in range(start, end) if self.kinds[n] == tags.NOUN}
        return nouns <= {place for one in where for place in range(one.start, one.end)}

    def _heads(self, start: int, end: int) -> Iterator[str]:
        """The nouns that must say something: the first head, and those on it that have no adjective and no number."""
        for n, run in enumerate(NOUNS.finditer(self.kinds[start:end])):
            first, last = start + run.start(), start + run.end()
            head = self.tokens[last - 1].lower_
            named = any(token.text[0].isupper() for token in self.tokens[max(first, 1) : last - 1])
            counted = self.kinds[first - 1 : first] == tags.NUMBER and head not in words("interval")
            if (n == 0 and not named) or (n and last - first == 1 and not counted):
                yield head

    def _is_someone(self, chunk: Chunk) -> bool:
        """Whether it names people, or a body that acts as they do."""
        last = self.tokens[chunk.end - 1]
        head, singular = last.lower_, last.lower_.removesuffix("s")
        named = any(one.end == last.idx + len(last) and one.kind in ACTING for one in self.entities)
        return named or head in SEVERAL or singular in BODIES or is_person(head) or is_person(singular)

    # --- what is left out --------------------------------------------------------

    def _left(self) -> set[int]:
        """The tokens of who somebody is, and of who speaks; of a quotation, all that is not quoted."""
        roles = self._roles()
        left = {n for n, token in enumerate(self.tokens) if token.idx in roles} | self._said_by()
        quoted = self._quoted() if self.said and self.said.nature == "quote" else set()
        return left | (set(range(len(self.tokens))) - quoted if quoted else set())

    def _roles(self) -> set[int]:
        """Where it says who somebody is; a role right behind its name is a part of that: "G5 Sahel coalition"."""
        roles = (one.role for one in self.entities if one.role and one.role.start - one.end != 1)
        return {place for role in roles for place in range(role.start, role.end)}

    def _quoted(self) -> set[int]:
        inside, found = False, set()
        for n, token in enumerate(self.tokens):
            if token.text in QUOTES:
                inside = token.text == "“" or (token.text == '"' and not inside)
            elif inside:
                found.add(n)
        return found

    def _said_by(self) -> set[int]:
        """Who speaks, with the verb of speech and those to whom, where and when it is said."""
        if self.said is None or not self.said.cue:
            return set()
        at = self.sentence.text.find(self.said.speaker) if self.said.speaker else -1
        start = self.sentence.start_char + at
        spoken = range(start, start + len(self.said.speaker or "")) if at >= 0 else range(0)
        speaker = {n for n, token in enumerate(self.tokens) if token.idx in spoken}
        cues = (n for n, token in enumerate(self.tokens) if token.text == self.said.cue and n not in speaker)
        cue = next(cues, None)
        return speaker | (self._aside(cue, min(speaker | {cue})) if cue is not None else set())

    def _aside(self, cue: int, first: int) -> set[int]:
        """The words behind a verb of speech that are not what is said, `first` being where its speaker stands."""
        before = self.kinds[:first].rstrip(tags.AUXILIARY + tags.ADVERB)
        quoted = any(token.text in QUOTES for token in self.tokens[:cue])
        tail = quoted or tags.VERB in before or tags.AUXILIARY in before
        governed = self.kinds[cue + 1 : cue + 2] == tags.PREPOSITION or self.tokens[cue].lower_ in {"informed", "told"}
        behind = range(cue + 1, len(self.tokens))
        stop = next(
            (n for n in behind if self.kinds[n] == tags.OPENER or self.tokens[n].text in RESUMING), len(self.tokens)
        )
        return set(range(cue, stop)) if tail or governed else set()

    # --- parts -------------------------------------------------------------------

    def _part(self, chunk: Chunk) -> Part:
        before = self.kinds[max(chunk.first - 1, 0) : chunk.first]
        counted = self.kinds[max(chunk.first - 2, 0) : chunk.first] == tags.NUMBER + tags.OF
        if before and before in tags.PREPOSITION + tags.OF + tags.TO and not counted:
            return "adjunct"
        clause = self.kinds[: chunk.first].rsplit(tags.OPENER, 1)[-1]
        has_verb = tags.VERB in clause or tags.AUXILIARY in clause
        return "object" if has_verb and not self.chunks.acts(chunk) else "subject"

    def _is_main(self, chunk: Chunk) -> bool:
        """Whether it stands in the main clause: in none that hangs on it, nor before its verb or behind a purpose.

        "In a bid to win the seat, he …", "the nations, each under military rule, …" and "…, closing the road".
        """
        before = self.kinds[: chunk.first]
        if self._part(chunk) == "adjunct" and not {tags.VERB, tags.AUXILIARY} & set(before):
            return False
        verb = before.rfind(tags.VERB)
        if verb > 0 and before[verb - 1] == tags.STOP and self.tokens[verb].lower_.endswith("ing"):
            return False
        purpose = re.search(
            f"(?<![{tags.VERB}{tags.AUXILIARY}{tags.ADVERB}{tags.AND}]){tags.TO}{tags.VERB}[^{tags.STOP}]*$", before
        )
        if purpose and purpose.start():
            return False
        opener = before.rfind(tags.OPENER)
        ended = opener == 0 and any(token.text == "," for token in self.tokens[: chunk.first])
        return opener < 0 or ended or self._reports(opener)

    def _reports(self, opener: int) -> bool:
        """Whether a clause is what somebody says: "warned that …"."""
        before = self.tokens[max(opener - NEAR, 0) : opener]
        reporting = any(token.lower_ in words("speech", "reporting", "telling") for token in before)
        return self.tokens[opener].lower_ == "that" and reporting


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()
