"""Step 4: the rankers that a user can name. Ours is the default, since it measures better.

sumy's summarisers rate our own statements: they are handed our lemmas for
words, so no NLTK data is needed. sumy is imported only when one is named, as it
takes seconds.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from briefing.model import Statement

Ranker = Callable[[Sequence[Statement]], list[int]]
OURS = "centroid"
SUMY = {
    "kl": "kl.KLSummarizer",
    "lexrank": "lex_rank.LexRankSummarizer",
    "lsa": "lsa.LsaSummarizer",
    "luhn": "luhn.LuhnSummarizer",
    "reduction": "reduction.ReductionSummarizer",
    "sumbasic": "sum_basic.SumBasicSummarizer",
    "textrank": "text_rank.TextRankSummarizer",
}
RANKERS = (OURS, *SUMY)


def ranker(name: str | None) -> Ranker:
    """The ranker of this name, one of `RANKERS`; ours where none is named."""
    if name is None or name == OURS:
        from briefing.compose import salience

        return salience.rank
    return lambda statements: _rank(SUMY[name], statements)


def _rank(summarizer: str, statements: Sequence[Statement]) -> list[int]:
    """The order in which one of sumy's summarisers takes the statements."""
    module, kind = summarizer.split(".")
    summarize = getattr(import_module(f"sumy.summarizers.{module}"), kind)()
    order: list[int] = []

    def watch(infos: Sequence[Any]) -> Sequence[Any]:
        order.extend(info.order for info in infos)
        return infos

    summarize(_document(statements), watch)
    return order


def _document(statements: Sequence[Statement]) -> Any:
    """The statements as a document of sumy's, in one paragraph."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    class Row(Sentence):  # type: ignore[misc]
        """A sentence that equals itself alone: sumy gives equal texts one rating."""

        def __init__(self, statement: Statement) -> None:
            super().__init__(statement.representative.text, None)
            self.lemmas = statement.representative.lemmas

        @property
        def words(self) -> tuple[str, ...]:
            return self.lemmas

        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    return ObjectDocumentModel([Paragraph([Row(statement) for statement in statements])])
