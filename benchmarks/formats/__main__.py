"""Print how far the brief of each format is that of plain text: `python -m benchmarks.formats`.

Folders of plain text may be named, and with `--each` every sentence and every datum that differs is printed.
"""

# ruff: noqa: T201  it prints
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.formats.articles import Article, articles
from benchmarks.formats.compared import STATED, Reading, read, same
from benchmarks.formats.dressed import DRESSES

_FOLDERS = (
    "seeds",
    "benchmarks/quality/collections/flood/sources",
    "benchmarks/quality/collections/election/sources",
)
_COLUMNS = ("items", "placed", "actors", "timeline", "lost", "gained", *STATED)


def main() -> None:
    """Compare and print."""
    named = [one for one in sys.argv[1:] if not one.startswith("--")]
    wanted = [one.removeprefix("--only=") for one in sys.argv[1:] if one.startswith("--only=")]
    print(f"{'':30}" + "".join(f"{name:>11}" for name in _COLUMNS))
    for folder in named or _FOLDERS:
        _compare(articles(Path(folder)), Path(folder).parent.name or folder, wanted)


def _compare(given: tuple[Article, ...], name: str, wanted: list[str]) -> None:
    with TemporaryDirectory() as own:
        for dress, write in DRESSES.items():
            if dress == "text" or not wanted or dress in wanted:
                (folder := Path(own) / dress.replace(", ", "-")).mkdir()
                write(given, folder)
                found = read(str(folder), given)
                if dress == "text":
                    expected = found
                _say(f"{name}, {dress}", given, expected, found)


def _say(row: str, given: tuple[Article, ...], expected: Reading, found: Reading) -> None:
    shares = [f"{same(expected.items[key], found.items[key]):11.3f}" for key in expected.items]
    told, read_ = (
        Counter((name, said) for name, all_ in one.sentences.items() for said in all_) for one in (expected, found)
    )
    known = [sum(found.known.get(one.name, {}).get(key) == getattr(one, key) for one in given) for key in STATED]
    figures = [f"{(told - read_).total():11}", f"{(read_ - told).total():11}"]
    print(f"{row:30}" + "".join([*shares, *figures, *(f"{count:9}/{len(given)}" for count in known)]))
    if "--each" in sys.argv:
        for mark, differing in (("-", told - read_), ("+", read_ - told)):
            print("".join(f"    {mark} {name}: {said}\n" for name, said in sorted(differing)), end="")
        for one in given:
            for key in STATED:
                value = found.known.get(one.name, {}).get(key)
                if value != getattr(one, key):
                    print(f"    ? {one.name}: {key} {value!r} for {getattr(one, key)!r}")
        print("".join(f"    ! {line}\n" for line in found.skipped), end="")


if __name__ == "__main__":
    main()
