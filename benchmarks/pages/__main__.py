"""Print how well the articles of saved pages are found: `python -m benchmarks.pages`, with `--each` page by page."""

# ruff: noqa: T201  it prints
import sys

from benchmarks.pages.marked import PARTS, pages
from benchmarks.pages.measures import EXTRACTORS, figures, mean


def main() -> None:
    """Measure and print."""
    print(f"{'':36} {'precision':>9} {'recall':>9} {'F1':>9}")
    for part in PARTS:
        for name, extract in EXTRACTORS.items():
            found = {page.name: figures(page, extract) for page in pages(part)}
            rows = found.items() if "--each" in sys.argv and part == PARTS[0] else ()
            for row, one in [*rows, (f"{part}, {name}", mean(found.values()))]:
                print(f"{row:36} {one.precision:9.3f} {one.recall:9.3f} {one.f1:9.3f}")


if __name__ == "__main__":
    main()
