"""Training, step 9: what the project carries of the test sets, and the scores that its tests hold.

A few sentences of each set lie in `tests/training/carried/`, under the
licences of the corpora; `scores.toml` says what the shipped model scored on
all of each set, and on what is carried of it.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from training.examples import Score, score
from training.samples import Mark, Sample
from training.splits import TESTS

CARRIED = Path(__file__).parents[1] / "tests/training/carried"
SCORES = Path(__file__).parent / "scores.toml"
EACH = 30
"""Sentences that are carried of each set."""
System = Callable[[Sequence[Sample]], Iterable[Sequence[Mark]]]


def carry(tests: Mapping[str, Sequence[Sample]]) -> None:
    """Write the carried sentences: of those with a name, as many as EACH, spread over the set."""
    CARRIED.mkdir(parents=True, exist_ok=True)
    for name in TESTS:
        named = [sample for sample in tests[name] if sample.marks]
        lines = [json.dumps(_line(sample), ensure_ascii=False) for sample in named[:: len(named) // EACH][:EACH]]
        (CARRIED / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def _line(sample: Sample) -> dict[str, object]:
    marks = [[mark.start, mark.end, mark.label] for mark in sample.marks]
    return {"text": sample.text, "marks": marks, "corpus": sample.corpus, "document": sample.document}


def carried(name: str) -> list[Sample]:
    """The carried sentences of a set."""
    lines = (CARRIED / f"{name}.jsonl").read_text("utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    return [Sample(**{**one, "marks": tuple(Mark(*mark) for mark in one["marks"])}) for one in told]


def remember(rows: Mapping[str, Mapping[str, Mapping[str, Score]]], folder: Path) -> None:
    """Put the model's scores in its meta.json."""
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    measured = {name: rows[title]["model"]["all"] for name, title in TESTS.items()}
    meta["performance"] = {name: [round(one.f, 1), round(one.p, 1), round(one.r, 1)] for name, one in measured.items()}
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", "utf-8")


def write(rows: Mapping[str, Mapping[str, Mapping[str, Score]]], systems: Mapping[str, System]) -> None:
    """Keep the scores, those of the systems on what is carried too."""
    lines = ["# Written by `python -m training.evaluate CORPORA --write`. F, precision and recall of typed spans."]
    for name, title in TESTS.items():
        lines += [
            "",
            f"[{name}]",
            f'title = "{title}"',
        ]
        lines += [
            f"carried_{of} = {_f(score(samples := carried(name), found(samples)))}" for of, found in systems.items()
        ]
        lines += [f"{system} = {_figures(scores['all'])}" for system, scores in rows[title].items()]
        labels = ", ".join(f"{label} = {one.f:.1f}" for label, one in rows[title]["model"].items() if label != "all")
        lines.append(f"model_by_label = {{ {labels} }}")
    SCORES.write_text("\n".join(lines) + "\n", "utf-8")


def _f(scores: Mapping[str, Score]) -> str:
    return f"{scores['all'].f:.1f}"


def _figures(one: Score) -> str:
    return f"[{one.f:.1f}, {one.p:.1f}, {one.r:.1f}]"


def scores() -> dict[str, dict[str, object]]:
    """The kept scores, by set."""
    return tomllib.loads(SCORES.read_text("utf-8"))
