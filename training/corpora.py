"""Training, step 3: the corpora as published, read into samples.

Enters: the folder that holds them. Leaves: samples in the order of the files.
Each reader knows one corpus: its format, its labels and what it leaves out.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby, takewhile
from operator import itemgetter
from pathlib import Path

from training import gum
from training.policy import is_date, is_event, is_name, is_office, other, settled, states, trimmed, unofficial
from training.samples import UNCLEAR, Mark, Sample, overlap, spaced, spaces_between

CROSSNER = {
    "PERSON": "person politician writer scientist researcher musicalartist",
    "ORG": "organisation politicalparty university band",
    "LOC": "country location",
    "EVENT": "election event",
    "other": "misc award conference",
    "MISC": "book poem song album algorithm product programlang metrics",
    UNCLEAR: "magazine academicjournal astronomicalobject chemicalcompound protein enzyme chemicalelement theory",
}
CROSSNER_LABEL = {fine: label for label, names in CROSSNER.items() for fine in names.split()}
RE3D_LABEL = {"Organisation": "ORG", "Location": "LOC", "Person": "PERSON", "Nationality": "NORP"}
RE3D_THING = frozenset({"Weapon", "Vehicle", "MilitaryPlatform", "DocumentReference"})
RE3D_NO_NAME = frozenset({"Temporal", "Quantity", "Money", "Frequency"})
PRONOUNS = frozenset(
    {"he", "her", "him", "his", "i", "it", "its", "our", "she", "their", "them", "they", "us", "we", "you", "your"}
)
REDOCRED_LABEL = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
PARAGRAPH = re.compile(r"[^\n]+")
SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[A-Z\"“])")


def label_marks(places: list[tuple[int, int]], tags: list[str]) -> list[Mark]:
    """The marks of IOB, IOB2 or IO tags."""
    marks: list[Mark] = []
    inside = "O"
    for (start, end), tag in zip(places, tags, strict=True):
        kind, _, label = tag.partition("-")
        if label in {"", "O"}:
            inside = "O"
        elif kind == "I" and inside == label:
            marks[-1] = Mark(marks[-1].start, end, label)
        else:
            marks.append(Mark(start, end, label))
            inside = label
    return marks


def relabelled(text: str, marks: list[Mark], label_of: Callable[[str, str], str | None]) -> tuple[Mark, ...]:
    """The marks under our labels; those that get none are no names."""
    named = [(mark, label_of(text[mark.start : mark.end], mark.label)) for mark in marks]
    return settled(text, [Mark(mark.start, mark.end, label) for mark, label in named if label])


def columns(path: Path, separator: str | None = None) -> Iterator[list[list[str]]]:
    """The sentences of a file of columns, each a list of rows; comment lines are rows that begin with "#"."""
    lines = path.read_text("utf-8").splitlines()
    for is_text, group in groupby(lines, key=lambda line: bool(line.strip())):
        if is_text:
            yield [line.split(separator) for line in group]


def crossner(path: Path) -> Iterator[Sample]:
    """CrossNER: sentences of an encyclopedia in one field, no documents."""
    for number, rows in enumerate(columns(path, "\t")):
        words, tags = [row[0] for row in rows], [row[1].strip() for row in rows]
        text, places = spaced(words, spaces_between(words))
        marks = relabelled(text, label_marks(places, tags), _crossner_label)
        yield Sample(text, marks, f"crossner_{path.stem}", f"{path.stem}-{number}")


def _crossner_label(passage: str, fine: str) -> str | None:
    label = CROSSNER_LABEL.get(fine)
    if label == "other":
        return other(passage) if any(letter.isupper() for letter in passage) else None
    if label in {"MISC", None, UNCLEAR} and not any(letter.isupper() for letter in passage):
        return None
    return label or UNCLEAR


def wikigold(path: Path) -> Iterator[Sample]:
    """WikiGold: articles of an encyclopedia, IO tags."""
    article = 0
    for rows in columns(path):
        if rows[0][0] == "-DOCSTART-":
            article += 1
            continue
        words, tags = [row[0] for row in rows], [row[1] for row in rows]
        text, places = spaced(words, spaces_between(words))
        marks = relabelled(text, label_marks(places, tags), _wikigold_label)
        yield Sample(text, marks, "wikigold", f"wikigold-{article}")


def _wikigold_label(passage: str, label: str) -> str:
    return other(passage) if label == "MISC" else {"PER": "PERSON"}.get(label, label)


def redocred(path: Path) -> Iterator[Sample]:
    """Re-DocRED: paragraphs of an encyclopedia with the mentions of each entity."""
    for document in json.loads(path.read_text("utf-8")):
        for number, words in enumerate(document["sents"]):
            text, places = spaced(words, spaces_between(words))
            mentions = [m for entity in document["vertexSet"] for m in entity if m["sent_id"] == number]
            told = [Mark(places[m["pos"][0]][0], places[m["pos"][1] - 1][1], m["type"]) for m in mentions]
            marks = relabelled(text, told, _redocred_label)
            yield Sample(text, marks, f"redocred_{path.stem}", f"{path.stem}-{document['title']}")


def _redocred_label(passage: str, label: str) -> str | None:
    if label in {"TIME", "NUM"}:
        return None
    return other(passage) if label == "MISC" else REDOCRED_LABEL[label]


def re3d(path: Path) -> Iterator[Sample]:
    """re3d: reports on a conflict. It marks nominal mentions too ("the camp"), which are no names."""
    documents = [json.loads(line) for line in (path / "documents.json").read_text("utf-8").splitlines()]
    entities = [json.loads(line) for line in (path / "entities.json").read_text("utf-8").splitlines()]
    for document in documents:
        text = document["text"]
        told = [Mark(e["begin"], e["end"], e["type"]) for e in entities if e["documentId"] == document["_id"]]
        people = [mark for mark in (unofficial(text, one) for one in told if one.label == "Person") if mark]
        others = [one for one in told if one.label != "Person" and not any(overlap(one, person) for person in people)]
        marks = relabelled(text, [*people, *others], _re3d_label)
        yield from cut(text, marks, "re3d", f"re3d-{document['_id']}")


def _re3d_label(passage: str, label: str) -> str | None:
    bare = trimmed(passage, Mark(0, len(passage), "PERSON"))
    name = passage[bare.start : bare.end]
    if label == "Organisation" and name in states():
        return "LOC"
    if label in RE3D_NO_NAME or not any(letter.isupper() for letter in name) or name.lower() in PRONOUNS:
        return None
    if label in RE3D_THING:
        return other(name)
    return RE3D_LABEL.get(label, UNCLEAR) if is_name(name) and "," not in name else UNCLEAR


def cut(text: str, marks: tuple[Mark, ...], corpus: str, document: str) -> Iterator[Sample]:
    """A text sentence by sentence; no mark is cut."""
    for paragraph in PARAGRAPH.finditer(text):
        ends = [m.end() + paragraph.start() for m in SENTENCE.finditer(paragraph[0])] + [paragraph.end()]
        start = paragraph.start()
        for end in ends:
            if any(mark.start < end < mark.end for mark in marks) and end != paragraph.end():
                continue
            inside = [Mark(m.start - start, m.end - start, m.label) for m in marks if start <= m.start and m.end <= end]
            if text[start:end].strip():
                sentence = text[start:end].rstrip()
                yield Sample(sentence, tuple(inside), corpus, document)
            start = end


def uner(path: Path, treebank: Path) -> Iterator[Sample]:
    """Universal NER: PER, ORG and LOC over a treebank, whose tags tell which other words are proper names."""
    proper = _proper(treebank)
    document = ""
    for number, rows in enumerate(columns(path, "\t"), start=1):
        said = {row[0].split(" = ")[0]: row[0].partition(" = ")[2] for row in takewhile(_is_comment, rows)}
        document = said.get("# newdoc id", document)
        words = [row for row in rows if not _is_comment(row)]
        text = said["# text"]
        places = located(text, [row[1] for row in words])
        tagged = label_marks(places, [row[2] for row in words])
        marks = [Mark(mark.start, mark.end, _uner_label(text[mark.start : mark.end], mark.label)) for mark in tagged]
        marks += _unsaid(text, places, proper.get(text, []), marks)
        name = f"uner_{path.parent.name.removeprefix('uner_')}_{path.stem}"
        yield Sample(text, settled(text, marks), name, document or f"{path.stem}-{number}")


def _uner_label(passage: str, label: str) -> str:
    return other(passage) if label == "OTH" else {"PER": "PERSON"}.get(label, label)


def _is_comment(row: list[str]) -> bool:
    return row[0].startswith("#") and not row[0][1:].isdigit() and len(row) == 1


def located(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where each word stands in the text."""
    places, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        places.append((start, at))
    return places


def _proper(treebank: Path) -> dict[str, list[bool]]:
    """Which words of each sentence of a treebank are proper names."""
    found = {}
    for rows in columns(treebank, "\t"):
        text = next(row[0] for row in rows if row[0].startswith("# text = ")).removeprefix("# text = ")
        found[text] = [row[4] in {"NNP", "NNPS"} for row in rows if len(row) > 4 and row[0].isdigit()]
    return found


def _unsaid(text: str, places: list[tuple[int, int]], proper: list[bool], marks: list[Mark]) -> Iterator[Mark]:
    """Runs of proper names without a label: works, events, products. What stands at a name is its title."""
    if len(proper) != len(places):
        return
    for is_proper, group in groupby(zip(places, proper, strict=True), key=itemgetter(1)):
        run = [place for place, _ in group]
        start, end = run[0][0], run[-1][1]
        passage = text[start:end]
        beside = any(start - 1 <= mark.end and mark.start <= end + 1 for mark in marks)
        if is_proper and not beside and not (is_date(passage) or is_office(passage)):
            yield Mark(start, end, "EVENT" if is_event(passage) and len(run) > 1 else "MISC")


def read(folder: Path) -> dict[str, list[Sample]]:
    """All corpora that names are learnt from and tested on, by name."""
    found: dict[str, list[Sample]] = {}
    for path in sorted((folder / "crossner").glob("*.txt")):
        found[f"crossner_{path.stem}"] = list(crossner(path))
    for path in sorted((folder / "redocred").glob("*.json")):
        found[f"redocred_{path.stem}"] = list(redocred(path))
    found["wikigold"] = list(wikigold(folder / "wikigold/wikigold.txt"))
    found["re3d"] = [sample for path in sorted((folder / "re3d").iterdir()) for sample in re3d(path)]
    for part in ("train", "dev", "test"):
        found[f"uner_ewt_{part}"] = list(uner(folder / f"uner_ewt/{part}.iob2", folder / f"ud_ewt/{part}.conllu"))
        found[f"gum_{part}"] = list(gum.read(folder / f"ud_gum_open/{part}.conllu"))
    found["uner_pud"] = list(uner(folder / "uner_pud/test.iob2", folder / "ud_pud/test.conllu"))
    return found
