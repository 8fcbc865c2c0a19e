"""Step 2: what the trained pipeline recognised, as far as the words themselves bear it out.

Enters: a Doc whose `doc.ents` are what was recognised. Leaves: spans under our
labels: whole where a name was cut, without what is no part of it, and under
another label where their own words say what they are.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from briefing.language.again import defines_both
from briefing.language.bodies import PREPOSITIONS, head
from briefing.language.gazetteer import demonyms, load, titles, words
from briefing.language.runs import is_capital, is_prefixed, trimmed

KINDS = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "LOC": "place", "GPE": "place", "FAC": "place",
    "NORP": "people", "EVENT": "event", "LAW": "thing", "MISC": "thing", "PRODUCT": "thing", "WORK_OF_ART": "thing",
}  # fmt: skip
"""Our label for each that trained pipelines give."""
ACTING = frozenset({"organisation", "person"})
VESSELS = frozenset({
    "BRP", "FV", "HMAS", "HMCS", "HMS", "HNLMS", "INS", "KRI", "MS", "MT", "MV", "RRS", "RV", "SS", "TCG", "USS",
})  # fmt: skip
"""What stands before a ship's name."""
LONGEST_NICKNAME = 5
"""Tokens, quotation marks included."""


def recognised(doc: Doc) -> list[Span]:
    """What the trained pipeline recognised, under our labels."""
    return filter_spans([span for span in map(_recognised, _whole(doc.ents)) if span is not None])


def _recognised(ent: Span) -> Span | None:
    """What the trained pipeline recognised, under our label and without a function word that opens the sentence."""
    if ent.label_ not in KINDS:
        return None
    label = KINDS[ent.label_]
    body = trimmed(ent) if ent[0].is_sent_start else ent
    if body is None or not any(token.is_alpha for token in body) or body[-1].is_space:
        return None
    if label == "organisation":
        body = _alone(_capitals(body))
    if label == "person":
        body = _untitled(body)
    return _of_kind(body, _mended(body, label) if label in ACTING else _bodied(body, label))


def _of_kind(name: Span, label: str) -> Span:
    """The name under its label: with "family" behind it a group's, and a thing's where it is a ship's."""
    doc, after = name.doc, name.end
    if (
        label in {"person", "place"}
        and len(name) == 1
        and after < name.sent.end
        and doc[after].lower_ in words("family")
    ):
        return Span(doc, name.start, after + 1, "group")
    return Span(doc, name.start, name.end, "thing" if label in ACTING and _is_vessel(name) else label)


def _is_vessel(name: Span) -> bool:
    """Whether it is what carries people and no one who acts: "MV X", "the ferry X", "X, a freighter"."""
    doc, first = name.doc, name.sent.start
    if name[0].text in VESSELS or (name.start > first and doc[name.start - 1].lower_ in words("vessel")):
        return True
    end = min(name.end + 4, name.sent.end)
    aside = end - name.end > 2 and doc[name.end].text == "," and doc[name.end + 1].lower_ in {"a", "an", "the"}
    return aside and any(token.lower_ in words("vessel") for token in doc[name.end + 2 : end])


def _alone(body: Span) -> Span:
    """A body's name without whose it is, where it is, or a number: "People's Union of Mr X", "High Court in Y"."""
    for token in body[1:-1]:
        following = token.nbor(1)
        placed = token.lower_ == "in" and token.nbor(-1).lower_ in words("organisation")
        owned = token.lower_ == "of" and following.lower_.rstrip(".") in words("short_title")
        if placed or owned or (token.lower_ in PREPOSITIONS and following.like_num):
            return body[: token.i - body.start]
    return body


def _untitled(name: Span) -> Span:
    """A person's name without the titles that lead up to it: "Policeman X"."""
    start = name.start
    while start + 1 < name.end and name.doc[start].lower_.rstrip(".") in titles() and is_capital(name.doc[start + 1]):
        start += 1
    return name.doc[start : name.end]


def _mended(name: Span, label: str) -> str:
    """The label of what is recognised as a person or a body, where its own words say something else."""
    if all(map(is_adjective, name)):
        return "people"
    if name.text in words("no_name") or not words("no_body").isdisjoint({head(name), name[0].lower_}):
        return "thing"
    return "place" if len(name) > 1 and head(name).removesuffix("s") in words("place") else _bodied(name, label)


def _bodied(name: Span, label: str) -> str:
    """The label of a recognised person or place, which may end as a body's name: "Orlin plc", "Banco de Chile"."""
    is_company = len(name) > 1 and name[-1].lower_.rstrip(".") in words("legal_form")
    is_states = label == "person" and len(name) > 2 and name[-2].is_lower and _is_state(name[-1].text)
    return "organisation" if (is_company and label in {"person", "place"}) or is_states else label


def _is_state(text: str) -> bool:
    known = load().names.get(text)
    return known is not None and known.kind == "state"


def _whole(ents: Sequence[Span]) -> Iterator[Span]:
    """What is recognised, whole where a trained pipeline may cut it: at an Arabic article, a nickname or an "and"."""
    people = {ent.start: ent for ent in ents if KINDS.get(ent.label_) == "person"}
    for ent, following in zip_longest(ents, ents[1:]):
        doc, end = ent.doc, ent.end
        if following is not None and defines_both(ent, following):
            end = following.end
        elif is_prefixed(doc, end, ent.sent.end):
            end += 3
        elif ent.start in people and (surname := people.get(_behind_nickname(ent))):
            end = surname.end
        yield Span(doc, ent.start, end, label=ent.label_)


def _behind_nickname(name: Span) -> int:
    """The index behind a nickname in quotation marks, “El Zurlu”, right after a name; -1 if there is none."""
    doc, end = name.doc, name.sent.end
    if name.end >= end or not doc[name.end].is_quote:
        return -1
    return next((i + 1 for i in range(name.end + 1, min(name.end + LONGEST_NICKNAME, end)) if doc[i].is_quote), -1)


def _capitals(span: Span) -> Span:
    """The name without the words in lower case behind it: "Orlian regional bloc", "River Council president"."""
    end = span.end
    while end > span.start + 1 and span.doc[end - 1].is_lower:
        end -= 1
    return span.doc[span.start : end]


def is_adjective(token: Token) -> bool:
    """Whether a word says only whose or where something is: "Malian", "West African"."""
    return token.text in demonyms() or token.lower_ in words("compass") or token.lower_ in words("regional")
