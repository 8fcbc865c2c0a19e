"""The page about sources tells each reason to drop something, and each thing that an operator may say."""

import tomllib
from dataclasses import fields

import pytest
from docs_reading import text_of

from briefing.settings import SourceNote
from briefing.sources.furniture import _SHAPES

DATA = "briefing/sources/data/{}.toml"
REASONS = {
    *(each["reason"] for each in tomllib.loads(text_of(DATA.format("furniture")))["class"]),
    *(each["reason"] for each in tomllib.loads(text_of(DATA.format("page_parts")))["part"]),
    *_SHAPES,
}


class DescribeTheSources:
    @pytest.mark.parametrize("reason", sorted(REASONS))
    def it_tells_each_reason_to_drop_a_passage(self, reason: str) -> None:
        assert reason in text_of("docs/sources.md")

    @pytest.mark.parametrize("key", [field.name for field in fields(SourceNote)])
    def it_tells_each_key_of_a_sidecar(self, key: str) -> None:
        assert f"`{key}`" in text_of("docs/sources.md")
