"""What is told once. A statement is drawn as its first word; `a<b` says that the quoted words of b say all of a."""

from briefing.compose.selection import told_once
from briefing.model import Sentence, Statement, Support


def remaining(*pairs: str, among: str) -> str:
    """The statements that are left of those named by letters."""
    sentences = {letter: Sentence("S1", n, n, n + 1, letter) for n, letter in enumerate(among)}
    fuller: dict[str, list[str]] = {letter: [] for letter in among}
    for less, more in (pair.split("<") for pair in pairs):
        fuller[less].append(more)
    statements = [
        Statement(sentences[letter], tuple(Support(sentences[one], sentences[one].span) for one in (letter, *others)))
        for letter, others in fuller.items()
    ]
    return "".join(statement.representative.text for statement in told_once(statements))


class DescribeWhatIsToldOnce:
    def it_leaves_out_what_another_tells_in_full(self) -> None:
        assert remaining("a<b", among="abc") == "bc"

    def it_keeps_the_first_of_two_that_tell_the_same(self) -> None:
        assert remaining("a<b", "b<a", among="abc") == "ac"

    def it_keeps_the_fullest_of_three(self) -> None:
        assert remaining("a<b", "a<c", "b<c", among="abc") == "c"

    def it_does_not_count_a_part(self) -> None:
        a, b = Sentence("S1", 0, 0, 1, "a"), Sentence("S2", 0, 0, 1, "b")
        in_part = Statement(a, (Support(a, a.span), Support(b, b.span, whole=False, source_whole=False)))
        alone = Statement(b, (Support(b, b.span),))
        assert told_once([in_part, alone]) == [in_part, alone]
