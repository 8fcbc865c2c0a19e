from dataclasses import replace
from pathlib import Path

import pytest
from accord import TEXTS, brief
from lxml import html
from reading import page_of, scripts_of

from briefing.render.html.page import page
from briefing.settings import Template


@pytest.fixture(scope="module")
def shown(template: Template) -> html.HtmlElement:
    return page_of(page(brief, template, screen=True).encode())


class DescribeThePageOnPaper:
    def it_holds_nothing_that_only_a_screen_needs(self, template: Template) -> None:
        paper = page(brief, template)
        assert not page_of(paper.encode()).xpath("//script | //template | //meta[@http-equiv] | //@data-spans")
        assert "@media screen" not in paper


class DescribeThePageOnAScreen:
    def it_holds_the_sources_where_nothing_shows_them_before_the_script_does(self, shown: html.HtmlElement) -> None:
        texts = shown.xpath("template//article")
        assert len(texts) == len(TEXTS)
        assert not shown.xpath("//article[not(ancestor::template)]")

    def it_says_of_each_citation_what_it_quotes_and_which_of_how_many_it_is(self, shown: html.HtmlElement) -> None:
        first, second, third = shown.xpath("//section[@id='section_key_points']//li[1]//a")
        assert [dict(link.attrib)["data-step"] for link in (first, second, third)] == ["1", "2", "3"]
        assert {link.get("data-steps") for link in (first, second, third)} == {"3"}
        assert first.get("data-said") == "Hollin Courier, ¶\u00a02"
        start, end = map(int, first.get("data-spans").split("-"))
        assert TEXTS["A"][start:end].startswith("The governments of")

    def it_says_of_each_row_what_it_is_and_on_how_many_origins_it_rests(self, shown: html.HtmlElement) -> None:
        kinds = shown.xpath("//@data-row")
        assert {kind: kinds.count(kind) for kind in kinds} == {
            "sentence": sum(len(section.items) for section in brief.sections),
            "actor": len(brief.actors),
            "event": len(brief.timeline),
            "difference": len(brief.disagreements),
        }
        assert shown.xpath("//section[@id='section_key_points']//li/@data-origins") == ["2", "2", "1", "2", "1"]

    def it_lets_a_browser_run_its_own_script_alone(self, template: Template) -> None:
        shown = page(brief, template, screen=True)
        (policy,) = html.document_fromstring(shown).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'sha256-")
        assert "http" not in policy


class DescribeATemplateOfOnesOwn:
    @pytest.fixture
    def own(self, template: Template, tmp_path: Path) -> Template:
        (tmp_path / "brief.html").write_text('{% extends "analyst/brief.html" %}{% block footer %}Own{% endblock %}')
        return replace(template, name="own", folders=(tmp_path, *template.folders))

    def it_has_the_sources_beside_the_brief_too(self, own: Template) -> None:
        assert page_of(page(brief, own, screen=True).encode()).xpath("count(//article)") == len(TEXTS)

    def it_may_do_without_them(self, own: Template) -> None:
        (own.folders[0] / "brief.html").write_text('{% extends "analyst/brief.html" %}{% block screen %}{% endblock %}')
        assert not scripts_of(page(brief, own, screen=True).encode())

    def it_may_bring_its_own_script_and_style(self, own: Template, template: Template) -> None:
        (own.folders[0] / "screen.js").write_text("// nothing\n")
        (own.folders[0] / "mark.svg").write_text("<svg/>")
        (own.folders[0] / "screen.css").write_text("body { background: url(mark.svg) }")
        changed = page(brief, own, screen=True)
        assert scripts_of(changed.encode()) == ["// nothing\n"]
        assert 'body { background: url("data:image/svg+xml;base64,PHN2Zy8+") }' in changed
        (policy,) = html.document_fromstring(changed).xpath("//meta[@http-equiv]/@content")
        assert policy not in page(brief, template, screen=True)
