"""Step 2: dates, as precise as they are said and no more.

Enters: a Doc with `doc._.published` (the source's own date, or None) and
`doc._.as_of` (the collection's, or None). Leaves: `doc.spans["dates"]`, each
with `span._.date`: the finest ISO year, month or day that holds all that is
said, or None where nothing that the source states tells it.

A relative date ("on Saturday", "in July") counts from the source's own date of
publication: back, or ahead where the sentence tells of what will be; but not in
a quotation, which counts from when it was spoken. "Three days later" counts
from the date that the text told just before, where that is a single one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.language.date_collected import is_from_the_future
from briefing.language.date_grammar import Expression, expressions
from briefing.language.date_meanings import Setting
from briefing.language.date_periods import Period, parsed
from briefing.language.date_tense import Tense, tense_at
from briefing.language.tokens import written

QUOTATION = re.compile(r"“[^”]*|\"[^\"]*\"?")
EVENT = re.compile(r" (?!(?:and|as|at|but|by|for|from|in|is|of|on|or|that|the|to|was|were|when|which|with)\b)[a-z]")
"""A word behind "the January 6" that makes it the name of an event."""
FRONTED = re.compile(r"\s*(?:(?:In|On|During) )?(?:the )?")
"""What may stand before a date that a sentence begins with; what follows is told of its year."""
COMPARED = re.compile(r"\b(?:since|than)(?: [\w’'-]+){0,6} $")
"""Words before a date from which the sentence looks back at it."""
AND = re.compile(r",?(?: (?:and|or|on|in))* ?")
"""Between two dates that one verb has: "for Friday and Saturday"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text tells.

    Attributes:
        span: its words.
        period: the days that it is; None if it is not resolved.
        tense: what the sentence says of its time.
        sets_year: whether the text states its year, so that a month or day told next is of that year.
        is_fronted: whether the sentence begins with it.
        is_compared: whether the sentence only looks to it: "the lowest since 1993".
    """

    span: Span
    period: Period | None
    tense: Tense
    sets_year: bool
    is_fronted: bool
    is_compared: bool


@Language.component("dates", requires=["doc.sents"])
def dates(doc: Doc) -> Doc:
    """Set `doc.spans["dates"]`."""
    published, as_of = parsed(doc._.published), parsed(doc._.as_of)
    collected = as_of.first if as_of and as_of.first == as_of.last else None
    if is_from_the_future(doc._.published, doc._.as_of):
        published = None
    found: list[Told] = []
    before: Sequence[Told] = ()
    for sentence in doc.sents:
        before = _told(sentence, before, published, collected)
        found += before
        if "\n" in written(sentence):
            before = ()
    doc.spans["dates"] = [told.span for told in found]
    for told in found:
        told.span._.date = told.period.iso if told.period else None
    return doc


def _told(sentence: Span, before: Sequence[Told], published: Period | None, as_of: date | None) -> list[Told]:
    """The dates of a sentence, each understood after those before it."""
    text = written(sentence)
    quotations = [range(*match.span()) for match in QUOTATION.finditer(text)]
    found: list[Told] = []
    for expression in expressions(text):
        start, end = sentence.start_char + expression.start, sentence.start_char + expression.end
        span: Any = sentence.doc.char_span(start, end, label="date", alignment_mode="expand")
        if (found and span.start < found[-1].span.end) or (expression.rule.alone and _is_person(span)):
            continue
        latest = found[-1] if found else _only(before)
        setting = replace(_setting(text, expression, latest), before=_anchor(found, before), as_of=as_of)
        if found and AND.fullmatch(text, found[-1].span.end_char - sentence.start_char, expression.start):
            setting = replace(setting, tense=found[-1].tense)
        elsewhen = any(expression.start in quotation for quotation in quotations) or _is_of_the_past(found, published)
        period = None if expression.rule.counts and elsewhen else _period(expression, setting, published)
        is_fronted = FRONTED.fullmatch(text, 0, expression.start) is not None
        sets_year = _sets_year(expression, latest, is_fronted=is_fronted)
        is_compared = COMPARED.search(text, 0, expression.start) is not None
        found.append(Told(span, period, setting.tense, sets_year, is_fronted, is_compared))
    return found


def _is_person(span: Span) -> bool:
    return any(token.ent_type_ == "person" for token in span)


def _only(before: Sequence[Told]) -> Told | None:
    """What the sentence before told, where it is one date."""
    return before[-1] if len({told.period for told in before}) == 1 else None


def _anchor(found: Sequence[Told], before: Sequence[Told]) -> Period | None:
    """What "three days later" counts from: the date told last in this sentence, or the only one of that before."""
    told = [one for one in found or before if not one.is_compared]
    anchor = told[-1] if told and found else _only(told)
    return anchor.period if anchor else None


def _setting(text: str, expression: Expression, latest: Told | None) -> Setting:
    start, end = expression.start, expression.end
    after_the = text[start : start + 4].lower() == "the " or text[max(0, start - 4) : start].lower() == "the "
    return Setting(
        year_told=latest.period if latest and latest.sets_year else None,
        tense=tense_at(text, start, end),
        is_name=after_the and EVENT.match(text, end) is not None,
    )


def _period(expression: Expression, setting: Setting, published: Period | None) -> Period | None:
    """What the expression means; if publication is not known to the day, what it means on the first as on the last."""
    meaning, said = expression.rule.meaning, expression.said
    if published is None:
        return meaning(said, setting)
    first, last = (meaning(said, replace(setting, base=base)) for base in (published.first, published.last))
    return first if first == last else None


def _is_of_the_past(found: Sequence[Told], published: Period | None) -> bool:
    """Whether the sentence begins with a year before that of publication: "In 2004 he wrote that this year …"."""
    first = found[0] if found and found[0].is_fronted and found[0].sets_year else None
    return bool(first and first.period and published and first.period.last.year < published.first.year)


def _sets_year(expression: Expression, latest: Told | None, *, is_fronted: bool) -> bool:
    if expression.said.get("year"):
        return is_fronted or bool(expression.said.get("month") or expression.said.get("one"))
    return latest is not None and latest.sets_year and not expression.rule.counts
