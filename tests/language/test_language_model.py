"""The shipped names model: it loads, it scores as told, it stands bad input, and it says what it is made of."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing import language
from briefing.language import features
from training.carried import carried, scores
from training.evaluate import by_program
from training.examples import found_by, score
from training.splits import TESTS

FOLDER = Path(language.__file__).parent / "model"
SLACK = 1.5
"""How far F may fall below the kept score: other processors round otherwise."""
LARGEST = 16_000_000


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(FOLDER)


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


class DescribeTheModel:
    def it_tells_people_bodies_places_and_peoples_apart(self, nlp: Language) -> None:
        doc = nlp("Anna Petrova met French officials of the World Bank in Nairobi.")
        assert names(doc) == [
            ("Anna Petrova", "PERSON"),
            ("French", "NORP"),
            ("World Bank", "ORG"),
            ("Nairobi", "LOC"),
        ]

    @pytest.mark.parametrize("test_set", TESTS)
    def it_scores_what_is_kept_on_sentences_it_never_learnt(self, nlp: Language, test_set: str) -> None:
        samples = carried(test_set)
        assert score(samples, found_by(nlp, samples))["all"].f >= scores()[test_set]["carried_model"] - SLACK

    @pytest.mark.parametrize("test_set", TESTS)
    def it_scores_as_kept_together_with_lists_and_rules(self, test_set: str) -> None:
        samples = carried(test_set)
        assert score(samples, by_program(samples))["all"].f >= scores()[test_set]["carried_program"] - SLACK

    def it_finds_the_same_alone_and_in_a_batch(self, nlp: Language) -> None:
        texts = [sample.text for sample in carried("uner_pud")]
        assert [names(doc) for doc in nlp.pipe(texts)] == [names(nlp(text)) for text in texts]

    @pytest.mark.parametrize(
        "text", ["", " ", "\n", "Oslo " * 300, "1 2 3 | 4 5 6\n" * 50, "O’Neill Иван Li李", "x" * 100_000, "\u0301"]
    )
    def it_stands_any_text(self, nlp: Language, text: str) -> None:
        assert nlp(text).text == text


class DescribeItsFolder:
    def it_says_what_it_is_made_of(self, nlp: Language) -> None:
        assert nlp.meta["license"] == "CC BY-SA 4.0"
        told = (FOLDER / "README.md").read_text("utf-8")
        for source in nlp.meta["sources"]:
            assert f"| [{source['name']}]({source['url']}) | {source['author']} | {source['license']} |" in told

    def it_holds_its_licence(self) -> None:
        assert (FOLDER / "LICENSE").read_text("utf-8").startswith("Attribution-ShareAlike 4.0 International")

    def it_is_small(self) -> None:
        assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) <= LARGEST

    def it_keeps_the_scores_that_were_measured(self, nlp: Language) -> None:
        kept = {test_set: kept["model"] for test_set, kept in scores().items()}
        assert {test_set: list(figures) for test_set, figures in kept.items()} == nlp.meta["performance"]


class DescribeAWordsSpelling:
    @pytest.mark.parametrize(("word", "spelt"), [("Goïta", "goita"), ("Øystein", "oystein"), ("MOHAMED", "mohamed")])
    def it_has_neither_accents_nor_capitals(self, word: str, spelt: str) -> None:
        assert features.spelling(word) == spelt
