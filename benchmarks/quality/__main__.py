"""Print how well the program merges and sorts: `python -m benchmarks.quality`, with `--sorting` the latter alone.

With `--errors`, print what of the development sets is told wrongly: labelled pairs, rows of actors, and labelled
sentences with the figures of each section; with `--pin`, make the figures the floor.
"""

# ruff: noqa: T201  it prints
import os
import sys
from collections.abc import Mapping

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.quality import floor, measured
from benchmarks.quality.sorting import placing

HEADINGS = {"average_precision": "avg. prec.", "roc": "ROC AUC", "macro_f1": "macro F1"}


def main() -> None:
    """Measure and print."""
    wanted = frozenset(sys.argv[1:])
    sorting = "--sorting" in wanted
    outcomes, tables = ([], []) if sorting else (measured.outcomes(), measured.tables())
    figures = {"sorting": placing.figures()} if sorting else measured.figures(outcomes, tables)
    if "--errors" in wanted:
        print(*measured.errors(outcomes), sep="\n\n")
        print("", *(error for one in tables for error in one.errors()), sep="\n")
        _errors_of_sorting()
    for title, rows in figures.items():
        print(f"\n{title}")
        _table(rows)
    if "--pin" in wanted:
        floor.pin({**floor.pinned(), **figures})


def _errors_of_sorting() -> None:
    found = placing.outcome("development")
    print("\nsections of the development part")
    _table(placing.classes(found))
    print(*placing.errors(found), sep="\n")


def _table(rows: Mapping[str, Mapping[str, float]]) -> None:
    names = list(dict.fromkeys(name for values in rows.values() for name in values))
    width = max(map(len, rows))
    print(" " * width, *(f"{HEADINGS.get(name, name):>13}" for name in names))
    for row, values in rows.items():
        print(f"{row:{width}}", *(f"{_figure(values[name]):>13}" for name in names))


def _figure(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
