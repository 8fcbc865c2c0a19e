"""What can be spared goes last. A statement is drawn as its concepts, a letter each and its words: `abc3`."""

from briefing.compose.coverage import spared_last
from briefing.model import Sentence, Statement, Support


def order(drawn: str, words: int = 1000, worth: dict[str, float] | None = None) -> str:
    """The statements as they were drawn, in the order in which they are taken."""
    statements = {_statement(n, one): one for n, one in enumerate(drawn.split())}
    worths = [(worth or {}).get(one, 1.0) for one in statements.values()]
    return " ".join(statements[statement] for statement in spared_last(list(statements), worths, words))


def _statement(n: int, drawn: str) -> Statement:
    concepts, length = drawn.rstrip("0123456789"), int(drawn.lstrip("abcdefghijklmnopqrstuvwxyz"))
    sentence = Sentence("S1", n, n, n + 1, " ".join("w" * length), concepts=tuple(concepts))
    return Statement(sentence, (Support(sentence, sentence.span),))


class DescribeCoverage:
    def it_puts_last_what_others_tell(self) -> None:
        assert order("ab2 bcd3 bc2 ef2") == "ab2 ef2 bcd3 bc2"

    def it_keeps_one_of_two_that_tell_the_same(self) -> None:
        assert order("a1 bc2 bc2 d1").endswith("bc2")
        assert order("a1 bc2 bc2 d1").split()[1:3] != ["bc2", "bc2"]

    def it_puts_last_what_takes_the_more_room_for_what_it_tells(self) -> None:
        assert order("a1 bc9 de2") == "a1 de2 bc9"

    def it_weighs_what_is_told_by_what_it_is_worth(self) -> None:
        assert order("a1 bc9 de2", worth={"bc9": 5.0}) == "a1 bc9 de2"

    def it_never_moves_the_main_point(self) -> None:
        assert order("a9 abc3 abd3").startswith("a9")

    def it_leaves_behind_what_matters_too_little_to_be_weighed(self) -> None:
        assert order("a4 b4 cdef4 ghij1", words=8) == "a4 cdef4 b4 ghij1"

    def it_takes_nothing_from_nothing(self) -> None:
        assert order("") == ""
