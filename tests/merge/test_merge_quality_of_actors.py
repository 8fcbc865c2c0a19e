"""Whether a table of actors is judged rightly, so that its figures can be trusted."""

from pathlib import Path

import pytest

from benchmarks.quality.actors import Found, read
from benchmarks.quality.collection import FaultyError
from briefing.model import Actor, Role

LABELS = """
lead = ["Harbour Union"]
forbidden = ["Gazette"]
actors = [
  { name = "Harbour Union", aliases = ["HU"], kind = "organisation", role = "union" },
  { name = "Ana Kovac", kind = "person", role = "mayor" },
  { name = "Orlia", kind = "state", required = false },
]
"""
TEXT = "The Harbour Union (HU) met Ana Kovac, the mayor, in Orlia, the Gazette wrote."
UNION = Actor("Harbour Union", "organisation", ("HU",), Role("union", (), ()))
MAYOR = Actor("Ana Kovac", "person", (), Role("mayor of the town", (), ()))


def found(folder: Path, *rows: Actor, labels: str = LABELS) -> Found:
    (folder / "sources").mkdir()
    (folder / "sources" / "a.txt").write_text(TEXT, "utf-8")
    (folder / "actors.toml").write_text(labels, "utf-8")
    return Found(read(folder / "actors.toml"), rows)


class DescribeATableOfActors:
    def it_is_right_where_all_that_is_required_is_there(self, tmp_path: Path) -> None:
        assert set(found(tmp_path, UNION, MAYOR).figures().values()) == {1.0}

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ((UNION,), "Ana Kovac is missing"),
            ((UNION, MAYOR, Actor("Gazette", "organisation")), "Gazette is no actor"),
            ((UNION, MAYOR, Actor("HU", "organisation")), "HU is Harbour Union again"),
            ((Actor("Harbour Union", "organisation", ("Ana Kovac",)),), "Harbour Union and Ana Kovac in one row"),
            ((UNION, Actor("Ana Kovac", "group")), "Ana Kovac is group, not person"),
            ((UNION, Actor("Ana Kovac", "person")), "role of Ana Kovac"),
            ((MAYOR, Actor("Orlia", "state"), UNION), "Harbour Union leads, and stands further down"),
        ],
    )
    def it_says_what_is_wrong(self, tmp_path: Path, rows: tuple[Actor, ...], said: str) -> None:
        assert said in "\n".join(found(tmp_path, *rows).errors())

    @pytest.mark.parametrize(
        ("quoted", "instead", "said"),
        [
            ('kind = "state"', 'kind = "country"', "has the kind “country”"),
            ('"Orlia"', '"Belmora"', "No name of “Belmora” stands in a source"),
            ('"HU"', '"Ana Kovac"', "“ana kovac” names two actors"),
            ('lead = ["Harbour Union"]', 'lead = ["Gazette"]', "“Gazette” leads and has no row"),
        ],
    )
    def it_shows_a_fault(self, tmp_path: Path, quoted: str, instead: str, said: str) -> None:
        with pytest.raises(FaultyError, match=said):
            found(tmp_path, labels=LABELS.replace(quoted, instead))
