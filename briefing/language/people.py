"""Step 2: which runs of capitals name a person.

Enters: runs of capitalised words. Leaves: the span of the person's name, where
a title, a role, a verb of speech or an earlier full name explains it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import demonyms, titles, words
from briefing.language.runs import POSSESSIVES, goes_on, is_capital
from briefing.language.tokens import written

LONGEST_NAME = 4
"""Words of a person's name; longer runs of capitals are headlines or titles of works."""
CLAUSE_LINKS = frozenset({"&", "and", "for", "in", "of", "on", "the", "to"})
"""Links that no person's name holds: "A B of C" is A B."""
OPENERS = frozenset({"a", "an", "its", "the", "their"})


def person(run: Span) -> Span | None:
    """The person whom a run of capitals names, without titles; None if nothing explains it."""
    titled = [token.i + 1 for token in run if token.lower_.rstrip(".") in titles()]
    start = titled[-1] if titled else run.start
    end = next((token.i for token in run.doc[start : run.end] if token.lower_ in CLAUSE_LINKS), run.end)
    name = run.doc[start:end]
    if not 0 < len(name) <= LONGEST_NAME or not all(map(_is_name_word, name)):
        return None
    return name if titled or _is_introduced(name) or _speaks(run) else None


def _is_name_word(token: Token) -> bool:
    """No acronym; initials may stand together before a surname, as in "JK Orlin"."""
    is_initials = len(token) == 2 and token.i + 1 < len(token.doc) and is_capital(token.nbor(1))
    return not token.text.isupper() or len(token) == 1 or token.text.endswith(".") or is_initials


def _is_introduced(name: Span) -> bool:
    """A role stands before the name ("junta leader, A B") or after it ("A B, who", "A B, the leader of")."""
    doc, sentence = name.doc, name.sent
    leading = [doc[at].lower_ for at in range(max(sentence.start, name.start - 2), name.start) if doc[at].text != ","]
    if leading and leading[-1] in titles():
        return True
    end = min(name.end + 8, sentence.end)
    return len(name) > 1 and end - name.end > 1 and doc[name.end].text == "," and _says_who(doc[name.end + 1 : end])


def _says_who(after: Span) -> bool:
    """A relative clause, or a phrase up to the next comma that holds a role."""
    end = next((token.i for token in after if token.text == ","), after.end)
    phrase = [token.lower_ for token in after.doc[after.start : end]]
    if not phrase:
        return False
    opens = phrase[0] in OPENERS | titles() or bool(POSSESSIVES & set(phrase[:3]))
    return phrase[0] == "who" or (opens and bool(titles() & set(phrase)))


def _speaks(run: Span) -> bool:
    """Two or more names beside a verb of speech: "A B said", "said A B", "…, A B, said"."""
    if len(run) < 2:
        return False
    sentence, doc = run.sent, run.doc
    before = doc[max(sentence.start, run.start - 1) : run.start]
    after = doc[run.end : min(run.end + 2, sentence.end)]
    enclosed = len(after) > 1 and [token.text for token in (*before, after[0])] == [",", ","]
    beside = [*before, after[1] if enclosed else after[0]] if len(after) else [*before]
    return any(token.lower_ in words("speech") for token in beside)


def named_again(doc: Doc, people: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Full names that return and surnames that stand alone, each with the name that it means.

    A surname means the only full name that has it and was named before: who has not been named yet may be another.
    """
    full: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for span in people:
        if len(span) > 1 and is_capital(span[-1]):
            full[span[-1].text].setdefault(span.text, span)
    text = written(doc[:])
    for token in doc:
        for name, span in full.get(token.text, {}).items():
            first = max(token.i + 1 - len(span), 0)
            if text.endswith(name, 0, token.idx + len(token)) and doc[first].idx + len(name) == token.idx + len(token):
                yield doc[first : token.i + 1], span
            elif _is_only(span, full[token.text], token) and not _has_first_name(doc, token.i) and not goes_on(token):
                yield doc[_particles(span, token) : token.i + 1], span


def _is_only(name: Span, sharing: Mapping[str, Span], token: Token) -> bool:
    """Whether a full name is the only one with this surname that has been named before."""
    return [span for span in sharing.values() if span.start < token.i] == [name]


def _particles(name: Span, surname: Token) -> int:
    """The index where a surname begins with the particles that it has in the full name: "van der Orlin"."""
    doc, start = surname.doc, surname.i
    for particle in reversed(name[1:-1]):
        if not particle.is_lower or start == surname.sent.start or doc[start - 1].text != particle.text:
            break
        start -= 1
    return start


def _has_first_name(doc: Doc, at: int) -> bool:
    """Whether another name stands before: with "Jon Orlin" known, "Vesna Orlin" is someone else."""
    if at == 0 or doc[at].is_sent_start:
        return False
    before = doc[at - 1]
    explained = before.is_stop or before.lower_.rstrip(".") in titles() or before.text in demonyms()
    return is_capital(before) and not explained
