"""Step 2: whose body a name names, where the sentence says so.

Enters: an organisation's or a group's name. Leaves: the state, and the name
without the words for it: "Kenya's Ministry of Health", "the Kenyan Health
Ministry" and "the Ministry of Health of Kenya" alike tell both.
"""

from spacy.tokens import Doc, Span

from briefing.language.bodies import BODIES
from briefing.language.gazetteer import load
from briefing.language.runs import POSSESSIVE_MARKS
from briefing.model import Organ

LONGEST = 4
"""Words of a state's name that are looked for."""


def organ(ent: Span) -> Organ | None:
    """The state and the body's name apart from it; None where nothing beside the name tells."""
    if ent.label_ not in BODIES or ent._.known != ent.text:
        return None
    return _leading(ent) or _trailing(ent) or _beside(ent)


def _leading(ent: Span) -> Organ | None:
    """The state at the head of the name: "Kenyan Defence Ministry"."""
    for end in range(min(ent.start + LONGEST, ent.end - 1), ent.start, -1):
        state = _state(ent.doc, ent.start, end)
        if state is not None:
            start = end + (ent.doc[end].text in POSSESSIVE_MARKS)
            return Organ(state, ent.doc[start : ent.end].text) if start < ent.end else None
    return None


def _trailing(ent: Span) -> Organ | None:
    """The state at the end of the name: "Ministry of Defence of Kenya"."""
    for token in ent[1:-1]:
        if token.lower_ in {"of", "in"}:
            start = token.i + 1 + (ent.doc[token.i + 1].lower_ == "the")
            state = _state(ent.doc, start, ent.end)
            if state is not None:
                return Organ(state, ent.doc[ent.start : token.i].text)
    return None


def _beside(ent: Span) -> Organ | None:
    """A state right before the name or, behind "of" or "in", right after it."""
    doc, sentence = ent.doc, ent.sent
    end = ent.start - 1 if ent.start > sentence.start and doc[ent.start - 1].text in POSSESSIVE_MARKS else ent.start
    for start in range(max(end - LONGEST, sentence.start), end):
        state = _state(doc, start, end)
        if state is not None:
            return Organ(state, ent.text)
    after = ent.end + 1
    if after >= sentence.end or doc[ent.end].lower_ not in {"of", "in"}:
        return None
    after += doc[after].lower_ == "the"
    for end in range(min(after + LONGEST, sentence.end), after, -1):
        state = _state(doc, after, end)
        if state is not None:
            return Organ(state, ent.text)
    return None


def _state(doc: Doc, start: int, end: int) -> str | None:
    """The usual name of the state that the words name, in full or by its people."""
    text = doc[start:end].text
    known = load().names.get(text)
    return known.name if known is not None and known.kind == "state" else load().state_of(text)
