"""Step 5, rendering: the brief as Markdown, for notes and wikis.

In: a `Brief`. Out: CommonMark with tables and footnotes. The footnotes are the
sources, by their numbers; readers that count footnotes anew come to the same
numbers, for these are in the order of first use.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from briefing.model import Brief
from briefing.render.languages import words_of
from briefing.render.markdown.text import as_heading, escaped, in_cell, quiet, strong
from briefing.render.view import (
    Actors,
    Annex,
    AnswerRow,
    Bullets,
    ChangeRow,
    Changes,
    Cite,
    Contact,
    DisagreementRow,
    Disagreements,
    EssentialRow,
    Essentials,
    Excerpt,
    Figures,
    Glossary,
    Line,
    Piece,
    Practice,
    Prose,
    Question,
    Quotes,
    Row,
    Rows,
    SectionView,
    SourceList,
    SourceRow,
    Timeline,
    View,
)
from briefing.render.viewing import view
from briefing.render.wording import phrase
from briefing.render.words import Words
from briefing.settings import Template


def render(brief: Brief, template: Template) -> bytes:
    """The brief as Markdown, UTF-8."""
    return "\n\n".join(_blocks(view(brief, words_of(template)))).encode() + b"\n"


def _blocks(shown: View) -> Iterator[str]:
    """What an empty line stands between."""
    yield from map(strong, shown.notices)
    yield f"# {as_heading(shown.title)}"
    yield _list(f"{strong(phrase(shown.words.named, name=name))} {escaped(value)}" for name, value in shown.facts)
    yield quiet(shown.words.note)
    for section in shown.sections:
        yield from _section(section, shown.words)
    yield quiet(shown.signature)


def _section(section: SectionView, words: Words) -> Iterator[str]:
    yield f"## {as_heading(section.heading)}"
    if section.body is not None:
        yield from _SETTERS[type(section.body)](section.body, words)
    elif not section.differences:
        yield quiet(words.nothing)
    if section.differences:
        yield quiet(words.differing)
        yield from _differences(section.differences)


def _bullets(body: Bullets, _words: Words) -> Iterator[str]:
    yield _list(map(_line, body.lines))


def _prose(body: Prose, _words: Words) -> Iterator[str]:
    for lines in body.paragraphs:
        yield " ".join(map(_line, lines))


def _essentials(body: Essentials, words: Words) -> Iterator[str]:
    yield _list(f"{strong(phrase(words.named, name=row.question))} {_answered(row, words)}" for row in body.rows)


def _answered(row: EssentialRow, words: Words) -> str:
    answers = words.between.join(map(_answer, row.answers)) or quiet(words.not_stated)
    return f"{answers} {quiet(row.remark)}" if row.remark else answers


def _answer(row: AnswerRow) -> str:
    return ", ".join(
        [*([escaped(row.when)] if row.when else []), _line(row.line), *([_line(row.role)] if row.role else [])]
    )


def _quotes(body: Quotes, _words: Words) -> Iterator[str]:
    for row in body.rows:
        speaker = strong(row.speaker) if row.named else quiet(row.speaker)
        yield f"{speaker}, {_line(row.role)}" if row.role else speaker
        yield from (f"> {_line(line)}" for line in row.lines)


def _contact(body: Contact, _words: Words) -> Iterator[str]:
    yield _list(map(escaped, body.lines))


def _actors(body: Actors, words: Words) -> Iterator[str]:
    rows = [words.actors, ["---"] * len(words.actors)]
    for row in body.rows:
        also = f" {words.also} {escaped(row.aliases)}" if row.aliases else ""
        role = _line(row.role) if row.role else quiet(words.not_stated)
        rows.append([strong(row.name) + also, row.kind, role, _numbers(row.cites)])
    yield "\n".join(f"| {' | '.join(map(in_cell, cells))} |" for cells in rows)
    yield from _more(body.more)


def _timeline(body: Timeline, words: Words) -> Iterator[str]:
    rows = ((strong if row.resolved else quiet, phrase(words.named, name=row.when), row.line) for row in body.rows)
    yield _list(f"{set_(when)} {_line(line)}" for set_, when, line in rows)
    yield from _more(body.more)


def _figures(body: Figures, words: Words) -> Iterator[str]:
    rows = [words.figures, ["---"] * len(words.figures)]
    for row in body.rows:
        for place, one in enumerate(row.counts):
            rows.append(["" if place else strong(row.about), _line(one.line), escaped(one.published)])
    yield "\n".join(f"| {' | '.join(map(in_cell, cells))} |" for cells in rows)
    yield from _more(body.more)


def _disagreements(body: Disagreements, _words: Words) -> Iterator[str]:
    yield from _differences(body.rows)
    yield from _more(body.more)


def _differences(rows: Iterable[DisagreementRow]) -> Iterator[str]:
    for row in rows:
        yield f"### {escaped(row.about)} · {as_heading(row.kind)}"
        if row.versions:
            yield _list(map(_line, row.versions))


def _glossary(body: Glossary, _words: Words) -> Iterator[str]:
    yield _list(f"{strong(row.name)} {' · '.join(map(_line, row.told))}" for row in body.rows)
    yield from _more(body.more)


def _practice(body: Practice, words: Words) -> Iterator[str]:
    if body.dates:
        yield quiet(words.practice[0])
        yield _list(map(_question, body.dates))
    if body.gaps:
        yield f"### {words.gaps}"
        yield _list(map(_question, body.gaps))
    yield f"### {words.answers}"
    yield " ".join(f"{strong(one.letter)} {_line(one.answer)}" for one in body.questions)


def _question(question: Question) -> str:
    return f"{strong(question.letter)} {escaped(question.text)}"


def _changes(body: Changes, words: Words) -> Iterator[str]:
    yield quiet(body.since)
    if body.rows:
        yield _list(_change(row, words) for row in body.rows)
    yield from _more(body.more)


def _change(row: ChangeRow, words: Words) -> str:
    before = f" {quiet(words.before)} {_line(row.before)}" if row.before else ""
    return f"{strong(row.kind)} {words.between.join(map(_line, row.lines))}{before}"


def _rows(body: Rows, _words: Words) -> Iterator[str]:
    yield _list(map(_row, body.rows))
    yield from _more(body.more)


def _row(row: Row) -> str:
    said = " / ".join(map(_line, row.lines))
    named = f"· {_numbers(row.cites)}" if row.cites else ""
    return " ".join(part for part in (quiet(row.name) if row.quiet else strong(row.name), said, named) if part)


def _more(more: str) -> Iterator[str]:
    if more:
        yield quiet(more)


def _sources(body: SourceList, words: Words) -> Iterator[str]:
    """Cited sources as footnotes, which readers of Markdown put at the very end."""
    if body.grading:
        yield quiet(body.grading)
    if body.cited:
        yield quiet(words.footnotes)
    for row in body.cited:
        yield f"[^{row.number}]: {_source(row, words)}"
    yield from _more(body.more)
    if body.uncited:
        yield f"### {words.uncited}"
        yield _list(_source(row, words) for row in body.uncited)
    if body.skipped:
        yield f"### {words.skipped}"
        if body.aside:
            yield escaped(body.aside)
        yield _list(escaped(f"{file.path} · {file.reason}") for file in body.skipped)


def _source(row: SourceRow, words: Words) -> str:
    quoted = [f"{passage.at.mark(words)} {passage.words}" for passage in row.passages]
    told = [*row.imprint, *row.remarks, *([f"{words.quoted} {words.between.join(quoted)}"] if quoted else [])]
    address = [f"<{row.link}>" if row.link else escaped(row.address)] if row.address else []
    return " · ".join([strong(row.title) if row.titled else escaped(row.title), *map(escaped, told), *address])


def _annex(body: Annex, words: Words) -> Iterator[str]:
    for source in body.sources:
        yield f"### {source.number} · {as_heading(source.title)}"
        yield escaped(" · ".join(source.imprint))
        yield from (_excerpt(excerpt, words) for excerpt in source.excerpts)


def _excerpt(excerpt: Excerpt, words: Words) -> str:
    """A paragraph as a quotation, in italics what stands around the passages; not where one begins within a word."""
    apart = all(one.text[-1].isspace() or next_.text[0].isspace() for one, next_ in pairwise(excerpt.pieces))
    text = "".join(map(_piece, excerpt.pieces)) if apart else escaped("".join(piece.text for piece in excerpt.pieces))
    return f"> {excerpt.at.mark(words)} {text}"


def _piece(piece: Piece) -> str:
    if piece.anchor:
        return escaped(piece.text)
    inner = piece.text.strip()
    return piece.text.replace(inner, quiet(inner)) if inner else piece.text


_SETTERS: Mapping[type, Callable[[Any, Words], Iterator[str]]] = {
    Bullets: _bullets,
    Prose: _prose,
    Essentials: _essentials,
    Quotes: _quotes,
    Actors: _actors,
    Timeline: _timeline,
    Figures: _figures,
    Disagreements: _disagreements,
    Glossary: _glossary,
    Practice: _practice,
    Changes: _changes,
    Rows: _rows,
    SourceList: _sources,
    Annex: _annex,
    Contact: _contact,
}


def _line(line: Line) -> str:
    words = escaped(line.text)
    if line.cites:
        # A bracket before a footnote would make the two a link.
        words = (rf"{words[:-1]}\]" if words.endswith("]") else words) + _behind(line.cites)
    return " ".join([*([strong(line.label)] if line.label else []), words, *map(quiet, line.marks)])


def _behind(cites: Iterable[Cite]) -> str:
    """The numbers directly behind a sentence; only a parenthesis needs a space."""
    numbers = _numbers(cites)
    return f" {numbers}" if numbers.startswith("(") else numbers


def _numbers(cites: Iterable[Cite]) -> str:
    """The footnotes; in parentheses those of sources that state a part."""
    return " ".join(f"([^{cite.number}])" if cite.part else f"[^{cite.number}]" for cite in cites)


def _list(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)
