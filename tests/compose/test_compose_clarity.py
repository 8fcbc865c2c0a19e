"""What stands in brackets within a sentence. `compose_notation` tells how statements are written."""

import pytest
from compose_notation import TIMELINE, brief, merged

from briefing.compose.clarity import shown
from briefing.model import Clarification, verbatim


class DescribeClarifications:
    @pytest.mark.parametrize(
        ("notation", "told"),
        [
            (
                "A: The charter was signed in Lipnik. It binds the three towns to share all the water.",
                "It [the charter] binds the three towns to share all the water.",
            ),
            (
                "A: Kenya, Uganda and Rwanda met in May. The three countries want to share the water.",
                "The three countries [Kenya, Uganda and Rwanda] want to share the water.",
            ),
            (
                "A: Envoys adopted the Varda Charter. This charter sets quotas for each of the rivers.",
                "This charter [the Varda Charter] sets quotas for each of the rivers.",
            ),
            (
                "A: Ana Kovac won the vote. Her party has a majority of nine seats in the assembly.",
                "Her [Ana Kovac] party has a majority of nine seats in the assembly.",
            ),
        ],
    )
    def it_says_what_the_subject_means_in_the_words_of_the_source(self, notation: str, told: str) -> None:
        collection = merged(notation)
        (_, statement) = collection.statements
        seen = shown(statement.representative)
        (note,) = seen.clarified
        assert seen.text == told
        assert seen.text[note.at :].startswith(f"[{note.text}]")
        passage = collection.documents[0].text[note.start : note.end]
        assert passage.casefold() == note.text.casefold()
        assert verbatim(seen.text, seen.clarified) == statement.representative.text

    @pytest.mark.parametrize(
        "notation",
        [
            "A: The bank sued the port authority. It wants to be paid in full before the end of the year.",
            "A: Parliament debated a new law for days. The law limits the water that farms may take.",
        ],
        ids=["uncertain", "the same noun again"],
    )
    def it_says_nothing_that_is_uncertain_or_told_already(self, notation: str) -> None:
        (_, statement) = merged(notation).statements
        assert shown(statement.representative).clarified == ()

    def it_gives_a_cut_sentence_its_capital(self) -> None:
        (statement,) = merged("A: the ministry closed the bridge over the Varda to lorries.").statements
        seen = shown(statement.representative)
        assert seen.text == "[The] ministry closed the bridge over the Varda to lorries."
        assert seen.clarified == (Clarification(0, "The", "A", 0, 3),)
        assert [(span.start, span.end) for span in seen.spans] == [(4, len(statement.representative.text))]

    def it_leaves_the_brackets_of_the_source_where_they_are(self) -> None:
        (_, statement) = merged("A: The charter was signed in Lipnik. It binds all [sic] towns.").statements
        seen = shown(statement.representative)
        assert seen.text == "It [the charter] binds all [sic] towns."
        assert verbatim(seen.text, seen.clarified) == "It binds all [sic] towns."

    def it_clarifies_events_too(self) -> None:
        made = brief("A: The storm came from the sea. It reached the port of Lipnik on 3 May 2021.", TIMELINE)
        (event,) = made.timeline
        assert event.text == "It [the storm] reached the port of Lipnik on 3 May 2021"
        assert event.verbatim == "It reached the port of Lipnik on 3 May 2021"

    def it_does_not_count_them_in_the_length(self) -> None:
        (_, statement) = merged("A: The charter was signed in Lipnik. It binds the three towns.").statements
        assert statement.length == len(statement.representative.text.split())
