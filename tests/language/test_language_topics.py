"""By what a sentence could be called, and what part that plays in it."""

import pytest
from language_notation import sentences


def topics(text: str) -> dict[str, str]:
    """The topics of a sentence with their parts."""
    (sentence,) = sentences(text)
    return {topic.text: topic.part for topic in sentence.topics}


class DescribeTopics:
    def it_takes_subjects_objects_and_what_follows_prepositions(self) -> None:
        found = topics("Heavy rain destroyed three bridges near the old mill.")
        assert found == {"Heavy rain": "subject", "three bridges": "object", "old mill": "adjunct"}

    def it_stands_where_it_says(self) -> None:
        text = "The council adopted a ban on night flights."
        (sentence,) = sentences(text)
        assert sentence.topics
        assert all(text[topic.start : topic.end] == topic.text for topic in sentence.topics)

    @pytest.mark.parametrize(
        ("text", "kept", "cut"),
        [
            ("The council adopted a ban on night flights.", "ban on night flights", "on night flights"),
            ("Parliament declared a state of emergency.", "state of emergency", "state"),
            ("The city has had strikes since 2019.", "strikes since 2019", "2019"),
            ("The firm made a bid of $63 million.", "bid of $63 million", "bid"),
            ("The law covers night shifts and child labour.", "night shifts and child labour", "and child labour"),
        ],
    )
    def it_keeps_what_hangs_on_them_and_cuts_no_of(self, text: str, kept: str, cut: str) -> None:
        assert kept in topics(text)
        assert cut not in topics(text)

    @pytest.mark.parametrize(
        ("text", "noun", "verb"),
        [
            ("Insurers estimate the losses at two billion.", "losses", "Insurers estimate"),
            ("Peace talks collapsed over the prisoners.", "Peace talks", "Peace"),
            ("The union called off a strike.", "strike", "off a strike"),
            ("They agreed to settle armed disputes.", "armed disputes", "settle armed disputes"),
            ("In a bold move to cut costs, the airline closed two offices.", "two offices", "bold"),
        ],
    )
    def it_tells_nouns_from_verbs_by_their_neighbours(self, text: str, noun: str, verb: str) -> None:
        assert noun in topics(text)
        assert verb not in topics(text)

    @pytest.mark.parametrize(
        "text",
        [
            "It happened in the event of a delay.",
            "Germany remained calm on Monday.",
            "He came in July.",
        ],
    )
    def it_takes_nothing_that_says_nothing(self, text: str) -> None:
        assert not {"event", "event of a delay", "Germany", "calm", "Monday", "July"} & set(topics(text))

    def it_takes_of_a_quotation_only_what_is_said(self) -> None:
        found = topics("“We need clean water now,” Mayor Ana Kovac told reporters on the social network Chirp.")
        assert set(found) == {"clean water"}

    def it_leaves_out_who_speaks_and_to_whom(self) -> None:
        found = topics("Two employees of the operator told the Courier that the gates had been opened.")
        assert set(found) == {"gates"}

    def it_marks_what_stands_in_a_clause_that_hangs_on_another(self) -> None:
        (sentence,) = sentences("The bridge fell because engineers ignored deep cracks.")
        main = {topic.text: topic.main for topic in sentence.topics}
        assert main == {"bridge": True, "engineers": False, "deep cracks": False}
