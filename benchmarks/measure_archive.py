"""What it costs to keep an archive's index, and to brief a topic from it.

Makes an archive of short invented documents about many events, dated over a year, indexes it, looks again, searches
it, and makes a brief as PDF of what bears on a topic. Run it with
`.venv/bin/python benchmarks/measure_archive.py [DOCUMENTS] [files|jsonl|zip]`; without them 100,000 files.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

import generated

from briefing import build, render
from briefing.model import Bounds
from briefing.pipeline import archiving
from briefing.pipeline.cores import Cores, available
from briefing.pipeline.wanted import Wanted

generated.SENTENCES = 10
"""Those of a short document, some 160 words."""
OF_AN_EVENT = 100
IN_A_FOLDER = 1_000
TOPIC = '"northern brewery" workers'
FIRST = date(2023, 1, 1)

Result = TypeVar("Result")


def documents(count: int) -> Iterator[tuple[str, str, str]]:
    """A title, a day and a text for each."""
    for n in range(count):
        if n % OF_AN_EVENT == 0:
            event = generated.documents(OF_AN_EVENT, seed=n)
        yield f"Story number {n}", str(FIRST + timedelta(n * 7 % 365)), event[n % OF_AN_EVENT].text


def write_files(count: int, folder: Path) -> None:
    """Each as a text file, a thousand in a folder."""
    for n, (title, day, text) in enumerate(documents(count)):
        within = folder / f"{n // IN_A_FOLDER:04}"
        within.mkdir(parents=True, exist_ok=True)
        (within / f"{n:06}.txt").write_text(f"{title}\n\nPublished: {day}\n\n{_paragraphs(text)}\n")


def write_jsonl(count: int, folder: Path) -> None:
    """All as lines of JSON, of one file for each fifty thousand."""
    folder.mkdir(parents=True)
    for n, (title, day, text) in enumerate(documents(count)):
        with (folder / f"{n // 50_000}.jsonl").open("a") as file:
            file.write(json.dumps({"title": title, "date": day, "text": _paragraphs(text)}) + "\n")


def write_zip(count: int, folder: Path) -> None:
    """All as the text files of one zip archive."""
    folder.mkdir(parents=True)
    with ZipFile(folder / "archive.zip", "w", ZIP_DEFLATED) as archive:
        for n, (title, day, text) in enumerate(documents(count)):
            archive.writestr(f"{n:06}.txt", f"{title}\n\nPublished: {day}\n\n{_paragraphs(text)}\n")


def _paragraphs(text: str) -> str:
    return text.replace("\n", "\n\n")


FORMS = {"files": write_files, "jsonl": write_jsonl, "zip": write_zip}


def timed(what: str, work: Callable[[], Result]) -> tuple[Result, float]:
    """Do something, and print how long it took."""
    start = perf_counter()
    result = work()
    seconds = perf_counter() - start
    print(f"{what:<40}{seconds:10.2f} s", flush=True)
    return result, seconds


def brief(folder: Path, wanted: Wanted) -> None:
    """Brief a topic, nothing kept, and render what `briefing build` writes."""
    made = build(folder, wanted=wanted, workers=available())
    for name in ("pdf", "docx", "json"):
        render(made, name)


def main(count: int = 100_000, form: str = "files") -> None:
    """Print the table."""
    with TemporaryDirectory() as place, Cores(available()) as executor:
        folder, index = Path(place) / "archive", Path(place) / "index"
        timed(f"generating {count:,} documents ({form})", lambda: FORMS[form](count, folder))
        _, seconds = timed("index", lambda: archiving.index(folder, file=index, executor=executor))
        print(f"{'documents a second':<40}{count / seconds:10,.0f}")
        print(f"{'size of the index':<40}{index.stat().st_size / 1e6:10.1f} MB")
        timed("index again, nothing changed", lambda: archiving.index(folder, file=index, executor=executor))
        wanted = Wanted(TOPIC, Bounds("2023-03", "2023-10"), index=index)
        found, _ = timed("search", lambda: archiving.find(folder, wanted))
        print(f"{'found, used':<40}{found.selection.found:>10,} {found.selection.used:,}")
        timed("brief of a topic, with its PDF and Word file", lambda: brief(folder, wanted))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])
