"""How the model learns: the rate of each step, batches, and the mean of several weights."""

from itertools import pairwise

import numpy as np
import spacy
from spacy.language import Language

from training.learn import WARM, WORDS, batches, mean, rate
from training.samples import Mark, Sample


def pipeline(weight: float) -> Language:
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    ner.add_label("LOC")  # type: ignore[attr-defined]
    nlp.initialize()
    for node in ner.model.walk():  # type: ignore[attr-defined]
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, np.full_like(node.get_param(name), weight))
    return nlp


class DescribeTheRate:
    def it_rises_then_falls(self) -> None:
        rates = [rate(step, 1000) for step in range(1000)]
        assert max(rates) == rates[WARM - 1] == 1
        assert all(later >= earlier for earlier, later in pairwise(rates[:WARM]))
        assert all(later <= earlier for earlier, later in pairwise(rates[WARM:]))


class DescribeBatches:
    def it_holds_about_as_many_words_each(self) -> None:
        samples = [Sample("Oslo is a city in Norway.", (Mark(0, 4, "LOC"),), "a", "d")] * 500
        for batch in batches(spacy.blank("en"), samples):
            assert WORDS <= sum(len(eg.reference) for eg in batch) < WORDS + 10


class DescribeTheMean:
    def it_lies_between_the_weights(self) -> None:
        nodes = mean([pipeline(1), pipeline(2), pipeline(6)]).get_pipe("ner").model.walk()  # type: ignore[attr-defined]
        weights = [node.get_param(name) for node in nodes for name in node.param_names if node.has_param(name)]
        assert weights
        assert all(np.allclose(weight, 3) for weight in weights)
