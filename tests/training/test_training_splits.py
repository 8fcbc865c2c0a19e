"""Corpora → what is learnt from and what is only tested on."""

from training.samples import Sample
from training.splits import split, without

LONG = "The assembly of the northern province met on the second day of the strike."


def sample(text: str, corpus: str, document: str = "") -> Sample:
    return Sample(text, (), corpus, document or text)


class DescribeTheSplit:
    def it_deals_whole_documents(self) -> None:
        samples = [sample(f"Sentence {n}.", "wikigold", str(n // 2)) for n in range(40)]
        found = split({"wikigold": samples})
        parts = (found.train, found.dev["wikigold"], found.test["wikigold_test"])
        documents = [{one.document for one in part} for part in parts]
        assert [len(part) for part in documents] == [14, 2, 4]
        assert documents[0].isdisjoint(documents[1] | documents[2])

    def it_learns_from_no_test_set(self) -> None:
        found = split({"uner_pud": [sample("A.", "uner_pud")], "crossner_ai_test": [sample("B.", "x")]})
        assert found.train == []
        assert set(found.test) == {"uner_pud", "crossner_ai_test"}


class DescribeNearCopies:
    def it_leaves_out_what_repeats_most_of_a_test_sentence(self) -> None:
        near = LONG.replace("second", "third")
        kept = without([sample(LONG, "a"), sample(near, "a"), sample("Thank you.", "a")], [LONG, "Thank you."])
        assert [one.text for one in kept] == ["Thank you."]
