"""Step 2: who is named. Gazetteers, definitions, and the words in and around a capitalised name.

Enters: a Doc with sentences. Leaves: `doc.ents` with the labels of
`model.EntityKind`, each with `ent._.known`, the usual name. Precision before
recall: a capitalised run that nothing explains is left alone.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from briefing.language.gazetteer import known_names, words
from briefing.language.runs import is_capital, runs
from briefing.model import EntityKind

PREPOSITIONS = frozenset({"for", "in", "of", "on", "to"})
POLITIES = frozenset({"Republic", "Kingdom", "Emirate", "Sultanate"})
LONGEST_NAME = 4
"""Words of a person's name; longer runs of capitals are headlines or titles of works."""


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
        named = [self._known(doc, start, end) for _, start, end in self.matcher(doc)]
        named = filter_spans([span for span in named if not _is_part(span)])
        taken = {token.i for span in named for token in span}
        named += [span for run in runs(doc, taken) for span in _explained(run)]
        doc.ents = filter_spans([*named, *_groups(doc), *_surnames(doc, named)])
        return doc

    def _known(self, doc: Doc, start: int, end: int) -> Span:
        known = self.known[doc[start:end].text]
        return _entity(doc, _polity_start(doc, start), end, known.kind, known.name)


def _entity(doc: Doc, start: int, end: int, kind: EntityKind, usual: str | None = None) -> Span:
    span = Span(doc, start, end, label=kind)
    span._.known = usual or span.text
    return span


def _polity_start(doc: Doc, start: int) -> int:
    """Where the name of a state begins: "Republic of Niger" is one name."""
    at = start - 1 if start and doc[start - 1].lower_ == "of" else start
    return at - 1 if at and doc[at - 1].text in POLITIES else start


def _is_part(span: Span) -> bool:
    """A state's name that only begins or ends a longer name: "Jordan Smith", "Air France"."""
    return span.label_ == "state" and (_is_first_name(span) or _is_last_name(span))


def _is_first_name(span: Span) -> bool:
    if span.end >= len(span.doc) or not span[-1].whitespace_:
        return False
    following = span.doc[span.end]
    if following.is_sent_start or following.is_upper or following.is_stop or not is_capital(following):
        return False
    return following.lower_ not in words("person") | words("organisation") | words("body") | words("portfolio")


def _is_last_name(span: Span) -> bool:
    if span[0].is_sent_start or not span.start:
        return False
    before = span[0].nbor(-1)
    if not before.whitespace_ or before.is_stop or before.text in POLITIES or not is_capital(before):
        return False
    return not (
        before.lower_ in words("compass") or before.lower_.endswith(("ern", "ing")) or before.lower_ in words("person")
    )


def _explained(run: Span) -> Iterator[Span]:
    """The name in a run of capitals, if something explains it."""
    doc, person = run.doc, _person_start(run)
    body = _body_start(run)
    if body is not None:
        yield from _defined(_entity(doc, body, run.end, "organisation"))
    elif _head(run) in words("thing"):
        return
    elif person is not None:
        yield _entity(doc, person, run.end, "person")
    elif _is_body(run):
        yield from _defined(_entity(doc, run.start, run.end, "organisation"))


def _body_start(run: Span) -> int | None:
    """Where an organisation's name begins: at the words that lead to its head, behind a link of another phrase."""
    start = run.start
    for token in run:
        heading = token.i + 1 == run.end or token.nbor(1).lower_ in PREPOSITIONS
        if heading and token.lower_ in words("organisation") and run.end - start > 1:
            return start
        if token.lower_ in PREPOSITIONS:
            start = token.i + 1
    return None


def _head(run: Span) -> str:
    """The word that carries the name: the last one, or the last before a preposition."""
    at = next((token.i for token in run if token.lower_ in PREPOSITIONS), run.end)
    return str(run.doc[at - 1].lower_)


def _person_start(run: Span) -> int | None:
    """Where a person's name begins in a run, behind titles; None if it names nobody."""
    titles = [token.i for token in run if token.lower_.rstrip(".") in words("person")]
    start = titles[-1] + 1 if titles else run.start
    if not 0 < run.end - start <= LONGEST_NAME or not all(
        _is_name_word(token.text) for token in run.doc[start : run.end]
    ):
        return None
    return start if titles or _is_introduced(run) or _speaks(run) else None


def _is_name_word(word: str) -> bool:
    return not word.isupper() or len(word) == 1 or word.endswith(".")


def _is_introduced(run: Span) -> bool:
    """A role stands before the name ("junta leader, A B") or after it ("A B, who", "A B, the leader of")."""
    before = run.doc[max(run.sent.start, run.start - 2) : run.start]
    leading = [token.lower_ for token in before if token.text != ","]
    if leading and leading[-1] in words("person"):
        return True
    after = run.doc[run.end : min(run.end + 8, run.sent.end)]
    if len(run) < 2 or len(after) < 2 or after[0].text != ",":
        return False
    return after[1].lower_ == "who" or (
        after[1].lower_ in {"the", "a", "an", "its", "their", *words("person")}
        and any(token.lower_ in words("person") for token in after[1:])
    )


def _speaks(run: Span) -> bool:
    """Two or more names beside a verb of speech: "A B said", "said A B"."""
    sentence, doc = run.sent, run.doc
    around = (
        doc[max(sentence.start, run.start - 1) : run.start],
        doc[run.end : min(run.end + 1, sentence.end)],
    )
    return len(run) > 1 and any(token.lower_ in words("speech") for side in around for token in side)


def _is_body(run: Span) -> bool:
    """A noun for a body stands before the name ("the bloc X") or after it ("X, a joint force")."""
    doc, sentence = run.doc, run.sent
    if run.start > sentence.start and doc[run.start - 1].lower_ in words("body"):
        return True
    after = doc[run.end : min(run.end + 6, sentence.end)]
    if len(after) < 3 or after[0].text != "," or after[1].lower_ not in {"a", "an", "the"}:
        return False
    return any(token.lower_ in words("body") for token in after[2:])


def _defined(span: Span) -> Iterator[Span]:
    """The name, and its acronym where the text gives one: "Full Name (FN)"."""
    yield span
    doc = span.doc
    bracketed = doc[span.end : span.end + 3]
    if (
        len(bracketed) == 3
        and bracketed[0].text == "("
        and bracketed[2].text == ")"
        and _abbreviates(bracketed[1].text, span)
    ):
        for token in doc:
            if token.text == bracketed[1].text:
                yield _entity(doc, token.i, token.i + 1, "organisation", span.text)


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


def _groups(doc: Doc) -> Iterator[Span]:
    """People under arms: "Tuareg armed groups", "Houthi rebels"."""
    for token in doc:
        if token.lower_ in words("group") and not is_capital(token):
            start = (
                token.i - 2
                if token.i > 1 and doc[token.i - 1].lower_ in {"armed", "rebel", "separatist"}
                else token.i - 1
            )
            if (
                start >= token.sent.start
                and is_capital(doc[start])
                and not doc[start].is_stop
                and not _is_creed(doc[start])
            ):
                yield _entity(doc, start, token.i + 1, "group")


def _is_creed(token: Token) -> bool:
    """A word for a conviction names nobody in particular: "Islamist groups"."""
    return token.lower_.endswith("ist")


def _surnames(doc: Doc, named: list[Span]) -> Iterator[Span]:
    """A surname that stands alone, where the document gives the full name."""
    full = {span[-1].text: span.text for span in named if span.label_ == "person" and len(span) > 1}
    for token in doc:
        if token.text in full:
            yield _entity(doc, token.i, token.i + 1, "person", full[token.text])
