"""Training, step 4: what is learnt from, what is chosen by, and what is only tested on.

Where a corpus brings no split, whole documents are dealt out in the order of
the files. What repeats a sentence of a test set, or most of one, is not learnt.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from training.samples import Sample

TESTS = {
    "crossner_politics_test": "CrossNER politics",
    "uner_pud": "UNER-PUD",
    "redocred_test": "Re-DocRED",
    "wikigold_test": "WikiGold",
    "re3d_test": "re3d",
    "uner_ewt_test": "UNER-EWT",
}
DEALT = {"wikigold": (5, 10), "re3d": (5, 10), "redocred_dev": (None, 12), "crossner_politics_dev": (None, 4)}
"""Each how-manieth document is for testing, and for choosing."""
SHINGLE = 5
OVERLAP = 0.5
"""The share of a sentence's runs of five words in test sentences from which it is left out."""


@dataclass(frozen=True, slots=True)
class Splits:
    """Samples to learn from, and samples to choose by and to test on, by set."""

    train: list[Sample]
    dev: dict[str, list[Sample]]
    test: dict[str, list[Sample]]


def split(corpora: dict[str, list[Sample]]) -> Splits:
    """Deal out the corpora."""
    train: list[Sample] = []
    dev: dict[str, list[Sample]] = {}
    test: dict[str, list[Sample]] = {}
    for name, samples in corpora.items():
        if name in DEALT:
            kept, chosen, tested = _dealt(samples, *DEALT[name])
            train += kept
            dev[name] = chosen
            if tested:
                test[f"{name}_test"] = tested
        elif name.endswith("_test") or name == "uner_pud":
            test[name] = samples
        elif name in {"uner_ewt_dev", "gum_dev"}:
            dev[name] = samples
        else:
            train += samples
    tested_text = [sample.text for samples in test.values() for sample in samples]
    return Splits(without(without(train, tested_text), [s.text for part in dev.values() for s in part]), dev, test)


def _dealt(
    samples: list[Sample], testing: int | None, choosing: int
) -> tuple[list[Sample], list[Sample], list[Sample]]:
    number = {document: at for at, document in enumerate(dict.fromkeys(sample.document for sample in samples))}
    kept, chosen, tested = [], [], []
    for sample in samples:
        at = number[sample.document]
        if testing and at % testing == 0:
            tested.append(sample)
        elif at % choosing == 1:
            chosen.append(sample)
        else:
            kept.append(sample)
    return kept, chosen, tested


def shingles(text: str) -> set[tuple[str, ...]]:
    """The runs of five words in a text; all of its words where it has fewer."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}


def without(samples: Iterable[Sample], held_out: Iterable[str]) -> list[Sample]:
    """The samples that repeat no held-out sentence; very short ones ("Thank you") may."""
    taken = {shingle for text in held_out for shingle in shingles(text) if len(shingle) == SHINGLE}
    return [sample for sample in samples if _repeated(shingles(sample.text), taken) < OVERLAP]


def _repeated(own: set[tuple[str, ...]], taken: set[tuple[str, ...]]) -> float:
    return len(own & taken) / len(own)
