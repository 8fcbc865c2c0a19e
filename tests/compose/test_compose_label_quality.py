"""The labelled sentences with which labels are measured: read rightly, and their faults shown."""

import pytest

from benchmarks.quality import labels
from benchmarks.quality.collection import SETS, FaultyError
from benchmarks.quality.labels import Judged, Labelled

TEXT = """# A comment.

== development, flood
The river broke the old dam.
+ Old dam | Dam
- River
"""


class DescribeTheLabelledSentences:
    def it_holds_enough_of_each_set(self) -> None:
        texts = labels.read(labels.FILE.read_text("utf-8"))
        sizes = {name: sum(len(text.sentences) for text in texts if text.set == name) for name in SETS}
        assert min(sizes.values()) >= 30

    def it_reads_what_is_good_and_what_is_bad(self) -> None:
        (text,) = labels.read(TEXT)
        assert (text.set, text.name) == ("development", "flood")
        assert text.sentences == (
            Labelled("The river broke the old dam.", frozenset({"old dam", "dam"}), frozenset({"river"})),
        )

    @pytest.mark.parametrize(
        ("written", "instead", "said"),
        [("development", "dev", "“dev” is no set"), ("+ Old", "Old", "needs a line"), ("- River", "River", "needs a")],
    )
    def it_shows_a_fault(self, written: str, instead: str, said: str) -> None:
        with pytest.raises(FaultyError, match=said):
            labels.read(TEXT.replace(written, instead))

    def it_shows_a_sentence_that_no_source_has(self) -> None:
        (text,) = labels.read(TEXT.replace("old dam.", "old dam. It rained."))
        with pytest.raises(FaultyError, match="no sentence of flood"):
            list(labels.judged(text, {}))

    @pytest.mark.parametrize(
        ("label", "verdict"), [("Old dam", "good"), ("River", "bad"), ("Old", "fair"), (None, "none")]
    )
    def it_judges_a_label(self, label: str | None, verdict: str) -> None:
        (text,) = labels.read(TEXT)
        assert Judged(text.sentences[0], label).verdict == verdict

    def it_counts_for_each_set(self) -> None:
        texts = labels.read(TEXT + TEXT.removeprefix("# A comment.\n").replace("development", "held out"))
        found = {text: [Judged(text.sentences[0], label)] for text, label in zip(texts, ("Dam", "River"), strict=True)}
        assert labels.figures(found) == {
            "development": {"sentences": 1, "good": 1.0, "bad": 0.0},
            "held out": {"sentences": 1, "good": 0.0, "bad": 1.0},
        }
