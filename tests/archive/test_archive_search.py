"""What is found in an archive, and in which order, whatever was done to its index before."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from archive_notation import laid_down, text
from hypothesis import given
from hypothesis import strategies as st

from briefing.archive import Index, search, topic_of
from briefing.errors import NothingToBuildError, SettingError
from briefing.model import Bounds
from briefing.pipeline import archiving
from briefing.pipeline.archiving import Found
from briefing.pipeline.wanted import Wanted

RIVER = """
    a.txt 2023-07-02: The river flooded the town, and the flooding river took two bridges.
    b.txt 2023-08: The bridges over the river were closed by the mayor on Tuesday.
    c.txt 2022: A dam on the upper river was inspected by three engineers.
    d.txt -: The river is as low as it has been for years, farmers said.
    e.txt 2023-09-30: The minister opened a school and praised the teachers.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return laid_down(RIVER, tmp_path / "archive")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def found(archive: Path, index: Path, topic: str, since: str | None = None, until: str | None = None) -> Found:
    return archiving.find(archive, Wanted(topic, Bounds(since, until), index=index))


def names(found: Found) -> str:
    return " ".join(hit.label.rpartition("/")[2].removesuffix(".txt") for hit in found.hits.best)


class DescribeATopic:
    @pytest.mark.parametrize(
        ("topic", "wanted"),
        [
            ("floods", "a"),
            ("FLOODED", "a"),
            ("bridge", "b a"),
            ('"bridges over the river"', "b"),
            ("„river flooded“", "a"),
            ("a school of the minister", "e"),
            ("mínister", "e"),
        ],
    )
    def it_is_found_in_any_form_and_order_and_a_phrase_as_it_stands(
        self, archive: Path, index: Path, topic: str, wanted: str
    ) -> None:
        hits = found(archive, index, topic)
        assert " ".join(sorted(names(hits).split())) == " ".join(sorted(wanted.split()))

    def it_takes_sources_with_some_of_the_words_where_few_have_all(self, archive: Path, index: Path) -> None:
        hits = found(archive, index, "flooded school")
        assert (sorted(names(hits).split()), hits.selection.some_words) == (["a", "e"], True)

    def it_puts_those_with_all_words_first(self, archive: Path, index: Path) -> None:
        assert names(found(archive, index, "river engineers")).split()[0] == "c"

    def it_is_told_when_nothing_bears_on_it(self, archive: Path, index: Path) -> None:
        with pytest.raises(NothingToBuildError, match="Nothing in 5 sources bears on “volcano”"):
            found(archive, index, "volcano")

    @pytest.mark.parametrize("topic", ["", "  ", "?!", '""', "* ^ :"])
    def it_needs_a_word(self, archive: Path, index: Path, topic: str) -> None:
        with pytest.raises(SettingError, match="no word to look for"):
            found(archive, index, topic)

    def it_may_not_be_a_whole_text(self) -> None:
        with pytest.raises(SettingError, match="Name fewer"):
            topic_of(" ".join(f"w{n}" for n in range(65)))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Index:
    place = tmp_path_factory.mktemp("archive")
    archiving.index(laid_down(RIVER, place / "archive"), file=place / "index")
    file = place / "index"
    return Index(file, _reading(place / "archive"))


def _reading(folder: Path) -> str:
    from briefing import sources

    return sources.listing([folder]).reading


class DescribeAnyTopic:
    @given(
        said=st.text(max_size=40)
        | st.lists(st.sampled_from(['"', "NEAR(", "river", "AND", "*", "-", ")", "text:"])).map(" ".join)
    )
    def it_is_searched_or_refused_with_a_sentence(self, opened: Index, said: str) -> None:
        try:
            topic = topic_of(said)
        except SettingError:
            return
        hits = search(opened, topic, None, 10)
        assert len(hits.best) <= hits.found <= 5


class DescribeDates:
    @pytest.mark.parametrize(
        ("since", "until", "wanted"),
        [
            ("2023-07-01", None, "a b"),
            ("2023-08-15", None, "b"),
            ("2023", "2023-07", "a"),
            (None, "2022-06-01", "c"),
            (None, "2022", "c"),
            ("2022-12-31", "2023-12-31", "a b c"),
        ],
    )
    def it_keeps_what_was_or_may_have_been_published_within(
        self, archive: Path, index: Path, since: str | None, until: str | None, wanted: str
    ) -> None:
        hits = found(archive, index, "river", since, until)
        assert sorted(names(hits).split()) == wanted.split()
        told = hits.selection
        assert (told.undated, told.outside) == (1, 3 - told.found)

    def it_is_told_when_all_lies_outside(self, archive: Path, index: Path) -> None:
        with pytest.raises(NothingToBuildError, match="3 published outside of them and 1 without a date"):
            found(archive, index, "river", "2024")

    @pytest.mark.parametrize(("since", "until"), [("soon", None), ("2023-02-30", None), ("2023-08", "2023-07-31")])
    def it_refuses_what_no_day_can_be(self, since: str | None, until: str | None) -> None:
        with pytest.raises(SettingError):
            Wanted("river", Bounds(since, until))


class DescribeCopies:
    def it_spends_the_limit_on_other_texts(self, archive: Path, index: Path) -> None:
        (archive / "copy").mkdir()
        (archive / "copy" / "a.txt").write_bytes((archive / "a.txt").read_bytes())
        told = archiving.find(archive, Wanted("river", limit=3, index=index))
        labels = [hit.label for hit in told.hits.best]
        assert len({label.rpartition("/")[2] for label in labels}) == 3
        assert (told.selection.found, told.selection.used, told.selection.copies) == (5, 3, 1)


class DescribeTheOrder:
    def it_is_that_of_an_index_made_at_once_whatever_was_done_before(self, archive: Path, tmp_path: Path) -> None:
        long = tmp_path / "long"
        laid_down("z.txt 2021-01-01: The river, the river and the river.\na.txt 2020-01-01: Rivers.", archive)
        archiving.index(archive, file=long)
        (archive / "z.txt").unlink()
        laid_down(RIVER, archive)
        assert found(archive, long, "river").hits == found(archive, tmp_path / "new", "river").hits


class DescribeArchiveFiles:
    def it_finds_what_lies_in_a_zip_and_in_json_lines(self, tmp_path: Path, index: Path) -> None:
        folder = tmp_path / "archive"
        folder.mkdir()
        with ZipFile(folder / "old.zip", "w") as packed:
            packed.writestr("x/one.txt", text("2023-07-02", "The river flooded the town on Tuesday."))
            packed.writestr("x/two.txt", text("2023-07-03", "The minister opened a school on Monday."))
        articles = [
            {"title": "Flood", "date": "2023-07-04", "text": "The river took a bridge, the mayor said on Friday."},
            {"title": "School", "date": "2023-07-05", "text": "The school has a new roof, the teachers said today."},
        ]
        (folder / "new.jsonl").write_text("\n".join(map(json.dumps, articles)))
        hits = found(folder, index, "river").hits.best
        assert sorted((hit.label, hit.published) for hit in hits) == [
            ("archive/new.jsonl/line 1", "2023-07-04"),
            ("archive/old.zip/x/one.txt", "2023-07-02"),
        ]
