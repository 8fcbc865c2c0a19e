"""The figures below which merging must not fall, in `floor.toml`: `{"collections": {"seeds": {"recall": 0.8}}}`."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

FILE = Path(__file__).parent / "floor.toml"
TOLERANCE = 0.005
"""A figure may be this much worse, since a last digit proves nothing."""
LESS_IS_BETTER = frozenset({"bad", "redundancy", "unknown"})

Figures = Mapping[str, Mapping[str, Mapping[str, float]]]
"""By table, row and name."""

HEAD = """\
# What `make quality` must reach, checked by tests/merge/test_merge_quality.py; docs/quality.md explains the figures.
# Written by `python -m benchmarks.quality --pin`: raising it is a commit, lowering it takes a commit that says why.
"""


def pinned() -> Figures:
    """The floor."""
    return tomllib.loads(FILE.read_text("utf-8"))


def pin(figures: Figures) -> None:
    """Make these figures the floor."""
    FILE.write_text(HEAD + "".join(_tables(figures)), "utf-8")


def _tables(figures: Figures) -> Iterator[str]:
    for table, rows in figures.items():
        for row, values in rows.items():
            yield f'\n[{table}."{row}"]\n'
            yield from (f"{name} = {round(value, 3)}\n" for name, value in values.items())


def below(figures: Figures, floor: Figures) -> list[str]:
    """What has fallen, and what has no floor yet, a sentence each."""
    return [
        said
        for table, rows in figures.items()
        for row, values in rows.items()
        for name, value in values.items()
        if (said := _fallen(f"{table}, {row}, {name}", name, value, floor.get(table, {}).get(row, {}).get(name)))
    ]


def _fallen(which: str, name: str, value: float, least: float | None) -> str | None:
    if least is None:
        return f"{which} has no floor; pin it with `python -m benchmarks.quality --pin`."
    worse = value - least if name in LESS_IS_BETTER else least - value
    return f"{which} is {value:.3f}, and was {least:.3f}." if worse > TOLERANCE else None
