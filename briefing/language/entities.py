"""Step 2: who is named. Gazetteers, rules and a trained pipeline, under one policy.

Enters: a Doc with sentences, whose `doc.ents` are what the trained pipeline
recognised. Leaves: `doc.ents` with the labels of `model.EntityKind` and of
OTHERS, apart from one another, each with `ent._.known`, the usual name.
A known name goes before a recognised one, unless it is part of a longer one, such
as the state in "Bank of Japan", or may mean something else. A person or an outlet
that the words around explain goes before what is recognised there, and all else
that they explain behind it: on held-out text that measures best (docs/training.md).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from briefing.language.acting import acting
from briefing.language.again import acronyms, repeated, uncut
from briefing.language.bodies import explained, groups, has_head, is_located
from briefing.language.gazetteer import Gazetteer, Known, load, titles, words
from briefing.language.known import KnownNames
from briefing.language.mended import is_adjective, recognised
from briefing.language.people import named_again
from briefing.language.runs import POSSESSIVE_MARKS, is_capital, runs

OTHERS = frozenset({"people", "event", "thing"})
"""Labels of names that no sentence keeps: demonyms and convictions, events, and things such as treaties."""
NAMED = frozenset({"organisation", "person", "place"})
SURE = 2
"""How many times as often as another a label has to stand for a name to be that of all its mentions."""
POLITIES = frozenset({"Commonwealth", "Duchy", "Emirate", "Kingdom", "Principality", "Republic", "State", "Sultanate"})


@Language.factory("names", requires=["doc.sents", "doc.ents"], assigns=["doc.ents"], default_config={"files": []})
def make_names(nlp: Language, name: str, files: list[str]) -> "Names":  # noqa: ARG001
    """Make the component; spaCy calls it."""
    return Names(load(*map(Path, files)))


class Names:
    """Brings together what is known, what is explained and what is recognised."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.known = KnownNames(gazetteer.names)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.ents`."""
        seen = [_labelled(span, span.label_) for span in recognised(doc)]
        holder = {at: span for span in seen for at in range(span.start, span.end)}
        named = self._known(doc, holder)
        ruled = [span for run in runs(doc, _tokens(named)) for span in explained(run)]
        named += [_labelled(span, span.label_) for span in ruled if _stands(span, holder.get(span.start))]
        named += _free(named, seen)
        named += _free(named, [_labelled(span, span.label_) for span in ruled])
        named = _instead(named, [_labelled(place, full.label_) for place, full in uncut(named)])
        _correct(named)
        named += _meaning(named, acronyms(doc, named))
        named += _meaning(named, named_again(doc, [span for span in named if span.label_ == "person"]))
        named += _meaning(named, repeated(doc, named, _tokens(named)))
        named = _acting(doc, named)
        armed = groups(doc, _tokens(span for span in named if span.label_ not in {"state", "place", "people"}))
        doc.ents = filter_spans([*named, *(_labelled(span, span.label_) for span in armed)])
        return doc

    def _known(self, doc: Doc, holder: Mapping[int, Span]) -> list[Span]:
        """The known names that are not part of a longer one; `holder` has what was recognised at each token."""
        named = []
        for place, known in self.known.find(doc):
            start = _polity_start(place) if known.kind == "state" else place.start
            span = Span(doc, start, place.end, label=known.kind)
            seen = holder.get(span.start)
            if not _is_part(span, seen) and _is_meant(span, known, seen):
                named.append(_labelled(span, span.label_, known.name, listed=True))
        return named


def _labelled(span: Span, label: str, usual: str | None = None, *, listed: bool = False) -> Span:
    """The span as a name; `usual` is its usual name, and `listed` tells that a gazetteer has it."""
    found = Span(span.doc, span.start, span.end, label=label)
    found._.known, found._.listed = usual or found.text, listed
    return found


def _tokens(named: Iterable[Span]) -> set[int]:
    return {at for span in named for at in range(span.start, span.end)}


def _free(named: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """The others that share no token with what is named."""
    taken = _tokens(named)
    return [span for span in others if taken.isdisjoint(range(span.start, span.end))]


def _stands(ruled: Span, seen: Span | None) -> bool:
    """Whether a person or an outlet that a rule finds goes before what is recognised there."""
    if seen is not None and (seen.start, seen.end) == (ruled.start, ruled.end) and seen.label_ != "thing":
        is_body = seen.label_ in {"person", "place"} and has_head(ruled)
        return ruled.label_ in {seen.label_, "outlet"} or _is_introduced(ruled) or is_body
    if seen is not None and seen.label_ in OTHERS:
        return seen.label_ != "event"
    is_part = seen is not None and seen.label_ == ruled.label_ and seen.start <= ruled.start and ruled.end <= seen.end
    return ruled.label_ in {"person", "outlet"} and not is_part


def _is_introduced(span: Span) -> bool:
    """Whether a title or the noun for a body stands before: "President X", "the author, X", "the group Y"."""
    before = span.doc[span.sent.start : span.start]
    if span.label_ != "person":
        return bool(before) and before[-1].lower_ in words("body")
    apart = len(before) > 1 and before[-1].text == ","
    title = before[-2] if apart else before[-1] if before else None
    return title is not None and title.lower_.rstrip(".") in titles() and (apart or title.text[0].isupper())


def _vote(named: Sequence[Span]) -> None:
    """Give each name the label that most of its mentions have, if they are enough."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_text = [(span, votes[span.text]) for span in named]
    for span, labels in by_text:
        labels[span.label_] += 1
    for span, labels in by_text:
        label, count = labels.most_common(1)[0]
        if count >= SURE * labels[span.label_]:
            span.label_ = label


def _correct(named: Sequence[Span]) -> None:
    """Give a name that no list has one label: by vote, and where the document shows it to be a place's or a surname."""
    unknown = [span for span in named if not span._.listed]
    _vote(unknown)
    placed = {span.text for span in unknown if span.label_ in NAMED and is_located(span)}
    surnames = {span[-1].text for span in unknown if span.label_ == "person" and len(span) > 1} - placed
    for span in unknown:
        if span.label_ in NAMED and span.text in placed and not _is_introduced(span):
            # As sure as a list, so that it counts for all sources.
            span.label_, span._.listed = "place", True
        elif span.label_ in {"organisation", "place"} and span.text in surnames:
            span.label_ = "person"


def _meaning(named: Sequence[Span], found: Iterable[tuple[Span, Span]]) -> Iterator[Span]:
    """Names that mean an earlier one, where no name stands yet: spans of the same words would share their `span._`."""
    taken = _tokens(named)
    same = {(span.start, span.end, span.label): span for span in named}
    for place, meant in found:
        known = same.get((place.start, place.end, meant.label))
        if known is not None:
            known._.known, known._.listed = meant._.known, meant._.listed
        elif taken.isdisjoint(range(place.start, place.end)):
            taken.update(range(place.start, place.end))
            yield _labelled(place, meant.label_, meant._.known, listed=meant._.listed)


def _acting(doc: Doc, named: Sequence[Span]) -> list[Span]:
    """The names, and in place of peoples, forces and capitals the states that act under these names."""
    found = [_labelled(place, "state", state) for place, state in acting(doc, named)]
    return _instead(named, found)


def _instead(named: Sequence[Span], found: Sequence[Span]) -> list[Span]:
    """What is found, and the names that share no token with it."""
    return [*_free(found, named), *found]


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


def _is_part(span: Span, seen: Span | None) -> bool:
    """Whether a name is only part of a longer one: "Bank of Japan", "Jordan Smith"; not so in "Japan's Bank"."""
    if seen is not None and seen.start <= span.start and span.end <= seen.end and len(seen) > len(span):
        if span.end < seen.end:
            return span.doc[span.end].text not in POSSESSIVE_MARKS
        before = span.doc[seen.start : span.start]
        if before[0].is_sent_start and before[0].lower_ not in words("namesake") and before[-1].lower_ in {"of", "the"}:
            return before[0].text in POLITIES
        is_where = span.label_ in {"state", "place"} and all(map(is_adjective, before))
        # "French Sudan" and "West Germany" are other places; "northern Kenya" is not.
        return not is_where or (seen.label_ == "place" and not before[0].is_lower)
    return span.label_ in {"state", "place"} and (_is_first_name(span) or _is_last_name(span))


def _is_meant(span: Span, known: Known, seen: Span | None) -> bool:
    """Whether a name that may mean something else is meant: a state's always, another's where it is recognised."""
    if seen is None:
        return known.kind == "state" or not known.also
    is_person = (seen.start, seen.end, seen.label_) == (span.start, span.end, "person")
    return not (is_person and "person" in known.also) or _is_introduced(span)


def _is_first_name(span: Span) -> bool:
    if span.end >= len(span.doc) or not span[-1].whitespace_:
        return False
    following = span.doc[span.end]
    if following.is_sent_start or following.is_upper or following.is_stop or not is_capital(following):
        return False
    own = titles() | words("organisation", "body", "portfolio")
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
