"""Step 5, rendering: who says what, and who, what, when and where.

In: a section of a `Brief`, and the evidence. Out: the rows that are shown.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from briefing.model import Brief, Essential, Item, Section
from briefing.render.evidence import Evidence
from briefing.render.lines import item_line, line
from briefing.render.view import AnswerRow, EssentialRow, Essentials, Quotes, Speech
from briefing.render.wording import capital, human_date, phrase, plain


def quotes(section: Section, brief: Brief, evidence: Evidence) -> Quotes | None:
    """The words of each speaker who has some."""
    rows = []
    for speaker, group in groupby(section.items, key=lambda item: item.speaker):
        said = tuple(group)
        name, role = plain(speaker or evidence.words.unnamed), said[0].role
        lines = tuple(item_line(_unmarked(item), brief, evidence) for item in said)
        shown = line(role.text, role.citations, evidence) if role else None
        language = lines[0].language if speaker else ""
        rows.append(Speech(capital(name), speaker is not None, shown, lines, language))
    return Quotes(tuple(rows)) if rows else None


def _unmarked(item: Item) -> Item:
    """The item without what its place says: that it is a quotation, and whose."""
    return replace(item, speaker=None, nature="fact" if item.nature == "quote" else item.nature)


def essentials(section: Section, brief: Brief, evidence: Evidence) -> Essentials | None:
    """A row for each question; what happened stands behind who was part of it."""
    if not section.items:
        return None
    words = evidence.words
    who, what, when, where = words.essentials
    names = {"who": who, "when": when, "where": where}
    rows = [
        EssentialRow(
            names[one.question],
            tuple(_answers(one, evidence)),
            f"[{words.answers_differ}]" if one.differing else "",
        )
        for one in brief.essentials
    ]
    told = tuple(AnswerRow("", item_line(item, brief, evidence)) for item in section.items)
    rows.insert(1, EssentialRow(what, told))
    return Essentials(tuple(rows))


def _answers(essential: Essential, evidence: Evidence) -> Iterator[AnswerRow]:
    for answer in essential.answers:
        shown = replace(line(answer.text, answer.citations, evidence), marks=())
        if answer.date:
            before, _, behind = evidence.words.quotation.partition("{text}")
            quoted = ((before, True), *shown.pieces, (behind, True))
            shown = replace(shown, text=phrase(evidence.words.quotation, text=shown.text), pieces=quoted)
        role = line(answer.role.text, answer.role.citations, evidence) if answer.role else None
        yield AnswerRow(human_date(answer.date, evidence.words) if answer.date else "", shown, role)
