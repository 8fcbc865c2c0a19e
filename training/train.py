"""Training, the command: a folder of corpora becomes a pipeline.

    python -m training.train CORPORA OUT

A trunk is learnt, two branches go on from it, and the mean of the three is
written to OUT/names. After each round the scores on the sets to choose by are
printed. Run it with OMP_NUM_THREADS=1: more threads add in another order, and
give other weights.
"""

import argparse
import hashlib
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, fix_random_seed, set_current_ops

from training.corpora import read
from training.examples import found_by, score
from training.learn import BRANCHES, TRUNK, Course, fresh, learn, mean
from training.splits import Splits, split

CHECKSUMS = Path(__file__).parent / "corpora.sha256"


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    for file in changed(given.corpora):
        print(f"{file} is not the file that the shipped model was trained on; the scores may differ.")
    splits = split(read(given.corpora))
    prepare(TRUNK)
    learn(fresh(splits.train), splits.train, TRUNK, partial(_report, splits, given.out / "trunk"))
    for course in BRANCHES:
        branch(splits, course, given.out)
    parts = [given.out / "trunk", *(given.out / f"branch-{course.seed}" for course in BRANCHES)]
    mean([spacy.load(part) for part in parts]).to_disk(given.out / "names")


def prepare(course: Course) -> None:
    """Set the dice, and the way in which matrices are multiplied: NumPy does it twice as fast as the default."""
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(course.seed)


def branch(splits: Splits, course: Course, out: Path) -> None:
    """Go on from the trunk."""
    prepare(course)
    learn(spacy.load(out / "trunk"), splits.train, course, partial(_report, splits, out / f"branch-{course.seed}"))


def changed(corpora: Path) -> list[str]:
    """The files of the corpora that are missing, or have other bytes than those that were trained on."""
    lines = [line.split("  ", 1) for line in CHECKSUMS.read_text("utf-8").splitlines()]
    return [name for checksum, name in lines if _checksum(corpora / name) != checksum]


def _checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _report(splits: Splits, out: Path, number: int, nlp: Language) -> None:
    scores = {name: score(samples, found_by(nlp, samples))["all"].f for name, samples in splits.dev.items()}
    told = " ".join(f"{name} {f:.1f}" for name, f in scores.items())
    print(f"round {number}: mean {sum(scores.values()) / len(scores):.2f}; {told}", flush=True)
    nlp.to_disk(out)


if __name__ == "__main__":
    main()
