"""Step 2: who is named. Gazetteers, definitions, and the words in and around a capitalised name.

Enters: a Doc with sentences. Leaves: `doc.ents` with the labels of
`model.EntityKind`, each with `ent._.known`, the usual name. Precision before
recall: a capitalised run that nothing explains is left alone.
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from briefing.language.gazetteer import known_names, titles, words
from briefing.language.people import named_again, person
from briefing.language.runs import is_capital, runs
from briefing.model import EntityKind

PREPOSITIONS = frozenset({"for", "in", "of", "on", "to"})
POLITIES = frozenset({"Commonwealth", "Duchy", "Emirate", "Kingdom", "Principality", "Republic", "State", "Sultanate"})
BODIES = frozenset({"group", "organisation"})
ARMED = frozenset({"armed", "rebel", "separatist"})


@Language.factory("names", requires=["doc.sents"], assigns=["doc.ents"])
def make_names(nlp: Language, name: str) -> "Names":  # noqa: ARG001
    """Make the component; spaCy calls it."""
    return Names(nlp)


class Names:
    """Finds names: known ones first, then those that their own words or their neighbours explain."""

    def __init__(self, nlp: Language) -> None:
        self.known = known_names()
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.matcher.add("known", [nlp.make_doc(name) for name in self.known])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.ents`."""
        matches = filter_spans([doc[start:end] for _, start, end in self.matcher(doc)])
        named = [span for span in map(self._known, matches) if not _is_part(span)]
        taken = {token.i for span in named for token in span}
        named += [span for run in runs(doc, taken) for span in _explained(run)]
        named += _elsewhere(named, _acronyms(doc, named))
        named += _elsewhere(named, named_again(doc, [span for span in named if span.label_ == "person"]))
        doc.ents = filter_spans([*named, *_groups(doc, named)])
        return doc

    def _known(self, match: Span) -> Span:
        known = self.known[match.text]
        start = _polity_start(match) if known.kind == "state" else match.start
        return _entity(match.doc, start, match.end, known.kind, known.name)


def _entity(doc: Doc, start: int, end: int, kind: EntityKind, usual: str | None = None) -> Span:
    span = Span(doc, start, end, label=kind)
    span._.known = usual or span.text
    return span


def _elsewhere(named: list[Span], found: Iterable[tuple[Span, Span]]) -> Iterator[Span]:
    """Names that mean an earlier one, where no name stands yet: spans of the same words would share their `span._`."""
    taken = {token.i for span in named for token in span}
    same = {(span.start, span.end, span.label_): span for span in named}
    for place, meant in found:
        known = same.get((place.start, place.end, meant.label_))
        if known is not None:
            known._.known = meant._.known
        elif taken.isdisjoint(range(place.start, place.end)):
            taken.update(range(place.start, place.end))
            kind: EntityKind = meant.label_  # type: ignore[assignment]
            yield _entity(place.doc, place.start, place.end, kind, meant._.known)


def _polity_start(state: Span) -> int:
    """Where the long name of a state begins: "Federal Republic of Nigeria" is one name."""
    doc, first = state.doc, state.sent.start
    at = state.start
    while at > first and state.start - at < 2 and doc[at - 1].lower_ in {"of", "the"}:
        at -= 1
    if at == first or doc[at - 1].text not in POLITIES:
        return state.start
    at -= 1
    while at > first and doc[at - 1].lower_ in words("polity_adjective"):
        at -= 1
    return at


def _is_part(span: Span) -> bool:
    """A state's name that only begins or ends a longer name: "Jordan Smith", "Air France"."""
    return span.label_ == "state" and (_is_first_name(span) or _is_last_name(span))


def _is_first_name(span: Span) -> bool:
    if span.end >= len(span.doc) or not span[-1].whitespace_:
        return False
    following = span.doc[span.end]
    if following.is_sent_start or following.is_upper or following.is_stop or not is_capital(following):
        return False
    own = titles() | words("organisation") | words("body") | words("portfolio")
    return following.lower_.rstrip(".") not in own - words("namesake")


def _is_last_name(span: Span) -> bool:
    if span[0].is_sent_start or not span.start:
        return False
    before = span[0].nbor(-1)
    if before.lower_ == "of" and before.i:
        return before.nbor(-1).is_title and before.nbor(-1).lower_ in words("namesake")
    if not before.whitespace_ or before.is_stop or not is_capital(before):
        return False
    apart = words("compass") | titles()
    return before.lower_.rstrip(".") not in apart and not before.lower_.endswith(("ern", "ing"))


def _explained(run: Span) -> Iterator[Span]:
    """The names in a run of capitals, if something explains them: "A B of the C Institute" holds two."""
    body, named = _body_start(run), person(run)
    if body is None and _head(run) in words("thing"):
        return
    if named is not None and named.end <= (run.end if body is None else body):
        yield _entity(run.doc, named.start, named.end, "person")
    elif body is None and _is_body(run):
        yield _entity(run.doc, run.start, run.end, "organisation")
    if body is not None:
        yield _entity(run.doc, body, run.end, "organisation")


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


def _head(run: Span) -> str:
    """The word that carries the name: the last one, or the last before a preposition."""
    at = next((token.i for token in run if token.lower_ in PREPOSITIONS), run.end)
    return str(run.doc[at - 1].lower_)


def _is_body(run: Span) -> bool:
    """A noun for a body stands before the name ("the bloc X") or after it ("X, a joint force")."""
    doc, sentence = run.doc, run.sent
    if run.start > sentence.start and doc[run.start - 1].lower_ in words("body"):
        return True
    after = doc[run.end : min(run.end + 6, sentence.end)]
    if len(after) < 3 or after[0].text != "," or after[1].lower_ not in {"a", "an", "the"}:
        return False
    return any(token.lower_ in words("body") for token in after[2:])


def _acronyms(doc: Doc, named: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Acronyms that the text gives a name, "Full Name (FN)", wherever they stand."""
    full: dict[str, Span] = {}
    for span in named:
        bracketed = [token.text for token in doc[span.end : span.end + 3]] if span.label_ in BODIES else []
        if len(bracketed) == 3 and bracketed[::2] == ["(", ")"] and _abbreviates(bracketed[1], span):
            full.setdefault(bracketed[1], span)
    for token in doc:
        if token.text in full:
            yield doc[token.i : token.i + 1], full[token.text]


def _abbreviates(acronym: str, name: Span) -> bool:
    """Whether most letters of an acronym begin words of the name, in order.

    Most, since many acronyms are those of the name in another language.
    """
    initials = "".join(token.text[0].upper() for token in name if token.is_alpha)
    letters = [letter.upper() for letter in acronym if letter.isalpha()]
    at = matched = 0
    for letter in letters:
        found = initials.find(letter, at)
        if found >= 0:
            at, matched = found + 1, matched + 1
    return len(letters) >= 2 and acronym[:2].isupper() and matched >= 0.6 * len(letters)


def _groups(doc: Doc, named: list[Span]) -> Iterator[Span]:
    """People under arms: "Tuareg armed groups", "Houthi rebels"; those of a body go by its own name."""
    bodies = {token.i for span in named if span.label_ != "state" for token in span}
    for token in doc:
        if token.lower_ in words("group") and not is_capital(token):
            start = token.i - 2 if token.i > 1 and doc[token.i - 1].lower_ in ARMED else token.i - 1
            if start >= token.sent.start and start not in bodies and _is_people(doc[start]):
                yield _entity(doc, start, token.i + 1, "group")


def _is_people(token: Token) -> bool:
    """The name of a people or a place; a conviction names nobody in particular: "Islamist groups"."""
    if token.is_stop or token.lower_ in ARMED or token.lower_.endswith("ist"):
        return False
    return is_capital(token)
