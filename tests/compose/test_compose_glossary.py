"""The glossary of a brief, drawn as `name: what is told; what else`, a line each."""

from dataclasses import replace

from compose_notation import ALL, TIMELINE, brief, merged

from briefing import language, merge
from briefing.model import Block, Brief, Document, Merged, Role, Source
from briefing.settings import SectionSpec

GLOSSARY = SectionSpec("glossary", "Names", "glossary")

BLOC = """
    A: The Sahel Trade Community (STC) met in Verrin on Monday and lowered the duty on salt.
    B: The STC will meet again in May to set a price for cotton.
    C: Ilse Hrovat, the governor of Verrin, opened the bridge over the river.
"""


def rows(made: Brief) -> list[str]:
    return [f"{term.name}: {'; '.join(role.text for role in term.told)}" for term in made.glossary]


def told(*texts: str) -> Merged:
    """What merging finds in documents of these texts."""
    documents = tuple(
        Document(Source(f"S{n}", f"{n}.txt", str(n)), text, (Block("paragraph", 0, len(text)),))
        for n, text in enumerate(texts, start=1)
    )
    return merge.merge(documents, language.analyse(documents))


class DescribeTheGlossary:
    def it_writes_an_acronym_out_in_the_words_of_a_source(self) -> None:
        assert rows(brief(BLOC, ALL, GLOSSARY)) == ["STC: Sahel Trade Community"]

    def it_says_who_an_actor_is(self) -> None:
        made = brief(told("Ilse Hrovat, the governor of Verrin, opened the bridge over the river."), ALL, GLOSSARY)
        assert rows(made) == ["Ilse Hrovat: the governor of Verrin"]

    def it_has_one_row_for_an_actor_under_all_names(self) -> None:
        texts = (
            "The Sahel Trade Community (STC) met in Verrin and lowered the duty on salt.",
            "The STC, a bloc of four states, met in Verrin and lowered the duty on salt.",
        )
        assert rows(brief(told(*texts), ALL, GLOSSARY)) == ["STC: Sahel Trade Community; a bloc of four states"]

    def it_holds_only_what_the_brief_uses(self) -> None:
        bounded = replace(ALL, items=1)
        made = brief(merged("ABC: Rain fell on the hills all night.\n" + BLOC.strip()), bounded, GLOSSARY)
        assert "STC" not in made.items[0].text
        assert made.glossary == ()

    def it_holds_nothing_that_no_source_explains(self) -> None:
        assert rows(brief("A: NATO and the UN met in Verrin to talk of the bridge.", ALL, GLOSSARY)) == []

    def it_tells_each_meaning_of_an_acronym_that_sources_write_out_differently(self) -> None:
        two = """
            A: The Port Works Agency (PWA) closed the old bridge for the winter.
            B: The Public Water Authority (PWA) raised the price of a bath.
        """
        assert rows(brief(two, ALL, GLOSSARY)) == ["PWA: Port Works Agency; Public Water Authority"]

    def it_stands_in_the_order_of_the_alphabet_whatever_the_accents(self) -> None:
        three = """
            A: The Zinc Board (ZB) closed the mine in the hills.
            A: The Élan Movement (ÉM) marched through the capital at night.
            A: The Dam Council (DC) opened the gates above the town.
        """
        assert [term.name for term in brief(three, ALL, GLOSSARY).glossary] == ["DC", "ÉM", "ZB"]

    def it_keeps_what_is_used_most_and_counts_the_rest(self) -> None:
        two = """
            A: The Zinc Board (ZB) closed the mine in the hills.
            A: The Dam Council (DC) opened the gates above the town.
            A: Workers of the ZB went home without their wages.
        """
        made = brief(two, ALL, replace(GLOSSARY, items=1))
        assert ([term.name for term in made.glossary], made.left_out.glossary) == (["ZB"], 1)

    def it_is_empty_where_the_template_has_no_place_for_it(self) -> None:
        assert brief(BLOC, ALL).glossary == ()


class DescribeEachRow:
    def it_is_the_text_of_its_spans_and_cited(self) -> None:
        texts = (
            "The Sahel Trade Community (STC) met. Ilse Hrovat, the governor of Verrin, opened the bridge.",
            "Miners and farmers signed a salt treaty, known as the Verrin Charter, on Monday.",
            "The STC, a bloc of cotton growers, lowered the duty.",
        )
        made = brief(told(*texts), ALL, TIMELINE, GLOSSARY)
        assert len(made.glossary) == 3
        for role in roles(made):
            (span,) = role.spans
            assert next(d for d in made.documents if d.source.id == span.source).passage(span) == role.text
            assert span in role.citations
            assert all(number(made, cited.source) for cited in role.citations)


def roles(made: Brief) -> list[Role]:
    return [role for term in made.glossary for role in term.told]


def number(made: Brief, source: str) -> int:
    return next(one.number for one in made.sources if one.id == source)


class DescribeACopy:
    def it_changes_no_row(self) -> None:
        texts = (
            "The Port Works Agency (PWA) closed the old bridge over the river for the winter.",
            "The Public Water Authority (PWA) raised the price of a bath in the baths of Verrin.",
        )
        once, again = (brief(told(*given), ALL, GLOSSARY) for given in (texts, (*texts, texts[1], texts[1])))
        assert rows(again) == rows(once) != []
