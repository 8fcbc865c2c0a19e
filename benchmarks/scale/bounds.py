"""The bounds that the program keeps to, each with what is measured.

A row is "ok" or "short"; one that needs a size which was not asked for says so.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.scale.builds import Build, exponent
from benchmarks.scale.process import Cost, cost

SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 3
"""Of which the middle one counts."""
SENTENCES = 3000
LARGE = 5000
"""Documents."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What is bounded, in which unit, how much it is and how much it may be; `least` where more is better."""

    name: str
    unit: str
    measured: float | None
    bound: float
    least: bool = False

    @property
    def verdict(self) -> str:
        """Whether it is kept."""
        if self.measured is None:
            return "not measured"
        kept = self.measured >= self.bound if self.least else self.measured <= self.bound
        return "ok" if kept else "short"


@dataclass(frozen=True, slots=True)
class Ranking:
    """What ranking so many sentences costs: processor seconds, and MB."""

    ranker: str
    seconds: float
    memory: float


def rankings(sentences: int, *rankers: str) -> list[Ranking]:
    """What the rankers cost on the same sentences, each in a process of its own."""
    with TemporaryDirectory() as place:
        file = f"{place}/statements"
        cost("-m", "benchmarks.scale.ranking", file, "make", str(sentences))
        told = [json.loads(cost("-m", "benchmarks.scale.ranking", file, name).printed) for name in rankers]
    return [Ranking(name, one["seconds"], one["memory"]) for name, one in zip(rankers, told, strict=True)]


def bounds(builds: Sequence[Build], ours: Ranking, theirs: Ranking) -> Iterator[Bound]:
    """All bounds, in the order of the table."""
    yield Bound("`briefing --help`", "s of processor time", _start(), 0.25)
    cold, warm = _seeds()
    yield Bound("the samples as PDF, DOCX and JSON, nothing kept", "s of processor time", cold, 4.0)
    yield Bound("the same again", "s of processor time", warm, 2.5)
    faster = theirs.seconds / max(ours.seconds, 0.01)
    yield Bound(f"{SENTENCES:,} sentences ranked, beside LexRank", "times faster", faster, 100, least=True)
    yield Bound("the same, memory", "of LexRank's", ours.memory / theirs.memory, 0.1)
    yield Bound("growth of a build without layout", "as exponent", exponent(builds), 1.15)
    large = next((one.whole for one in builds if one.documents == LARGE), None)
    yield Bound(f"{LARGE:,} documents", "min", large.wall / 60 if large else None, 12)
    yield Bound("the same, memory", "GB", large.peak / 1024 if large else None, 4)


def _start() -> float:
    return median(cost("-m", "briefing", "--help").seconds for _ in range(RUNS))


def _seeds() -> tuple[float, float]:
    """A first build and a second, in processor seconds."""
    pairs = [_twice() for _ in range(RUNS)]
    first, second = (median(one.seconds for one in runs) for runs in zip(*pairs, strict=True))
    return first, second


def _twice() -> tuple[Cost, Cost]:
    with TemporaryDirectory() as place:
        arguments = ("-m", "briefing", "build", str(SEEDS), "--output", f"{place}/brief", "--quiet")
        formats = ("--format", "pdf", "--format", "docx", "--format", "json")
        env = {"XDG_CACHE_HOME": f"{place}/cache"}
        return cost(*arguments, *formats, env=env), cost(*arguments, *formats, env=env)
