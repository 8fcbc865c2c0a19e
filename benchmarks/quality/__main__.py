"""Print how well the program merges: `python -m benchmarks.quality`.

With `--errors`, print the labelled pairs of the development set that are told wrongly, and what is wrong in the
tables of actors; with `--pin`, make the figures the floor.
"""

# ruff: noqa: T201  it prints
import os
import sys
from collections.abc import Mapping

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.quality import floor, measured

HEADINGS = {"average_precision": "avg. prec.", "roc": "ROC AUC"}


def main() -> None:
    """Measure and print."""
    outcomes, tables = measured.outcomes(), measured.tables()
    figures = measured.figures(outcomes, tables)
    if "--errors" in sys.argv[1:]:
        print(*measured.errors(outcomes), sep="\n\n")
        print("", *(error for one in tables for error in one.errors()), sep="\n")
    for title, rows in figures.items():
        print(f"\n{title}")
        _table(rows)
    if "--pin" in sys.argv[1:]:
        floor.pin(figures)


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
