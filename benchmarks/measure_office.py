"""How much of a text comes through each office format: `python benchmarks/measure_office.py [FOLDER]`.

LibreOffice writes the text files of a folder, the samples if none is named, in each
format. Prints for each how many of the words that a brief could use are the same, in the
same order, as those that reading the text file itself gives: precision, recall and F1.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import subprocess
import sys
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from briefing.sources import read

SAMPLES = Path(__file__).parents[1] / "seeds"
FORMATS = ("docx", "odt", "fodt", "rtf", "epub")
_PLAIN = "Text (encoded):UTF8,LF,,,"
"""LibreOffice's name for plain text in UTF-8."""


def words(folder: Path) -> dict[str, list[str]]:
    """The words of each source's blocks, by the file's name without ending."""
    return {
        Path(one.source.path).stem: " ".join(one.text[block.start : block.end] for block in one.blocks).split()
        for one in read([folder]).documents
    }


def converted(files: Iterable[Path], ending: str, folder: Path) -> Path:
    """The folder of what LibreOffice makes of text files in a format."""
    made = folder / ending
    office = which("soffice") or sys.exit("soffice is missing; “make test” installs it where it can.")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", f"--infilter={_PLAIN}", "--convert-to", ending, "--outdir", made, *files]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  its arguments are files
    return made


def agreement(expected: dict[str, list[str]], found: dict[str, list[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all words of all files."""
    pairs = [(told, found.get(name, [])) for name, told in expected.items()]
    blocks = (SequenceMatcher(None, told, read_, autojunk=False).get_matching_blocks() for told, read_ in pairs)
    same = sum(block.size for match in blocks for block in match)
    precision = same / max(1, sum(len(read_) for _, read_ in pairs))
    recall = same / max(1, sum(len(told) for told, _ in pairs))
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Print a row for each format."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    files = sorted(folder.glob("*.txt"))
    expected = words(folder)
    print(f"{sum(map(len, expected.values())):,} words of {len(files)} files")
    with TemporaryDirectory() as own:
        for ending in FORMATS:
            precision, recall, f1 = agreement(expected, words(converted(files, ending, Path(own))))
            print(f"{ending:5} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}")


if __name__ == "__main__":
    main()
