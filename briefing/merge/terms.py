"""Step 3: what sources call one thing: the X Charter of one is the X Pact of another.

Enters: sentences. Leaves: the names of agreements that differ in the term alone.
A source that uses two terms means one thing by them, or two things, and then the
terms are no disagreement.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from briefing.model import Sentence, Span

Name = tuple[str, str, Span]
"""What a name shares with the others, its term, and where it stands."""

TERMS = (
    "accord", "accords", "agreement", "charter", "compact", "convention", "covenant", "deal", "declaration",
    "memorandum", "pact", "protocol", "treaty", "truce",
)  # fmt: skip
NAMED = re.compile(
    r"\b(?P<core>(?:(?!(?:A|An|Any|Each|Its|No|Our|That|The|Their|This)\s)[A-Z][\w’'-]*\s){1,5})"
    rf"(?P<term>(?i:{'|'.join(TERMS)}))\b(?!\s[A-Z])"
)
LOWER = re.compile(r"\b[a-z][\w-]+")


def differing(sentences: Sequence[Sentence]) -> list[tuple[str, dict[str, list[Span]]]]:
    """The things that have several terms: what their names share, and for each name where it stands."""
    found: defaultdict[str, defaultdict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    # A state has many treaties, which its name alone does not tell apart.
    states = {e.text for sentence in sentences for e in sentence.entities if e.kind == "state"}
    for sentence in sentences:
        for name, term, span in _names(sentence, states):
            found[name.rpartition(" ")[0].casefold()][term].append((name, term, span))
    several = {core: terms for core, terms in found.items() if len(terms) > 1 and _have_own_sources(terms.values())}
    common = _lower_case(sentences) if several else frozenset()
    return [_thing(terms.values()) for core, terms in several.items() if not common.issuperset(core.split())]


def _names(sentence: Sentence, states: Container[str]) -> Iterator[Name]:
    for match in NAMED.finditer(sentence.text):
        if match["core"].strip() not in states:
            span = Span(sentence.source, sentence.start + match.start(), sentence.start + match.end())
            yield match[0], match["term"].casefold().rstrip("s"), span


def _thing(terms: Iterable[list[Name]]) -> tuple[str, dict[str, list[Span]]]:
    """A thing by what its names share, with the first form of each name."""
    forms = {names[0][0]: [span for _, _, span in names] for names in terms}
    return next(iter(forms)).rpartition(" ")[0], forms


def _lower_case(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The words that are no names: a "Security Treaty" and a "Security Agreement" need not be one."""
    return frozenset(word for sentence in sentences for word in LOWER.findall(sentence.text))


def _have_own_sources(terms: Iterable[list[Name]]) -> bool:
    """Whether no source uses two of the terms."""
    sources = [source for names in terms for source in {span.source for _, _, span in names}]
    return len(sources) == len(set(sources))
