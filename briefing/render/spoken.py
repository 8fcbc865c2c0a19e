"""Step 5, rendering: who says what, and who, what, when and where.

In: what a `Brief` holds of them, and how a line is made. Out: the rows that are shown.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.model import Answer, Essential, Item, Role
from briefing.render.view import AnswerRow, EssentialRow, Essentials, Line, Quotes, Speech
from briefing.render.wording import human_date, phrase, plain
from briefing.render.words import Words

ItemLine = Callable[[Item], Line]
WordsLine = Callable[[Role | Answer], Line]


def quotes(items: Sequence[Item], line_of: ItemLine, words_of: WordsLine, words: Words) -> Quotes | None:
    """The words of each speaker who has some."""
    rows = []
    for speaker, group in groupby(items, key=lambda item: item.speaker):
        said = tuple(group)
        name, role = plain(speaker or words.unnamed), said[0].role
        lines = tuple(line_of(_unmarked(item)) for item in said)
        rows.append(
            Speech(
                name[:1].upper() + name[1:],
                speaker is not None,
                words_of(role) if role else None,
                lines,
                lines[0].language if speaker else "",
            )
        )
    return Quotes(tuple(rows)) if rows else None


def _unmarked(item: Item) -> Item:
    """The item without what its place says: that it is a quotation, and whose."""
    return replace(item, speaker=None, nature="fact" if item.nature == "quote" else item.nature)


def essentials(
    told: Sequence[Essential], items: Sequence[Item], line_of: ItemLine, words_of: WordsLine, words: Words
) -> Essentials | None:
    """A row for each question; what happened stands behind who was part of it."""
    if not items:
        return None
    who, what, when, where = words.essentials
    names = {"who": who, "when": when, "where": where}
    rows = [
        EssentialRow(
            names[one.question],
            tuple(_answers(one, words_of, words)),
            f"[{words.answers_differ}]" if one.differing else "",
        )
        for one in told
    ]
    rows.insert(1, EssentialRow(what, tuple(AnswerRow("", line_of(item)) for item in items)))
    return Essentials(tuple(rows))


def _answers(essential: Essential, words_of: WordsLine, words: Words) -> Iterator[AnswerRow]:
    for answer in essential.answers:
        line = replace(words_of(answer), marks=())
        if answer.date:
            before, _, behind = words.quotation.partition("{text}")
            quoted = ((before, True), *line.pieces, (behind, True))
            line = replace(line, text=phrase(words.quotation, text=line.text), pieces=quoted)
        when = human_date(answer.date, words) if answer.date else ""
        yield AnswerRow(when, line, words_of(answer.role) if answer.role else None)
