"""Training, step 7: the names component learns.

The rate rises, then falls to nothing; the weights that stay are a running mean
of the last ones. Branches that go on from one trunk with other dice end close
enough together that the mean of their weights is better than each of them
(model soups, Wortsman and others 2022).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam

from briefing.language import features  # noqa: F401  registers the model's architecture
from briefing.language.tokens import make_tokenizer
from training.curriculum import Curriculum
from training.examples import example
from training.lexicon import lexicon
from training.samples import LABELS, Sample

CONFIG = Path(__file__).parent / "configs/ner.cfg"
WARM = 300
"""Steps in which the rate rises."""
WORDS = 1000
"""Words in a batch."""
DROP = 0.25
Report = Callable[[int, Language], None]


@dataclass(frozen=True, slots=True)
class Course:
    """How many rounds are learnt, with which dice, and how fast at the most."""

    rounds: int
    seed: int
    peak: float


TRUNK = Course(11, 1, 0.0015)
BRANCHES = (Course(4, 2, 0.0008), Course(4, 3, 0.0008))


def fresh(samples: Sequence[Sample]) -> Language:
    """A pipeline that knows its labels and its lexicon, and nothing else yet."""
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True)
    nlp.tokenizer = make_tokenizer(nlp)
    ner: Any = nlp.get_pipe("ner")
    for label in LABELS:
        ner.add_label(label)
    next(node for node in ner.model.walk() if node.name == "word_features").attrs["lexicon"] = lexicon(samples)
    nlp.initialize(lambda: [example(nlp, sample) for sample in samples[:200]])
    return nlp


def learn(nlp: Language, samples: Sequence[Sample], course: Course, report: Report) -> None:
    """Go through a course; after each round, `report` is called with the pipeline as it would ship."""
    curriculum = Curriculum(samples, course.seed)
    steps = course.rounds * sum(1 for _ in batches(nlp, curriculum.round()))
    optimizer = Adam(course.peak, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    step = 0
    for number in range(1, course.rounds + 1):
        for batch in batches(nlp, curriculum.round()):
            optimizer.learn_rate = course.peak * rate(step, steps)
            nlp.update(batch, sgd=optimizer, drop=DROP)
            step += 1
        with nlp.use_params(optimizer.averages):
            report(number, nlp)


def rate(step: int, steps: int) -> float:
    """The share of the peak that a step's rate is: up for a while, then down in a line."""
    return min((step + 1) / WARM, max(0.02, (steps - step) / max(1, steps - WARM)))


def mean(pipelines: Sequence[Language]) -> Language:
    """The first pipeline with the mean of all their weights."""
    first, *others = [list(pipeline.get_pipe("ner").model.walk()) for pipeline in pipelines]  # type: ignore[attr-defined]
    for nodes in zip(first, *others, strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                nodes[0].set_param(name, sum(node.get_param(name) for node in nodes) / len(nodes))
    return pipelines[0]


def batches(nlp: Language, samples: Sequence[Sample]) -> Iterator[list[Example]]:
    """The samples as examples, in batches of about the same number of words."""
    batch: list[Example] = []
    size = 0
    for sample in samples:
        batch.append(example(nlp, sample))
        size += len(batch[-1].reference)
        if size >= WORDS:
            yield batch
            batch, size = [], 0
