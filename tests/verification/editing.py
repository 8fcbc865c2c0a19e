"""What an editor does to a Word file, in a notation of a line each.

replace "ships" "boats"       the first time that it stands in the body; words may lie in several runs
delete "Twelve ships left"    the paragraph that holds it
cut "on that day"             these words
add "The mayor resigned." after "Twelve ships"    a paragraph of its own; with `at end of` behind the sentence
copy "Twelve ships" after "The port"              a paragraph again
move "Twelve ships" after "The port"              a paragraph to another place
split "Twelve ships left"     a new paragraph begins behind it
merge "Twelve ships left"     its paragraph and the next become one
unnote "Twelve ships left"    its first note, or its first link to a source
renote "Twelve ships left" from "The port"        another passage's note besides
runs                          every word in a run of its own, with marks of spelling between them
track                         what follows is tracked and not accepted
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

CITED = re.compile(r"(source|passage)_\d[\d_]*")


def edited(document: bytes, *commands: str) -> bytes:
    """The Word file after these edits."""
    desk = Desk(Document(BytesIO(document)))
    for command in commands:
        name, *_ = command.split(maxsplit=1)
        getattr(desk, name)(*re.findall(r"“([^”]*)”|\"([^\"]*)\"", command), command)
    stream = BytesIO()
    desk.document.save(stream)
    return stream.getvalue()


Quoted = tuple[str, str]


class Desk:
    """A Word file that is being edited."""

    def __init__(self, document: WordFile) -> None:
        self.document = document
        self.body = document.element.body
        self.tracked = False
        for run in [*self.body.iter(qn("w:r"))]:
            one_by_one(run)

    def blocks(self) -> Iterator[BaseOxmlElement]:
        yield from self.body.iter(qn("w:p"))

    def block(self, words: str) -> BaseOxmlElement:
        """The first paragraph that holds words."""
        return next(block for block in self.blocks() if words in text_of(block))

    def replace(self, old: Quoted, new: Quoted, _command: str) -> None:
        change(self.block("".join(old)), "".join(old), "".join(new), tracked=self.tracked)

    def cut(self, words: Quoted, _command: str) -> None:
        change(self.block("".join(words)), "".join(words), "", tracked=self.tracked)

    def delete(self, words: Quoted, _command: str) -> None:
        block = self.block("".join(words))
        if self.tracked:
            for run in [*block.iter(qn("w:r"))]:
                strike(run)
        else:
            block.getparent().remove(block)

    def add(self, words: Quoted, place: Quoted, command: str) -> None:
        block = self.block("".join(place))
        run = OxmlElement("w:r")
        run.text = "".join(words)
        if "at end of" in command:
            run.text = f" {run.text}"
        else:
            fresh = OxmlElement("w:p")
            block.addnext(fresh)
            block = fresh
        block.append(run)
        if self.tracked:
            wrap(run, "w:ins")

    def copy(self, words: Quoted, place: Quoted, _command: str) -> None:
        self.block("".join(place)).addnext(deepcopy(self.block("".join(words))))

    def move(self, words: Quoted, place: Quoted, _command: str) -> None:
        block, there = self.block("".join(words)), self.block("".join(place))
        if self.tracked:
            for run in [*block.iter(qn("w:r"))]:
                wrap(run, "w:moveFrom")
            fresh = deepcopy(block)
            for moved in [*fresh.iter(qn("w:moveFrom"))]:
                moved.tag = qn("w:moveTo")
            there.addnext(fresh)
        else:
            there.addnext(block)

    def split(self, words: Quoted, _command: str) -> None:
        block = self.block("".join(words))
        first = parted(block, "".join(words))
        fresh = OxmlElement("w:p")
        for element in [*first.itersiblings()]:
            fresh.append(element)
        block.addnext(fresh)

    def merge(self, words: Quoted, _command: str) -> None:
        block = self.block("".join(words))
        other = block.getnext()
        for element in [one for one in other if one.tag != qn("w:pPr")]:
            block.append(element)
        other.getparent().remove(other)

    def unnote(self, words: Quoted, _command: str) -> None:
        note = next(notes_of(self.block("".join(words))))
        strike(note) if self.tracked and note.tag == qn("w:r") else note.getparent().remove(note)

    def renote(self, words: Quoted, other: Quoted, _command: str) -> None:
        *_, last = notes_of(self.block("".join(words)))
        last.addnext(deepcopy(next(notes_of(self.block("".join(other))))))

    def runs(self, _command: str) -> None:
        for text in [*self.body.iter(qn("w:t"))]:
            run = text.getparent()
            for word in re.findall(r"\S+\s*|\s+", text.text or "") if len(run.findall(qn("w:t"))) == 1 else ():
                fresh = deepcopy(run)
                fresh.text = word
                run.addprevious(fresh)
                run.addprevious(OxmlElement("w:proofErr", {qn("w:type"): "spellStart"}))
            if len(run.findall(qn("w:t"))) == 1:
                run.getparent().remove(run)

    def style(self, _command: str) -> None:
        for paragraph in self.document.paragraphs:
            for run in paragraph.runs:
                run.font.size, run.italic = Pt(13), True

    def quotes(self, _command: str) -> None:
        for text in self.body.iter(qn("w:t")):
            text.text = (text.text or "").translate(str.maketrans("’“”–", '\'""-'))

    def spaces(self, _command: str) -> None:
        for text in self.body.iter(qn("w:t")):
            text.text = (text.text or "").replace(" of ", " of\u00a0").replace(" the ", "  the ")

    def unmark(self, _command: str) -> None:
        for mark in [*self.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)

    def control(self, words: Quoted, _command: str) -> None:
        block = self.block("".join(words))
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        block.addprevious(control)
        control.append(content)
        content.append(block)

    def track(self, _command: str) -> None:
        self.tracked = True


def one_by_one(run: BaseOxmlElement) -> None:
    """Part a run that holds several things, such as a tab and a text."""
    for element in [one for one in run if one.tag != qn("w:rPr")][:-1]:
        fresh = deepcopy(run)
        for other in [one for one in fresh if one.tag != qn("w:rPr")]:
            fresh.remove(other)
        run.addprevious(fresh)
        fresh.append(element)


def text_of(block: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in block.iter(qn("w:t")))


def notes_of(block: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Its notes, or its links to sources."""
    for element in block.iter(qn("w:footnoteReference"), qn("w:hyperlink")):
        if element.tag == qn("w:footnoteReference"):
            yield element.getparent()
        elif CITED.fullmatch(element.get(qn("w:anchor"), "")):
            yield element


def change(block: BaseOxmlElement, old: str, new: str, *, tracked: bool) -> None:
    """Put words in the place of others, which may begin in one run and end in another."""
    last = parted(block, old)
    run = first = last
    texts = last.findall(qn("w:t"))
    held = "".join(text.text or "" for text in texts)
    while len(held) < len(old):
        run = previous_run(run)
        first, held = run, run.text + held
    before = held[: len(held) - len(old)]
    inner = [*between(first, last)]
    kept = deepcopy(first)
    kept.text = before
    fresh = deepcopy(first)
    fresh.text = new
    first.addprevious(kept)
    first.addprevious(fresh)
    if tracked:
        wrap(fresh, "w:ins")
        inner[0].text = inner[0].text[len(before) :]
        for run in inner:
            strike(run)
    else:
        for run in inner:
            run.getparent().remove(run)


def parted(block: BaseOxmlElement, words: str) -> BaseOxmlElement:
    """Part the run in which words end, and give the one that ends with them."""
    end, at = text_of(block).index(words) + len(words), 0
    for run in [*block.iter(qn("w:r"))]:
        text = "".join(one.text or "" for one in run.findall(qn("w:t")))
        if at < end <= at + len(text):
            if end < at + len(text):
                rest = deepcopy(run)
                rest.text, run.text = text[end - at :], text[: end - at]
                run.addnext(rest)
            return run
        at += len(text)
    raise ValueError(words)


def previous_run(run: BaseOxmlElement) -> BaseOxmlElement:
    return next(one for one in run.itersiblings(preceding=True) if one.tag == qn("w:r"))


def between(first: BaseOxmlElement, last: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield first
    while first is not last:
        first = next(one for one in first.itersiblings() if one.tag == qn("w:r"))
        yield first


def wrap(run: BaseOxmlElement, tag: str) -> None:
    mark = OxmlElement(tag, {qn("w:id"): "9000", qn("w:author"): "Editor"})
    run.addprevious(mark)
    mark.append(run)


def strike(run: BaseOxmlElement) -> None:
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")
    wrap(run, "w:del")
