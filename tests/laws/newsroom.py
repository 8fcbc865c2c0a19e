"""Collections of news-like sources, made up by hypothesis.

All sources of a collection tell of one event: they draw on the same few people, towns and facts, each fact in
one of several wordings, some with other numbers or dates. Between them stand titles, headings, bullets, lines
that are no text, and whatever Unicode holds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

FACTS = (
    (
        "The {river} river burst its banks on {day} and flooded the old town of {town}.",
        "{town}'s old town was flooded on {day} after the {river} river burst its banks.",
    ),
    (
        "At least {number} people were killed in {town}, the mayor, {person}, said.",
        "The mayor, {person}, said at least {number} people had died in {town}.",
    ),
    (
        "“We will rebuild {town},” said the finance minister, {person}.",
        "The finance minister, {person}, promised to rebuild {town}.",
    ),
    (
        "The Varda River Union (VRU) shall pay {number} million dollars to the towns.",
        "Under the charter of the VRU, the towns must get {number} million dollars.",
    ),
    (
        "The dam above {town} was built in {year} and has leaked since.",
        "Built in {year}, the dam above {town} has leaked ever since.",
    ),
    (
        "It was gathered that the bridge of {town} is closed to lorries.",
        "However, lorries may no longer use the bridge of {town}.",
    ),
    (
        "The mayor signed the Varda Charter. This charter [sic] binds the towns; it cost {number} million dollars.",
        "However, the water rose again on {day}. It destroyed {number} houses in {town} [map].",
    ),
    ("He fears that it may rain again.", "Rain is expected to return by {day}, forecasters warned."),
)
SLOTS = {
    "river": st.sampled_from(["Varda", "Orle"]),
    "town": st.sampled_from(["Lipnik", "Gravna"]),
    "person": st.sampled_from(["Ivan Petrov", "Iwan Petrow", "Ana Lovric", "Petrov"]),
    "day": st.sampled_from(["Tuesday", "30 April 2024", "May 1", "the spring of 2023"]),
    "number": st.sampled_from(["12", "17", "three", "1,200", "2.5"]),
    "year": st.integers(1890, 2019).map(str),
}
NOISE = st.sampled_from(
    [
        "ADVERTISEMENT",
        "READ ALSO: Ten lakes to see before you die",
        "Home | World | Sport",
        "Published: 3 May 2024",
        "What happened?",
        "- Free Passage: The lock of Gravna is open to all boats.",
        "LIPNIK, May 2 (Wire) - Rescuers went home.",
        "Les secours ont quitté la ville de Lipnik mardi soir, a déclaré le maire.",
        "Leave a comment",
        "",
    ]
)


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    wording = draw(st.sampled_from(draw(st.sampled_from(FACTS))))
    return wording.format(**{slot: draw(values) for slot, values in SLOTS.items() if f"{{{slot}}}" in wording})


PARAGRAPHS = st.lists(_sentences(), min_size=1, max_size=3).map(" ".join)
LINES = st.one_of(
    PARAGRAPHS, PARAGRAPHS, NOISE, st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=60)
)
SOURCES = st.builds(
    "\n".join, st.tuples(st.just("Flood in the valley"), PARAGRAPHS, st.lists(LINES, max_size=6).map("\n".join))
)
COLLECTIONS = st.lists(SOURCES, min_size=1, max_size=4)


@contextmanager
def folder_of(collection: list[str]) -> Iterator[Path]:
    """A folder with a file for each source, for as long as it is needed."""
    with TemporaryDirectory() as name:
        folder = Path(name, "valley")
        folder.mkdir()
        for n, text in enumerate(collection):
            (folder / f"{n}.txt").write_text(text, "utf-8", newline="")
        yield folder
