"""Step 2: names that their own words or their neighbours explain.

Enters: runs of capitalised words. Leaves: people, organisations and groups, as
spans without a usual name. Precision before recall: a run that nothing
explains is left to the trained pipeline.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import words
from briefing.language.people import person
from briefing.language.runs import POSSESSIVES, is_capital

BODIES = frozenset({"group", "organisation"})
PREPOSITIONS = frozenset({"for", "in", "of", "on", "to"})
LEARNS = frozenset({"gathered", "learnt", "reports", "understands"})
"""What an outlet, or its reporter, says of itself; who is quoted "reported" or "said"."""
ARMED = frozenset({"armed", "rebel", "separatist"})


def explained(run: Span) -> Iterator[Span]:
    """The names in a run of capitals, if something explains them: "A B of the C Institute" holds two."""
    body, named = _body_start(run), person(run)
    if body is None and _is_called(run):
        yield Span(run.doc, run.start, run.end, "organisation")
        return
    if body is None and (_is_paper(run) or (named is None and _tells(run))):
        yield Span(run.doc, run.start, run.end, "outlet")
        return
    if body is None and head(run) in words("thing"):
        return
    if named is not None and named.end <= (run.end if body is None else body):
        yield Span(run.doc, named.start, named.end, "person")
    elif body is None and _is_body(run):
        yield Span(run.doc, run.start, run.end, "organisation")
    if body is not None:
        yield Span(run.doc, body, run.end, "organisation")


def _body_start(run: Span) -> int | None:
    """Where an organisation's name begins: at the words that lead to its head, behind a link of another phrase."""
    start = run.start
    for token in run:
        heading = token.i + 1 == run.end or token.nbor(1).lower_ in PREPOSITIONS
        if heading and token.lower_.rstrip(".") in words("organisation") and run.end - start > 1:
            return start
        if token.lower_ in PREPOSITIONS or (token.lower_ == "the" and token.i == start):
            start = token.i + 1
    return None


def has_head(name: Span) -> bool:
    """Whether the name's own words say that it is a body: "Upland Forum", "Ministry of Health"."""
    return head(name) in words("organisation")


def head(run: Span) -> str:
    """The word that carries the name: the last one, or the last before a preposition."""
    at = next((token.i for token in run if token.lower_ in PREPOSITIONS), run.end)
    return str(run.doc[at - 1].lower_)


def _is_called(run: Span) -> bool:
    """Whether a noun for a body stands right before the name: "the bloc X"."""
    return run.start > 0 and run.doc[run.start - 1].lower_ in words("body") and not run[0].is_sent_start


def _is_body(run: Span) -> bool:
    """Whether a noun for a body stands after the name: "X, a joint force"."""
    if run.end == len(run.doc) or run.doc[run.end].text != ",":
        return False
    after = run.doc[run.end : min(run.end + 6, run.sent.end)]
    if len(after) < 3 or after[1].lower_ not in {"a", "an", "the"}:
        return False
    return any(token.lower_ in words("body") for token in after[2:])


def is_located(name: Span) -> bool:
    """Whether the words around say that it is a place: "the village of X", "the X river", "X, a port in", "in X"."""
    doc, sentence = name.doc, name.sent
    before = [doc[at].lower_ for at in range(max(name.start - 2, sentence.start), name.start)]
    after = doc[name.end : min(name.end + 6, sentence.end)]
    if before[-1:] == ["of"] and before[0] in words("place"):
        return True
    if before[-1:] == ["the"] and len(after) and after[0].lower_ in words("place"):
        return True
    if name.label_ == "person" and before[-1:] == ["in"] and len(name) == 1:
        return not (len(after) and (after[0].text in POSSESSIVES or is_capital(after[0])))
    opens = len(after) > 2 and after[0].lower_ in {",", "is", "was"} and after[1].lower_ in {"a", "an", "the"}
    return opens and any(token.lower_ in words("place") for token in after[2:])


def _is_paper(run: Span) -> bool:
    """Whether a name is an outlet's by its own words: "Orlian Herald", "Radio Belmora"."""
    return run[-1].lower_ in words("outlet") or run[0].lower_ in {"daily", "radio"}


def _tells(run: Span) -> bool:
    """Whether a sentence begins as an outlet speaks of itself: "Upland Voice understands that"."""
    if not run[0].is_sent_start:
        return False
    after = run.doc[run.end : min(run.end + 2, run.sent.end)]
    return len(after) > 1 and after[0].lower_ in LEARNS and after[1].lower_ == "that"


def groups(doc: Doc, taken: Collection[int]) -> Iterator[Span]:
    """People under arms: "Tuareg armed groups", "Houthi rebels"; those at the tokens taken go by their own name."""
    for token in doc:
        if token.lower_ in words("group") and not is_capital(token):
            start = token.i - 2 if token.i > 1 and doc[token.i - 1].lower_ in ARMED else token.i - 1
            if start >= token.sent.start and start not in taken and _is_people(doc[start]):
                yield Span(doc, start, token.i + 1, "group")


def _is_people(token: Token) -> bool:
    """The name of a people or a place; a conviction names nobody in particular: "Islamist groups"."""
    if token.is_stop or token.lower_ in ARMED or token.lower_.endswith("ist"):
        return False
    return is_capital(token)
