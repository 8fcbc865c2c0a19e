"""Why sources are no witnesses of their own. `stories` writes a source as the facts that it tells.

    A abcd, B aBd

Each letter is a sentence that tells a fact; a capital is an item of a list. No two sentences share their words.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from merge_notation import documents, drawn, merging

from briefing.merge import origins
from briefing.model import Block, Document, Dropped, Merged, Origin, Sentence, Source, Statement, Support

rules_alone = pytest.mark.usefixtures("_rules_alone")

FLOOD = """
    A: The Varda burst its banks at dawn and drowned the market of Lipnik.
    A: Soldiers in rubber boats took some forty children from the roof of a school.
    A: A bakery gave its bread away, for the ovens stood a metre deep in mud.
    A: Insurers have not yet counted what the night has cost the town.
"""
LATER = """
    B: In Lipnik the market was drowned when the Varda burst its banks.
    B: Pumps from three countries arrived by train in the afternoon.
    B: Some forty children were taken from the roof of a school by soldiers in rubber boats.
    B: The bishop opened his palace to all who have lost their beds.
"""


def told(**stories: str) -> tuple[Origin, ...]:
    """The origins of sources written as stories."""
    sources = [_source(name, story) for name, story in stories.items()]
    sentences = [sentence for _, own in sources for sentence in own]
    facts = {name: [{ord(fact.lower())} for fact in story] for name, story in stories.items()}
    return origins.origins([document for document, _ in sources], sentences, facts)


def _source(name: str, story: str) -> tuple[Document, list[Sentence]]:
    words = [f"{name}{n}{letter}" for n, letter in enumerate(story)]
    text = " ".join(words)
    starts = [text.index(word) for word in words]
    spans = [(start, start + len(word)) for start, word in zip(starts, words, strict=True)]
    blocks = [
        Block("bullet" if fact.isupper() else "paragraph", *span) for fact, span in zip(story, spans, strict=True)
    ]
    sentences = [Sentence(name, n, start, end, text[start:end]) for n, (start, end) in enumerate(spans)]
    return Document(Source(name, f"{name}.txt", name), text, tuple(blocks)), sentences


def groups(found: tuple[Origin, ...]) -> str:
    """Which sources share an origin: `A+B C`."""
    return " ".join("+".join(origin.sources) for origin in found)


def reasons(found: tuple[Origin, ...]) -> list[str]:
    """All reasons in words."""
    return [reason.told(reason.source, reason.other) for origin in found for reason in origin.why]


def collection(
    notation: str, credited: Mapping[str, str] | None = None, publishers: Mapping[str, str] | None = None
) -> tuple[Document, ...]:
    """A collection, with what reading has dropped as a credit and taken for the publisher of each source."""
    credited, publishers = credited or {}, publishers or {}
    return tuple(
        replace(
            document,
            source=replace(source := document.source, publisher=publishers.get(source.id)),
            text=f"{document.text}\n{credited.get(source.id, '')}",
            dropped=(Dropped(len(document.text) + 1, len(document.text) + 200, "wire credit"),),
        )
        for document in documents(notation)
    )


def whole(merged: Merged) -> str:
    return groups(merged.origins)


class DescribeTheOrderOfFacts:
    @pytest.mark.parametrize(
        ("stories", "expected"),
        [
            ({"A": "abcdef", "B": "abcdef"}, "A+B"),
            ({"A": "abcdefghij", "B": "axcyeg"}, "A+B"),
            ({"A": "abcdefghij", "B": "axyceg"}, "A+B"),
            ({"A": "abcdefghij", "B": "xyzace"}, "A B"),
            ({"A": "abcdef", "B": "bdface"}, "A B"),
            ({"A": "abcdef", "B": "fedcba"}, "A B"),
        ],
    )
    def it_makes_a_copy_where_most_is_told_in_it(self, stories: dict[str, str], expected: str) -> None:
        assert groups(told(**stories)) == expected

    def it_shows_nothing_in_three_sentences(self) -> None:
        assert groups(told(A="abcxyz", B="abc")) == "A B"
        assert groups(told(A="abcdyz", B="abcd")) == "A+B"

    def it_shows_nothing_in_two_lists_of_the_same_items(self) -> None:
        assert groups(told(A="xyABCDEFz", B="ABCDEF")) == "A B"
        assert groups(told(A="xyABCDEF", B="uvABCDEFw")) == "A B"

    def it_shows_in_a_list_that_retells_a_story(self) -> None:
        assert groups(told(A="abcdef", B="ABCDEF")) == "A+B"

    def it_takes_a_list_in_two_stories_that_are_alike_for_one_match(self) -> None:
        assert groups(told(A="abcDEFgh", B="abcDEFgh")) == "A+B"

    def it_is_told_with_its_share(self) -> None:
        assert reasons(told(A="abcdefgh", B="abcdx")) == ["B tells 80 % of its story in the same order as A"]

    def it_brings_a_source_with_it_once(self) -> None:
        found = told(A="abcdef", B="abcdef", C="abcdef")
        assert groups(found) == "A+B+C"
        assert len(reasons(found)) == 2


@rules_alone
class DescribeCommonWords:
    def it_names_the_same_file(self) -> None:
        twice = FLOOD + FLOOD.replace("A:", "B:")
        assert reasons(merging(twice).origins) == ["B is byte for byte the same as A"]

    def it_names_the_same_sentences_in_another_order(self) -> None:
        lines = FLOOD.replace("A:", "B:").splitlines()
        turned = FLOOD + "\n".join(reversed(lines))
        assert reasons(merging(turned).origins) == ["B has the very sentences of A"]

    def it_gives_the_share_of_the_shorter_text(self) -> None:
        cut = FLOOD + "\n".join([*FLOOD.replace("A:", "B:").splitlines()[:3], "B: It rained on, and nobody slept."])
        assert reasons(merging(cut).origins) == ["B has 90 % of its wording in common with A"]

    def it_does_not_count_what_both_quote(self) -> None:
        speech = "“We shall rebuild every house of this town before the first snow falls on it,” the mayor said"
        assert (
            whole(
                merging(f"""
                    A: Thousands came to the square of Lipnik in the evening.
                    A: {speech} from a balcony.
                    B: {speech} at noon.
                    B: Her rival in the council has asked who is to pay.
                """)
            )
            == "A B"
        )


@rules_alone
class DescribeCredits:
    COMMON = """
        A: The Varda burst its banks at dawn and drowned the market of Lipnik.
        A: A choir sang in the station, and travellers put coins into a helmet.
        A: The minister of the interior cut his holiday on the coast short.
        A: In the hills, shepherds drove their flocks to the chapel of Saint Vid.
        A: Trains to the south go round by Gravna, two hours late at least.
        A: Nobody has seen the ferryman since he cast off on Monday night.
        B: In a cellar of Lipnik a man held a candle over his drowned books.
        B: Rescuers say that the Varda burst its banks at dawn and drowned vineyards as well.
        B: The price of drinking water rose to that of wine.
        B: A mill that had stood for three centuries was gone within a minute.
        B: Engineers doubt whether the old stone bridge may be crossed again.
        B: On the radio, children read the names of dogs that were found.
    """

    def it_takes_little_in_common_for_a_copy_where_one_agency_is_credited(self) -> None:
        assert whole(merging(collection(self.COMMON))) == "A B"
        assert whole(merging(collection(self.COMMON, {"A": "(AFP) - "}))) == "A B"
        credited = merging(collection(self.COMMON, {"A": "LIPNIK (AFP) - ", "B": "(Agence France-Presse)"}))
        assert whole(credited) == "A+B"
        assert reasons(credited.origins)[0].endswith(", and both are credited to AFP")

    @pytest.mark.parametrize("credit", ["By our correspondent in Lipnik/DPA", "With agency reports", "From agencies"])
    def it_knows_a_credit_in_many_forms(self, credit: str) -> None:
        assert whole(merging(collection(self.COMMON, {"A": credit, "B": credit}))) == "A+B"

    def it_takes_an_agency_s_own_text_for_credited_to_it(self) -> None:
        assert whole(merging(collection(self.COMMON, {"A": "(Reuters)"}, {"B": "Reuters"}))) == "A+B"

    def it_is_no_copy_where_nothing_is_in_common(self) -> None:
        apart = FLOOD + "B: In Lipnik, on the Varda, the choir rehearsed a mass for the drowned market."
        assert whole(merging(collection(apart, {"A": "(AFP)", "B": "(AFP)"}))) == "A B"


@rules_alone
class DescribePublishers:
    def it_is_one_witness_without_being_a_copy(self) -> None:
        merged = merging(collection(FLOOD + LATER, publishers={"A": "Lagoon Mail", "B": "Lagoon Mail"}))
        assert reasons(merged.origins) == ["B has the same publisher as A (Lagoon Mail), and is no copy of it"]

    def it_does_not_own_what_others_print_too(self) -> None:
        copied = FLOOD + FLOOD.replace("A:", "C:") + LATER
        publishers = {"A": "Lagoon Mail", "B": "Lagoon Mail", "C": "Hill Post"}
        assert whole(merging(collection(copied, publishers=publishers))) == "A+C B"

    def it_does_not_own_what_an_agency_wrote(self) -> None:
        publishers = {"A": "Lagoon Mail", "B": "Lagoon Mail"}
        assert whole(merging(collection(FLOOD + LATER, {"A": "(AFP)"}, publishers))) == "A B"


@rules_alone
class DescribeSourcesThatCreditOthers:
    REPORTED = """
        A: The Varda burst its banks at dawn and drowned the market of Lipnik.
        A: A bakery gave its bread away, for the ovens stood a metre deep in mud.
        A: Insurers have not yet counted what the night has cost the town.
        B: The Lagoon Mail reported that the market of Lipnik was drowned at dawn when the Varda burst its banks.
        B: Pumps from three countries arrived by train in the afternoon.
        B: The bishop opened his palace to all who have lost their beds.
    """
    MOSTLY = """
        A: The Varda burst its banks at dawn and drowned the market of Lipnik.
        A: A bakery gave its bread away, for the ovens stood a metre deep in mud.
        A: Insurers have not yet counted what the night has cost the town.
        A: Soldiers in rubber boats took some forty children from the roof of a school.
        A: Nobody had lit the lamp on the tower.
        A: The ferryman was found asleep in a barn near Gravna.
        A: Wine merchants lost all that lay in their cellars.
        A: It has begun to snow in the hills.
        B: According to the Lagoon Mail, the market of Lipnik drowned when the Varda burst its banks at dawn.
        B: Since mud stood a metre deep in its ovens, a bakery gave bread away, the Lagoon Mail reported.
        B: Pumps from three countries arrived by train in the afternoon.
        B: Soldiers in boats took forty children from a school's roof, the Lagoon Mail said.
        B: The Lagoon Mail reported that in a barn near Gravna the ferryman was found asleep.
        B: The bishop opened his palace to all who have lost their beds.
        B: Trains go round by Orle.
        B: A concert has been put off.
    """

    def count(self, publisher: str) -> int:
        """The origins of the statement that both sources make."""
        merged = merging(collection(self.REPORTED, publishers={"A": publisher}))
        (statement,) = (found for found in merged.statements if {"A1", "B1"} <= set(drawn(found)[1:-1].split()))
        return statement.origins(merged.origin_of)

    def it_counts_a_sentence_for_the_source_that_it_credits(self) -> None:
        assert self.count("Lagoon Mail") == 1
        assert self.count("Hill Post") == 2

    def it_counts_a_source_for_itself_where_it_says_so_by_itself_too(self) -> None:
        own, lent = Sentence("B", 0, 0, 4, "Rain"), Sentence("B", 1, 5, 9, "Rain", credited="A")
        origin_of = {"A": "O1", "B": "O2"}

        def count(*sentences: Sentence) -> int:
            return Statement(sentences[0], tuple(Support(one, one.span) for one in sentences)).origins(origin_of)

        assert count(own, lent) == count(lent, own) == 1
        assert count(own, Sentence("A", 0, 0, 4, "Rain"), lent) == 2

    def it_is_no_copy_for_one_sentence(self) -> None:
        assert whole(merging(collection(self.REPORTED, publishers={"A": "Lagoon Mail"}))) == "A B"

    def it_credits_nobody_by_its_own_name(self) -> None:
        merged = merging(collection(self.REPORTED, publishers={"A": "Hill Post", "B": "Lagoon Mail"}))
        assert {one.sentence.credited for found in merged.statements for one in found.support} == {None}

    def it_is_the_other_s_where_most_of_it_is(self) -> None:
        assert whole(merging(collection(self.MOSTLY, publishers={"A": "Hill Post"}))) == "A B"
        merged = merging(collection(self.MOSTLY, publishers={"A": "Lagoon Mail"}))
        assert reasons(merged.origins) == ["A has 10 % of its wording in common with B, which credits it"]
