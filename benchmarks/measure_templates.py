"""What a change of template costs: `python benchmarks/measure_templates.py [FOLDER]`.

Builds the brief of a folder, the samples if none is named, in programs of their
own: without anything kept, then with another template when all is kept. Prints
the seconds of processor time of each, with and without the layout of a PDF, and
what part they are of the first build's.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import os
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory

SAMPLES = Path(__file__).parents[1] / "seeds"
RUNS = 5
TEMPLATE = """
extends = "analyst"
words = {words}

[[section]]
id = "aid"
heading = "Help for the people"

[section.cues]
strong = ["food aid", "shelter", "{cue}"]
"""


def seconds(folder: Path, place: Path, words: int, kind: str) -> float:
    """Processor time of `briefing build` with a template that nobody has used before."""
    # In a folder of its own: with what else lies here, its page would be made in a process of its own.
    template = place / "template"
    template.mkdir(exist_ok=True)
    (template / "template.toml").write_text(TEMPLATE.format(words=words, cue="volunt" + chr(words % 26 + 97) * 3))
    command = [sys.executable, "-m", "briefing", "build", str(folder), "--template", str(template), "--quiet"]
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603  the program itself
        [*command, "--output", str(place / "out"), "--format", kind],
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(place / "cache"), "OMP_NUM_THREADS": "1"},
    )
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    with TemporaryDirectory() as name:
        place = Path(name)
        first = seconds(folder, place, 400, "json")
        print(f"{folder.name}: first build, json          {first:5.2f} s")
        for n, kind in enumerate(("json", "md", "html", "docx", "pdf")):
            spent = median(seconds(folder, place, 401 + RUNS * n + run, kind) for run in range(RUNS))
            print(f"another template, {kind:4}            {spent:5.2f} s {spent / first:6.1%} of the first")


if __name__ == "__main__":
    main()
