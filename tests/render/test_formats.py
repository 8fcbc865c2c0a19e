import pytest
from accord import brief

from briefing.errors import SettingError
from briefing.render import FORMATS, render
from briefing.settings import Template


class DescribeRender:
    @pytest.mark.parametrize(
        ("format_", "signature"),
        [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!DOCTYPE html>"), ("json", b"{"), ("md", b"# Three")],
    )
    def it_renders_each_format(self, template: Template, format_: str, signature: bytes) -> None:
        assert render(brief, format_, template).startswith(signature)

    def it_knows_these_formats_and_no_other(self) -> None:
        assert set(FORMATS) == {"pdf", "docx", "html", "json", "md"}

    @pytest.mark.parametrize(("typed", "meant"), [("dcx", "docx"), ("PDF", "pdf"), ("jsn", "json"), ("htm", "html")])
    def it_names_the_format_that_was_meant(self, template: Template, typed: str, meant: str) -> None:
        with pytest.raises(SettingError, match=f"Did you mean “{meant}”"):
            render(brief, typed, template)

    def it_lists_the_formats_where_none_is_near(self, template: Template) -> None:
        with pytest.raises(SettingError, match="Known are: docx, html, json, md, pdf"):
            render(brief, "xyzzy", template)
