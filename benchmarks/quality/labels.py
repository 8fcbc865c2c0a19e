"""How good the labels before sentences are: sentences with labels that an editor would put, and others that none would.

`labels.txt` says at its head how they are written. A label is good, bad, in between, or there is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.collection import SETS, Collection, FaultyError
from briefing import language
from briefing.compose.labels import labels
from briefing.model import Block, Document, Sentence, Source, Statement, Support

FILE = Path(__file__).parent / "labels.txt"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with the labels that are good and those that are bad, in lower case."""

    text: str
    good: frozenset[str]
    bad: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """Labelled sentences of one text of ours, or of a collection if the name is one's."""

    set: str
    name: str
    sentences: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence and the label that the program gives it."""

    sentence: Labelled
    label: str | None

    @property
    def verdict(self) -> str:
        """`good`, `bad`, `fair` or `none`."""
        if self.label is None:
            return "none"
        given = self.label.casefold()
        return "good" if given in self.sentence.good else "bad" if given in self.sentence.bad else "fair"


def read(text: str) -> list[Text]:
    """The labelled texts.

    Raises:
        FaultyError: a text is of no set, or a sentence has no good label or none that is bad.
    """
    return [_text(part) for part in text.split("\n== ")[1:]]


def _text(part: str) -> Text:
    head, *lines = (line for line in part.splitlines() if line and not line.startswith("#"))
    set_, name = head.split(", ", 1)
    sentences = tuple(_sentence(*lines[n : n + 3]) for n in range(0, len(lines), 3))
    if set_ not in SETS:
        raise FaultyError(f"“{set_}” is no set; {' and '.join(SETS)} are.")
    return Text(set_, name, sentences)


def _sentence(text: str, good: str, bad: str) -> Labelled:
    if not (good.startswith("+ ") and bad.startswith("- ")):
        raise FaultyError(f"“{text}” needs a line “+ …” of good labels and a line “- …” of bad ones behind it.")
    return Labelled(text, _labels(good), _labels(bad))


def _labels(line: str) -> frozenset[str]:
    return frozenset(label.strip().casefold() for label in line[2:].split(" | "))


def judged(text: Text, collections: Mapping[str, Collection]) -> Iterator[Judged]:
    """What the program makes of the sentences of a text; each is labelled for itself."""
    ours = not text.name.startswith("@")
    documents = (_document(text),) if ours else collections[text.name[1:]].documents
    told = {sentence.text: _statement(sentence) for sentence in language.analyse(documents)}
    for sentence in text.sentences:
        if sentence.text not in told:
            raise FaultyError(f"“{sentence.text}” is no sentence of {text.name}.")
        (label,) = labels([told[sentence.text]], told.values())
        yield Judged(sentence, label)


def _document(text: Text) -> Document:
    """A text as one document, a sentence a paragraph."""
    whole, blocks = "", []
    for sentence in text.sentences:
        blocks.append(Block("paragraph", len(whole), len(whole) + len(sentence.text)))
        whole += sentence.text + "\n"
    return Document(Source("S1", "labels.txt", "", published="2024-06-01"), whole, tuple(blocks))


def _statement(sentence: Sentence) -> Statement:
    return Statement(replace(sentence, label=None), (Support(sentence, sentence.span),))


def figures(found: Mapping[Text, list[Judged]]) -> dict[str, dict[str, float]]:
    """For each set the share of good labels, of those in between, of none, and of bad ones."""
    rows = {}
    for name in SETS:
        verdicts = [one.verdict for text, sentences in found.items() if text.set == name for one in sentences]
        shares = {verdict: verdicts.count(verdict) / len(verdicts) for verdict in ("good", "bad")}
        rows[name] = {"sentences": len(verdicts), **shares}
    return rows
