"""Collections of any size about one invented event, the same for the same numbers.

`python -m benchmarks.generated 500 FOLDER` writes one as text files, for a build.

An event has facts: somebody's deed, with a thing, a place, a figure, a day and a circumstance. Some are told by many
documents, most by few (a Zipf law over as many facts as documents). Each telling picks its own words, order and
details, so that two of one fact are seldom equal. Between them stand sentences that no other document has. Their nouns
follow a Zipf law too, with a long tail of words that are made up, as the vocabulary of news grows with its length.
One document in five is a wire copy: an earlier one's sentences, cut short, with a few of its own.
"""

# ruff: noqa: INP001  what scripts import is no package
import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from briefing.model import Block, Document, Source

SENTENCES = 20
"""Sentences of a document: some 300 words, the length of a piece of news."""
HEADLINE = 8
"""Words of a title: those with which the document begins."""
PARAGRAPH = 3
"""Sentences of a paragraph."""
OWN = 0.3
"""Share of them that no other document tells."""
COPIES = 0.2
"""Share of the documents that are wire copies."""
ADDED = 0.7
"""Share of the sentences that add something which no other telling of the fact has."""
FLAT = 10
"""How slowly the frequency of facts falls: fact n is told as often as 1 / (n + FLAT)."""
NOUNS = 20_000
SYLLABLES = (
    "al", "bach", "bren", "cor", "dal", "dor", "eth", "fen", "ford", "gan", "gate", "hol", "holm", "ik", "is", "jor",
    "kel", "lin", "lom", "mar", "mund", "nes", "nor", "os", "ov", "pel", "rad", "rick", "sund", "tal", "ton", "ul",
)  # fmt: skip
ROLES = ("mayor", "minister", "spokesman", "judge", "engineer", "inspector", "governor", "director", "union leader")
DEEDS = (
    ("closed", "shut"), ("inspected", "examined"), ("promised to rebuild", "pledged to restore"),
    ("refused to sell", "would not part with"), ("sued the owners of", "took to court the owners of"),
    ("praised the crew of", "thanked the staff of"), ("evacuated", "cleared"), ("reopened", "opened again"),
    ("blamed a fault at", "found a defect at"), ("doubled the budget of", "gave twice the money to"),
    ("visited", "toured"), ("sold", "parted with"), ("insured", "took out a policy on"), ("searched", "combed"),
)  # fmt: skip
THINGS = (
    "bridge", "harbour", "hospital", "railway", "market", "reservoir", "school", "airport", "tunnel", "archive",
    "courthouse", "dairy", "shipyard", "stadium", "museum", "quarry", "depot", "theatre", "mill", "prison", "brewery",
    "lighthouse", "viaduct", "orchard", "barracks", "chapel",
)  # fmt: skip
KINDS = (
    "local",
    "busy",
    "new",
    "regional",
    "famous",
    "northern",
    "large",
    "former",
    "public",
    "private",
    "rural",
    "chief",
)
SUFFERED = ("were affected", "had to wait", "suffered", "were counted", "lost out", "stayed behind")
UNITS = ("workers", "families", "lorries", "tonnes of grain", "passengers", "houses", "patients", "barrels of oil")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LINKS = ("after", "because of", "despite", "before", "in spite of", "during")
ASIDES = ("with the help of", "to the surprise of", "as agreed with", "on the advice of", "against the will of")
FRAMES = (
    "{who}, the {role}, {deed} the {thing} of {place} {link} {why}.",
    "In {place}, {role} {who} {deed} the {thing} on {day}, and {number} {unit} {had}.",
    "{link} {why}, {who} {deed} the {place} {thing}, where {number} {unit} {had}.",
    "{who} {deed} the {thing} at {place} on {day} {link} {why}, the {role} said.",
    "The {role} said that {who} {deed} the {place} {thing} and that {number} {unit} {had}.",
    "On {day} {who} {deed} the {thing} in {place}.",
    "{number} {unit} {had} as the {role} {who} {deed} the {thing} near {place}.",
    "{why} led {who} to act, who {deed} the {place} {thing} on {day}.",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence tells; `deeds` are ways to say the same deed."""

    who: str
    role: str
    deeds: tuple[str, ...]
    thing: str
    place: str
    link: str
    why: str
    number: int
    unit: str
    day: str


def documents(count: int, seed: int = 0) -> list[Document]:
    """So many documents about one event."""
    return [_document(f"S{n}", sentences) for n, sentences in enumerate(stories(count, seed), start=1)]


def write(folder: Path, count: int, seed: int = 0) -> None:
    """The same as text files, each with a title and a date of September 2023."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, told in enumerate(stories(count, seed)):
        headline = " ".join(told[0].split()[:HEADLINE]).rstrip(",.")
        paragraphs = (" ".join(told[at : at + PARAGRAPH]) for at in range(0, len(told), PARAGRAPH))
        text = "\n\n".join((headline, f"Published: {n % 28 + 1} September 2023", *paragraphs))
        (folder / f"{n:06}.txt").write_text(f"{text}\n", encoding="utf-8")


def stories(count: int, seed: int = 0) -> list[list[str]]:
    """The sentences of so many documents."""
    random = Random(seed)  # noqa: S311  no secret is made here
    facts = [_fact(random) for _ in range(count + SENTENCES)]
    often = [*accumulate(1 / (n + FLAT) for n in range(len(facts)))]
    told: list[list[str]] = []
    for _ in range(count):
        copied = told and random.random() < COPIES
        told.append(_copy(random.choice(told), random) if copied else _story(facts, often, random))
    return told


def _story(facts: list[Fact], often: list[float], random: Random) -> list[str]:
    """Facts in their order, among sentences of the document's own."""
    shared = SENTENCES - int(OWN * SENTENCES)
    chosen = sorted(set(random.choices(range(len(facts)), cum_weights=often, k=shared)))
    return _with_own([_telling(facts[n], random) for n in chosen], random)


def _copy(told: list[str], random: Random) -> list[str]:
    return _with_own(told[: random.randrange(SENTENCES // 2, SENTENCES + 1)], random)


def _with_own(told: list[str], random: Random) -> list[str]:
    told = list(told)
    while len(told) < SENTENCES:
        told.insert(random.randrange(len(told) + 1), _telling(_fact(random), random))
    return told


def _fact(random: Random) -> Fact:
    return Fact(
        who=f"{_word(random.randrange(NOUNS)).title()} {_word(random.randrange(NOUNS)).title()}",
        role=random.choice(ROLES),
        deeds=random.choice(DEEDS),
        thing=random.choice(THINGS),
        place=_word(_rank(random)).title(),
        link=random.choice(LINKS),
        why=f"the {_word(_rank(random))} {_word(_rank(random))} of {_word(_rank(random)).title()}",
        number=random.randrange(13, 9900),
        unit=random.choice(UNITS),
        day=random.choice(DAYS),
    )


def _telling(fact: Fact, random: Random) -> str:
    """The fact in one of its wordings."""
    parts = {name: getattr(fact, name) for name in Fact.__slots__}
    parts |= {"deed": random.choice(fact.deeds), "thing": f"{random.choice(KINDS)} {fact.thing}"}
    parts |= {"role": f"{random.choice(KINDS)} {fact.role}", "had": random.choice(SUFFERED)}
    sentence = random.choice(FRAMES).format_map(parts)
    if random.random() < ADDED:
        sentence = f"{sentence[:-1]}, {random.choice(ASIDES)} {_word(_rank(random)).title()}."
    return sentence[0].upper() + sentence[1:]


def _rank(random: Random) -> int:
    """The rank of a noun by Zipf's law."""
    return int(NOUNS ** random.random()) - 1


def _word(rank: int) -> str:
    """The made-up noun of a rank: the more frequent, the shorter."""
    word = ""
    rank += len(SYLLABLES)
    while rank:
        rank, last = divmod(rank, len(SYLLABLES))
        word = SYLLABLES[last] + word
    return word


def _document(name: str, told: list[str]) -> Document:
    starts = [0, *accumulate(len(sentence) + 1 for sentence in told)]
    blocks = tuple(Block("paragraph", at, at + len(sentence)) for at, sentence in zip(starts, told, strict=False))
    return Document(Source(name, f"{name:0>8}.txt", f"{name:0>64}"), "\n".join(told), blocks)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
