"""Builds of generated collections, each in a process of its own, and how their cost grows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import log
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory

from benchmarks.generated import write
from benchmarks.scale.process import Cost, cost

LEVEL = 50
"""Documents from which on the growth is told: below, a build is mostly its start."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build of so many documents costs, in processor seconds by step; `after` is the MB held at its end."""

    documents: int
    steps: dict[str, float]
    after: float
    whole: Cost


def built(documents: int, workers: int) -> Build:
    """Generate so many documents, and make a brief of them."""
    with TemporaryDirectory() as place:
        sources = Path(place) / "sources"
        write(sources, documents)
        whole = cost("-m", "benchmarks.scale.steps", str(sources), f"{place}/brief", str(workers))
    told = json.loads(whole.printed)
    return Build(documents, told["seconds"], told["after"], whole)


def exponent(builds: Sequence[Build], step: str | None = None) -> float | None:
    """How the cost of a step, or of the whole, grows: 1 where twice the documents cost twice the time."""
    seconds = partial(_seconds, step)
    told = [(log(one.documents), log(seconds(one))) for one in builds if one.documents >= LEVEL and seconds(one)]
    return linear_regression(*zip(*told, strict=True)).slope if len(told) > 1 else None


def _seconds(step: str | None, build: Build) -> float:
    return build.steps[step] if step else build.whole.seconds
