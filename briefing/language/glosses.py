"""Step 2: what a sentence says that a name or a term is.

Enters: the text of a sentence. Leaves: where each term stands, with where it is
explained: in full, as `acronyms` finds it, or in other words: "a pact" of "a pact,
known as the Charter";
"a junction where borders meet" of "The region, a junction where borders meet, has …";
"a bloc of five states" of "The Union is a bloc of five states". Only forms that leave
no doubt are read.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.language.acronyms import Place, acronyms
from briefing.model import Definition, Entity, Span

NAME = r"[A-Z][\w’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w’'-]*){0,5}"
OPENING = (
    r"(?:A|After|An|And|As|At|But|For|From|He|His|Her|If|In|It|On|She|That|The|There|These|This|Those|What|When)\b"
)
SUBJECT = rf"(?:The )?[“\"]?(?P<term>(?!{OPENING}){NAME}(?: [a-z]+)?)[”\"]?"
TELLING = r"(?:based in|composed of|made up of|responsible for|that|used to|where|which|who|whose)"
"""What makes "a step" the kind of thing that it is, and no verdict: "a step that each party takes in turn"."""
WHAT = rf"(?P<what>(?:an?|one of the) [^.,;:()]{{3,60}}? {TELLING} [^.;:()]{{4,100}}?)"
RESUMED = r"(?:are|can|could|had|has|have|is|may|might|must|shall|should|was|were|will|would)"
BARE = r"an? [\w’'-]+(?: (?!(?:an?|are|is|the|was|were)\b)[\w’'-]+){0,8}?"
"""A thing without another article in it, so that the nearest one is named."""
OFTEN = r"(?:(?:also|better|commonly|now|popularly|previously|widely) )?"
FORMS = (
    re.compile(
        rf"\b(?P<what>{BARE})(?:,? {OFTEN}known as|, {OFTEN}(?:dubbed|called|nicknamed)) "
        rf"(?:the )?[“\"]?(?P<term>{NAME})"
    ),
    re.compile(rf"^{SUBJECT}, {WHAT}, {RESUMED}\b"),
    re.compile(rf"^{SUBJECT} is {WHAT}(?=[.;:,]|$)"),
)


def definitions(source: str, start: int, text: str, names: Sequence[Entity]) -> Iterator[Definition]:
    """Where a sentence explains a term; who a person is, is a role and stands with the name.

    Args:
        source: the document of the sentence.
        start: where it begins in the document.
        text: the sentence.
        names: those that stand in it.
    """
    people = [range(name.start, name.end) for name in names if name.kind == "person"]

    def passage(place: Place) -> Span:
        return Span(source, start + place[0], start + place[1])

    for short, long in acronyms(text):
        yield Definition(passage(short), passage(long), full=True)
    for term, what in glosses(text):
        if not any(start + term[0] in person for person in people):
            yield Definition(passage(term), passage(what))


def glosses(text: str) -> Iterator[tuple[Place, Place]]:
    """Where terms stand that the text explains, each with where it does."""
    for form in FORMS:
        for match in form.finditer(text):
            yield match.span("term"), match.span("what")
