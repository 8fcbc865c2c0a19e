"""How well sources are merged: the floor over labelled collections, and that the measuring itself can be trusted."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.quality import actors, floor, measured, measures, pairs
from benchmarks.quality.collection import Collection, Fact, FaultyError, collections, overlap, read
from benchmarks.quality.contact import Cited, Outcome, Told
from benchmarks.quality.measures import citation_precision, citation_recall, redundancy
from briefing.model import Disagreement, Span, Version

GOLD = """
set = "development"
origins = [["a"], ["b"]]

[[facts]]
id = "bridge"
tells = "The bridge was closed."
told = [{ source = "a", text = "The bridge was closed" }, { source = "b", text = "closed the old bridge" }]

[[disagreements]]
kind = "number"
about = "the injured"
versions = [{ text = "Two people were hurt", sources = ["a"] }, { text = "Five were hurt", sources = ["b"] }]
"""
PAIRS = """
[[pairs]]
a = { source = "a", text = "The bridge was closed on Monday." }
b = { source = "b", text = "The city closed the old bridge." }
label = "same"
"""
SOURCES = {
    "a": "The bridge was closed on Monday. Two people were hurt. Rain fell, and then rain fell again.",
    "b": "The city closed the old bridge. Five were hurt.",
}


def collection(folder: Path, gold: str = GOLD, labelled: str = PAIRS) -> Collection:
    (folder / "sources").mkdir()
    for name, text in SOURCES.items():
        (folder / "sources" / f"{name}.txt").write_text(text, "utf-8")
    (folder / "gold.toml").write_text(gold, "utf-8")
    (folder / "pairs.toml").write_text(labelled, "utf-8")
    return read(folder)


class DescribeMerging:
    def it_does_not_fall_below_its_floor(self) -> None:
        assert floor.below(measured.figures(measured.outcomes(), measured.tables()), floor.pinned()) == []


FLOOR = {"collections": {"seeds": {"recall": 0.8, "unknown": 1}}}


class DescribeTheFloor:
    def it_is_for_what_is_measured(self) -> None:
        assert set(floor.pinned()["collections"]) == {gold.name for gold in collections()}
        assert set(floor.pinned()["actors"]) == {table.name for table in actors.tables()}

    def it_holds_a_figure_that_is_as_good(self) -> None:
        assert floor.below({"collections": {"seeds": {"recall": 0.797, "unknown": 0}}}, FLOOR) == []

    @pytest.mark.parametrize("worse", [{"recall": 0.79}, {"unknown": 2}])
    def it_shows_a_figure_that_has_fallen(self, worse: dict[str, float]) -> None:
        (said,) = floor.below({"collections": {"seeds": worse}}, FLOOR)
        assert said.startswith(f"collections, seeds, {next(iter(worse))} is ")

    def it_asks_for_a_floor_where_there_is_none(self) -> None:
        (said,) = floor.below({"collections": {"strike": {"recall": 1.0}}}, FLOOR)
        assert "--pin" in said


class DescribeTheLabelledPairs:
    def it_holds_enough_of_every_label(self) -> None:
        labels = [pair.label for gold in collections() for pair in gold.pairs]
        assert len(labels) >= 400
        assert min(labels.count("same"), labels.count("different")) >= len(labels) / 3
        assert min(labels.count("part"), labels.count("contradict")) >= len(labels) / 15


class DescribeACollection:
    def it_knows_where_its_quotations_stand(self, tmp_path: Path) -> None:
        gold = collection(tmp_path)
        passages = {document.source.id: document.text for document in gold.documents}
        (fact,) = gold.facts
        assert [passages[span.source][span.start : span.end] for span in fact.told] == [
            "The bridge was closed",
            "closed the old bridge",
        ]

    @pytest.mark.parametrize(
        ("quoted", "instead", "said"),
        [
            ("The bridge was closed", "The bridge was shut", "does not stand in the source “a”"),
            ("The bridge was closed", "ain fell", "stands 2 times in the source “a”"),
            ('source = "b"', 'source = "z"', "There is no source “z”"),
            ('[["a"], ["b"]]', '[["a"]]', "The source “b” has no origin"),
            ('[["a"], ["b"]]', '[["a", "b"], ["b"]]', "The source “b” has two origins"),
            ('kind = "number"', 'kind = "numbers"', "“numbers” is no kind"),
            ('set = "development"', 'set = "dev"', "“dev” is no set"),
            ('id = "bridge"', "", "An entry has no 'id'"),
        ],
    )
    def it_shows_a_fault(self, tmp_path: Path, quoted: str, instead: str, said: str) -> None:
        with pytest.raises(FaultyError, match=said):
            collection(tmp_path, gold=GOLD.replace(quoted, instead))

    @pytest.mark.parametrize(
        ("quoted", "instead", "said"),
        [
            ("the old bridge", "the new bridge", "does not stand in the source “b”"),
            ('"same"', '"equal"', "“equal” is no label"),
        ],
    )
    def it_shows_a_fault_of_a_pair(self, tmp_path: Path, quoted: str, instead: str, said: str) -> None:
        with pytest.raises(FaultyError, match=said):
            collection(tmp_path, labelled=PAIRS.replace(quoted, instead))

    def it_shows_all_faults_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(FaultyError) as raised:
            collection(tmp_path, gold=GOLD.replace("hurt", "killed"))
        assert len(str(raised.value).splitlines()) == 2


def told(*passages: str, whole: bool = True) -> Told:
    """A statement by its passages, `"a0-20"`; the first one is quoted."""
    spans = [at(passage) for passage in passages]
    return Told(spans[0], tuple(Cited(span, whole) for span in spans))


def fact(name: str, *passages: str) -> Fact:
    return Fact(name, "", tuple(map(at, passages)))


def at(passage: str) -> Span:
    start, end = passage[1:].split("-")
    return Span(passage[0], int(start), int(end))


class DescribeAMeasure:
    FACTS = (fact("bridge", "a0-20", "b0-30"), fact("rain", "a20-40", "b30-60", "c0-40"))

    def it_takes_passages_for_one_where_most_of_the_shorter_is_common(self) -> None:
        assert overlap(at("a0-20"), at("a5-90"))
        assert not overlap(at("a0-20"), at("a12-90"))
        assert not overlap(at("a0-20"), at("b0-20"))

    @pytest.mark.parametrize(
        ("statements", "share"),
        [
            ([told("a0-20", "b0-30"), told("a20-40", "b30-60", "c0-40")], 1),
            ([told("a0-20"), told("b0-30"), told("a20-40", "b30-60", "c0-40")], 3 / 4),
            ([told("a0-20", "b60-90"), told("c0-40")], (1 / 2 + 1 / 3) / 2),
            ([told("a0-40", "b0-60", "c0-40")], 1),
            ([], 0),
        ],
    )
    def it_counts_the_sources_that_the_best_statement_cites(self, statements: Sequence[Told], share: float) -> None:
        assert citation_recall(self.FACTS, statements) == pytest.approx(share)

    def it_counts_the_citations_that_tell_what_is_quoted(self) -> None:
        statements = [told("a0-20", "b0-30", "c0-40"), told("a20-40"), told("c80-90", "b0-30")]
        assert citation_precision(self.FACTS, statements) == 3 / 4

    def it_counts_the_facts_that_two_statements_quote_alone(self) -> None:
        assert redundancy(self.FACTS, [told("a0-20"), told("b0-60"), told("c0-40")]) == 0
        assert redundancy(self.FACTS, [told("a0-20"), told("b0-30"), told("c0-40")]) == 1 / 2

    def it_knows_a_disagreement_by_the_citations_of_its_versions(self, tmp_path: Path) -> None:
        gold = collection(tmp_path)
        passages = [version.passages[0] for version in gold.disagreements[0].versions]
        shown = Disagreement("date", "", tuple(Version("", (span,)) for span in passages))
        same = Disagreement("number", "", tuple(Version("", (passages[0],)) for _ in passages))
        assert measures._known(shown, gold) == {0}
        assert measures._known(same, gold) == set()


class DescribeTheErrors:
    PAIR = """
[[pairs]]
a = { source = "a", text = "Two people were hurt." }
b = { source = "b", text = "The city closed the old bridge." }
label = "%s"
"""

    def errors(self, folder: Path, gold: str, label: str) -> list[str]:
        found = collection(folder, gold, self.PAIR % label)
        return list(measured.errors([(found, Outcome(found.documents))]))

    def it_shows_a_pair_that_is_told_wrongly(self, tmp_path: Path) -> None:
        (said,) = self.errors(tmp_path, GOLD, "same")
        assert "same, told apart" in said
        assert said.endswith("\n  Two people were hurt.\n  The city closed the old bridge.")

    def it_shows_no_pair_that_is_told_rightly(self, tmp_path: Path) -> None:
        assert self.errors(tmp_path, GOLD, "different") == []

    def it_shows_nothing_of_a_collection_that_is_held_out(self, tmp_path: Path) -> None:
        assert self.errors(tmp_path, GOLD.replace("development", "held out"), "same") == []


class DescribeTheMeasuresOfPairs:
    @pytest.mark.parametrize(
        ("same", "others", "precision", "area"),
        [
            ([0.9, 0.8], [0.2, 0.1], 1, 1),
            ([0.9, 0.3], [0.5, 0.1], (1 + 2 / 3) / 2, 3 / 4),
            ([0.5], [0.5], 1 / 2, 1 / 2),
        ],
    )
    def it_judges_a_score_by_the_order_it_makes(
        self, same: list[float], others: list[float], precision: float, area: float
    ) -> None:
        assert pairs.average_precision(same, others) == pytest.approx(precision)
        assert pairs.roc(same, others) == pytest.approx(area)

    def it_asks_nothing_of_a_pair_that_is_right_both_ways(self) -> None:
        judged = [pairs.Judged("same", True, 0.5), pairs.Judged("part", False, 0.6), pairs.Judged("part", True, 0.1)]
        found = pairs.figures([*judged, pairs.Judged("contradict", True, 0.2)])
        assert (found["precision"], found["recall"], found["parts"]) == (1 / 2, 1, 1 / 2)
