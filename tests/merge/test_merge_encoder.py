"""A sentence encoder of the user's own. None is installed for the tests: a stand-in module plays its part."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from merge_notation import documents, supporters

from briefing import language, merge
from briefing.errors import SettingError
from briefing.model import Merged

NOTATION = """
    A: The ferry to the islands sank off Gravna.
    A: Grain prices rose in the capital.
    B: A boat to the islands went down near Gravna.
    B: Schools stay closed until Monday.
"""


class Drowning:
    """Knows what goes down at sea, and nothing else."""

    def __init__(self, folder: str, **_settings: object) -> None:
        assert Path(folder).is_dir()

    def encode(self, texts: Sequence[str], **_settings: object) -> list[list[float]]:
        return [
            [1.0, 0.0, 0.0] if "sank" in text or "went down" in text else self.other(n) for n, text in enumerate(texts)
        ]

    def other(self, n: int) -> list[float]:
        return [0.0, 1.0, 0.0] if n % 2 else [0.0, 0.0, 1.0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = Drowning  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    (tmp_path / "config.json").write_text("{}")
    return tmp_path


def merged(encoder: Path | None) -> Merged:
    collection = documents(NOTATION)
    return merge.merge(collection, language.analyse(collection), encoder)


class DescribeAnEncoder:
    def it_is_needed_for_nothing(self) -> None:
        assert len(merged(None).statements) == 4

    def it_judges_beside_the_words(self, folder: Path) -> None:
        assert {frozenset(supporters(one)) for one in merged(folder).statements} == {
            frozenset({"A1", "B1"}),
            frozenset({"A2"}),
            frozenset({"B2"}),
        }

    def it_is_named_in_the_signature(self, folder: Path) -> None:
        assert merge.signature(folder).startswith(f" + encoder {folder.name} ")
        assert merge.signature() == ""

    def it_must_be_there(self, tmp_path: Path) -> None:
        with pytest.raises(SettingError, match="holds no encoder"):
            merge.signature(tmp_path / "nowhere")

    def it_says_what_to_install(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "sentence_transformers", None)
        with pytest.raises(SettingError, match=r"install briefing\[encoder\]"):
            merged(folder)
