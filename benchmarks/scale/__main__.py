"""Print what a brief costs at any size, and whether the bounds are kept, as Markdown.

`python -m benchmarks.scale [DOCUMENTS ...] [--workers N]`; 5,000 documents take many minutes, and so have to be named.
"""

# ruff: noqa: T201  it prints
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from itertools import pairwise

from benchmarks.generated import SENTENCES
from benchmarks.scale.bounds import SENTENCES as MANY
from benchmarks.scale.bounds import bounds, rankings
from benchmarks.scale.builds import Build, built, exponent
from benchmarks.scale.machine import machine
from benchmarks.scale.steps import STEPS
from briefing.compose.rankers import OURS

SIZES = (5, 50, 500)
THEIRS = ("lexrank", "textrank")
"""What a user would pick instead. They only rank; beyond MANY sentences their square of comparisons takes too long."""


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser("python -m benchmarks.scale", description=__doc__.splitlines()[0])
    parser.add_argument("documents", nargs="*", type=int, default=SIZES, help="sizes of the generated collections")
    parser.add_argument("--workers", type=int, default=1, help="processes that read and analyse")
    asked = parser.parse_args()
    print(f"{machine()}\n")
    builds = _builds(sorted(asked.documents), asked.workers)
    print("\n| ranking | sentences | s | MB |")
    print("|---|---|---|---|")
    ranked = rankings(MANY, OURS, *THEIRS)
    for one in ranked:
        print(f"| {one.ranker} | {MANY} | {one.seconds:.2f} | {one.memory:.1f} |")
    print("\n| bound | measured | at most | |")
    print("|---|---|---|---|")
    for bound in bounds(builds, *ranked[:2]):
        found = "–" if bound.measured is None else f"{bound.measured:.2f} {bound.unit}"
        wanted = f"at least {bound.bound:g}" if bound.least else f"{bound.bound:g}"
        print(f"| {bound.name} | {found} | {wanted} | {bound.verdict} |", flush=True)


def _builds(sizes: Iterable[int], workers: int) -> list[Build]:
    """The table of the builds, a row as soon as it is known, and how they grow."""
    heads = ("documents", *(f"{step.lower()} s" for step in STEPS), "all s", "ms a document", "wall s", "peak MB")
    heads = (*heads, "after MB", *(f"{name} alone s" for name in THEIRS))
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    builds = list[Build]()
    for size in sizes:
        build = built(size, workers)
        builds.append(build)
        steps = (f"{build.steps[step]:.2f}" for step in STEPS)
        whole = (f"{build.whole.seconds:.1f}", f"{1000 * build.whole.seconds / size:.0f}", f"{build.whole.wall:.1f}")
        memory = (f"{build.whole.peak:.0f}", f"{build.after:.0f}")
        print(f"| {' | '.join((f'{size:,}', *steps, *whole, *memory, *_theirs(size)))} |", flush=True)
    _grow(builds)
    return builds


def _theirs(documents: int) -> Iterable[str]:
    """The seconds of the other rankers on the same sentences, where they can still do them."""
    sentences = documents * SENTENCES
    if sentences > MANY:
        return ["–" for _ in THEIRS]
    return [f"{one.seconds:.2f}" for one in rankings(sentences, *THEIRS)]


def _grow(builds: Sequence[Build]) -> None:
    """The exponents of the steps and of the whole, fitted and in the last step."""
    for what, told in (("fit", builds), ("last step", [*pairwise(builds)][-1] if builds[1:] else ())):
        grown = ((step, exponent(told, step)) for step in (*STEPS[1:], None))
        text = ", ".join(f"{(step or 'all').lower()} {grow:.2f}" for step, grow in grown if grow is not None)
        print(f"\nExponents, {what}: {text or 'not enough sizes'}.")


if __name__ == "__main__":
    main()
