"""Looks, guided by what of the code is reached, for bytes that a reader or the splitter of sentences fails on.

An input begins with a byte that says whether the rest is a file, or what stands in one; so the pieces of
`fuzz_samples.py` and chance reach the readers behind zip archives and compressed streams. What is found, and the
inputs that reached something new, lie below `output/fuzz/`, where the next run goes on.

    uv sync --group fuzz
    .venv/bin/python tests/sources/fuzz_readers.py pdf --seconds 600
    .venv/bin/python tests/sources/fuzz_readers.py pdf --again output/fuzz/pdf-crash-…
"""

import sys
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["briefing.sources"]):
    import fuzz_laws
    from fuzz_samples import FUZZED, parts_of, repacked

    from briefing.model import Document, Skipped
    from briefing.sources.draft import UnreadableError
    from briefing.sources.pieces import Single
    from briefing.sources.readers import pdf, reader_of
    from briefing.sources.readers.pdf.reading import drafted
    from briefing.sources.reading import _document

FOLDER = Path(__file__).parents[2] / "output" / "fuzz"
LONGEST = 20_000  # bytes of an input
SLOWEST, LARGEST = 20, 1500  # seconds and megabytes that one input may take


def told(kind: str, data: bytes) -> bytes:
    """The file that an input stands for."""
    return FUZZED[kind].frame(data[1:]) if data[:1] > b"\x7f" else data[1:]


def read(kind: str, data: bytes) -> None:
    """Read an input; what a reader raises that nobody thought of comes through, and ends the run."""
    fuzz_laws.read_all(FUZZED[kind].name, told(kind, data))


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """Another input; of an archive as often a part is changed as its bytes."""
    parts = list(parts_of(data[1:]).items()) if data[:1] <= b"\x7f" else []
    if not parts or seed % 4 == 0:
        return atheris.Mutate(data, most)
    dice = Random(seed)  # noqa: S311  no secret hangs on it
    at = dice.randrange(len(parts))
    parts[at] = parts[at][0], atheris.Mutate(parts[at][1], max(1, most // 2))
    return (data[:1] + repacked(parts))[:most]


def corpus(kind: str) -> Path:
    """The folder of what a run begins with: the samples, and what earlier runs have found."""
    folder = FOLDER / kind
    folder.mkdir(parents=True, exist_ok=True)
    row = FUZZED[kind]
    framed = [b"".join(row.pieces), *row.pieces]
    for seed in (*(b"\0" + sample for sample in row.samples()), *(b"\xff" + content for content in framed)):
        (folder / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = ("".join(map(r"\x{:02x}".format, piece)) for piece in row.pieces)
    (FOLDER / f"{kind}.dict").write_text("".join(f'"{word}"\n' for word in words))
    return folder


def main() -> None:
    """Run until something is found or the time is over."""
    parser = ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=FUZZED)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--again", type=Path, help="an input that was found")
    given = parser.parse_args()
    pdf.read = drafted  # in this process, whose crash is a finding
    fuzz_laws.read_piece = _open
    if given.again:
        read(given.kind, given.again.read_bytes())
        return
    settings = {
        "max_total_time": given.seconds, "max_len": LONGEST, "timeout": SLOWEST, "rss_limit_mb": LARGEST, "seed": 1,
        "dict": FOLDER / f"{given.kind}.dict", "artifact_prefix": FOLDER / f"{given.kind}-", "print_final_stats": 1,
        "use_value_profile": 0, "verbosity": 1,
    }  # fmt: skip
    folder = corpus(given.kind)
    arguments = [sys.argv[0], *(f"-{name}={value}" for name, value in settings.items()), str(folder)]
    atheris.Setup(arguments, lambda data: read(given.kind, data), custom_mutator=mutated)
    atheris.Fuzz()


def _open(piece: Single, language: str) -> Document | Skipped:
    """As `read_piece`, but what a library or this program raises by mistake comes through."""
    try:
        return _document(piece, reader_of(piece.kind)(piece.data), language, None)
    except UnreadableError as error:
        return Skipped(piece.label, str(error), error.language)
    except RecursionError:
        return Skipped(piece.label, "It is nested too deep.")


if __name__ == "__main__":
    main()
