"""What holds of who says a statement, whatever the sources."""

from hypothesis import example, given, settings
from newsroom import COLLECTIONS, folder_of

from briefing import language, merge, sources
from briefing.merge.vetoes import conflict
from briefing.model import Merged, Sentence, Support


def merging(collection: list[str]) -> Merged:
    with folder_of(collection) as folder:
        documents = sources.read([folder]).documents
    return merge.merge(documents, language.analyse(documents))


def said(support: Support) -> list[Sentence]:
    """The sentence, or the main clauses of it, that the cited passage runs over."""
    span = support.span
    clauses = [one for one in support.sentence.clauses if span.start <= one.start and one.end <= span.end]
    whole = (span.start, span.end) == (support.sentence.start, support.sentence.end)
    return [support.sentence] if whole else clauses


BURST = "The Varda river burst its banks on {} and flooded the old town of Lipnik."
DATED_AND_UNDATED = [
    f"Flood in the valley\n{BURST.format('Tuesday')}\n",
    f"Flood in the valley\n{BURST.format('Tuesday')} {BURST.format('the spring of 2023')}\nPublished: 3 May 2024",
]
"""Two sources that tell of a Tuesday; only the second says in which year it was."""


class DescribeTheSupportOfEveryStatement:
    @settings(max_examples=80)
    @given(collection=COLLECTIONS)
    def it_has_the_passage_that_it_is_cited_for(self, collection: list[str]) -> None:
        merged = merging(collection)
        texts = {document.source.id: document for document in merged.documents}
        for statement in merged.statements:
            for one in statement.support:
                assert one.sentence.start <= one.span.start < one.span.end <= one.sentence.end
                assert texts[one.span.source].passage(one.span) in one.sentence.text
                assert said(one)

    @settings(max_examples=80)
    @given(collection=COLLECTIONS)
    @example(collection=DATED_AND_UNDATED)
    def it_never_contradicts_what_is_quoted(self, collection: list[str]) -> None:
        for statement in merging(collection).statements:
            quoted = statement.representative
            own = [quoted, *quoted.clauses]
            for one in statement.support:
                for passage in said(one):
                    assert any(conflict(mine, passage) is None for mine in own), (quoted.text, passage.text)
                if one.whole and one.sentence.text != quoted.text and one.span == one.sentence.span:
                    assert any(conflict(mine, one.sentence) is None for mine in own)

    @settings(max_examples=80)
    @given(collection=COLLECTIONS)
    def it_is_in_order_and_its_source_says_at_least_as_much(self, collection: list[str]) -> None:
        for statement in merging(collection).statements:
            assert [one.whole for one in statement.support] == sorted(
                (one.whole for one in statement.support), reverse=True
            )
            assert all(one.source_whole for one in statement.support if one.whole)
            assert statement.support[0].whole
