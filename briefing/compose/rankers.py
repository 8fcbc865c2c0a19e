"""Step 4: the rankers that a user can name. Ours is the default, since it measures better.

sumy's summarisers rate our own statements: they are handed our lemmas for
words, so no NLTK data is needed. sumy is imported only when one is named, as it
takes seconds.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from math import inf, isnan
from typing import Any
from warnings import catch_warnings, simplefilter

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
    """The order in which one of sumy's summarisers takes the statements; those without a word come last."""
    worded = [n for n, statement in enumerate(statements) if statement.representative.lemmas]
    ratings = dict(zip(worded, _ratings(summarizer, [statements[n] for n in worded]), strict=True))
    return sorted(range(len(statements)), key=lambda n: (-ratings.get(n, -inf), n))


def _ratings(summarizer: str, statements: Sequence[Statement]) -> list[float]:
    """What it rates the statements, rounded: in the last digits sumy's sums change from run to run."""
    module, kind = summarizer.split(".")
    summarize = getattr(import_module(f"sumy.summarizers.{module}"), kind)()
    ratings = [0.0] * len(statements)

    def watch(infos: Sequence[Any]) -> Sequence[Any]:
        for info in infos:
            # Nothing in common with any other makes LexRank divide by zero.
            ratings[info.order] = 0.0 if isnan(info.rating) else round(float(info.rating), 9)
        return infos

    with catch_warnings():
        simplefilter("ignore")  # of so few words that they tell nothing apart; then the order of the sources stands
        if statements:
            summarize(_document(statements), watch)
    return ratings


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
