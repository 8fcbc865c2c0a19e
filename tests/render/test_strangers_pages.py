"""What the page of a template from a stranger may try, and how it ends: in one error, or in a brief without harm."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from accord import brief
from reading import squeezed, text_of_html

from briefing.errors import TemplateError
from briefing.render import pages, render
from briefing.render.strangers import Bounds, apart, is_strange
from briefing.settings import Template

EXTENDED = '{{% extends "analyst/brief.html" %}}{{% block footer %}}{}{{% endblock %}}'
STYLED = '{{% extends "analyst/brief.html" %}}{{% block style %}}{{{{ super() }}}}{}{{% endblock %}}'
OUTSIDE = "which lies outside it"


@pytest.fixture
def own(template: Template, tmp_path: Path) -> Template:
    folder = tmp_path / "own"
    folder.mkdir()
    return replace(template, name="own", folders=(folder, *template.folders))


@pytest.fixture
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "BOUNDS", Bounds(seconds=3, memory=700_000_000, size=5_000_000))


def refused(own: Template, page: str, format: str = "html") -> str:  # noqa: A002
    """The one line with which a page is refused."""
    (own.folders[0] / "brief.html").write_text(page)
    with pytest.raises(TemplateError) as refusal:
        render(brief, format, own)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def children() -> set[str]:
    """The processes that this one has started and not taken leave of."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


@pytest.mark.usefixtures("_short")
class DescribeAPageThatIsTooMuch:
    @pytest.mark.parametrize(
        ("page", "told"),
        [
            ("{{ 'a' * 10**8 }}", "“own”"),
            ("{{ 'a' * 10**12 }}", "needs more than 667 MB of memory"),
            ("{{ 'a' * 10**7 }}", "makes more than 5 MB"),
            ('{{ "%10000000000d" % 1 }}', "needs more than 667 MB of memory"),
            ('{{ "{:10000000000}".format(1) }}', "needs more than 667 MB of memory"),
            ("{% for i in range(10**9) %}{% endfor %}", "Range too big"),
            ("{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}", "longer than 3 seconds"),
            ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "line 1: it nests too deep"),
            ("{% include 'brief.html' %}", "line 1: it nests too deep"),
            ("{% extends 'brief.html' %}", "it nests too deep"),
            ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "it nests too deep"),
            ("{% if 1 %}" * 3000 + "{% endif %}" * 3000, "it nests too deep"),
        ],
    )
    def it_is_refused_by_the_bound_that_it_passes(self, own: Template, page: str, told: str) -> None:
        before = children()
        assert told in refused(own, page)
        assert children() == before

    @pytest.mark.parametrize(
        "page",
        [
            "<style>p { break-after: page }</style>" + "<p>x</p>" * 30_000,
            "<div>" * 20_000,
            "<style>" + "p { color: red } " * 500_000 + "</style><p>x</p>",
            "<table>" + "<tr>" + "<td>" * 50_000,
        ],
    )
    def it_is_refused_where_its_layout_takes_too_long(self, own: Template, page: str) -> None:
        assert "“own”" in refused(own, page, "pdf")

    def it_is_refused_where_its_pages_are_counted(self, own: Template) -> None:
        (own.folders[0] / "brief.html").write_text("{{ 'a' * 10**12 }}")
        with pytest.raises(TemplateError, match="needs more than 667 MB of memory"):
            pages(brief, own)

    def it_leaves_no_file_behind(self, own: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
        (tmp_path / "temporary").mkdir()
        refused(own, "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}", "pdf")
        assert [*(tmp_path / "temporary").iterdir()] == []


class DescribeAPageThatReachesOut:
    @pytest.mark.parametrize(
        ("page", "told"),
        [
            ("{{ brief.__class__.__mro__ }}", "unsafe"),
            ("{{ ''.format.__globals__ }}", "unsafe"),
            ('{{ "{0.__class__}".format(brief) }}', "unsafe"),
            ("{{ asset.func }}", "no attribute 'func'"),
            ("{{ asset.args[0].folders[0].joinpath('/etc/passwd').read_text() }}", "no attribute 'args'"),
            ("{{ asset.__closure__ }}", "unsafe"),
            ("{% set _ = brief.facts.append(1) %}", "no attribute 'append'"),
            ("\n\n{{ 1 / 0 }}", "line 3: ZeroDivisionError"),
            ("{{ undefined }}", "'undefined' is undefined"),
            ("{% import 'os' as os %}", "os"),
            ('{% include "/etc/passwd" %}', "outside its folder"),
            ('{% include "../secret.html" %}', "outside its folder"),
            ('{% include "own/../secret.html" %}', "outside its folder"),
            ("{{ asset('../secret.html') }}", "outside its folder"),
            ("{{ inline('/etc/passwd') }}", "outside its folder"),
            ("{% include 'linked.html' %}", "outside its folder"),
            ("{{ asset('folder/secret.html') }}", "outside its folder"),
            ('{{ asset("x") }}', "has no file x"),
        ],
    )
    def it_reads_nothing_but_its_own_files(self, own: Template, page: str, told: str) -> None:
        (own.folders[0].parent / "secret.html").write_text("secret")
        (own.folders[0] / "linked.html").symlink_to(own.folders[0].parent / "secret.html")
        (own.folders[0] / "folder").symlink_to(own.folders[0].parent)
        assert told in refused(own, page)

    @pytest.mark.parametrize(
        ("page", "told"),
        [
            ("<script>alert(1)</script>", "has a script of its own"),
            ('<svg><script href="data:,alert(1)"/></svg>', "has a script of its own"),
            ('<img src="data:," onerror="alert(1)">', "has “onerror”"),
            ('<a href="java\nscript:alert(1)">x</a>', OUTSIDE),
            ('<meta http-equiv="&#114;efresh" content="0;url=http://x.invalid">', "tells the browser to “refresh”"),
            ('<svg><style><meta http-equiv="refresh" content="0"></style></svg>', "tells the browser to “refresh”"),
            ('<iframe srcdoc="x"></iframe>', "has a <iframe>"),
            ('<base href="http://x.invalid/">', "has a <base>"),
            ('<img src="http://x.invalid/{{ brief.title }}">', OUTSIDE),
            ('<img srcset="//x.invalid/a 1x">', OUTSIDE),
            ('<link rel="preconnect" href="http://x.invalid">', OUTSIDE),
            ('<a href="#a" ping="http://x.invalid">x</a>', OUTSIDE),
            ('<form action="http://x.invalid"></form>', OUTSIDE),
            ('<svg><image xlink:href="file:///etc/passwd"/></svg>', OUTSIDE),
        ],
    )
    def it_may_not_make_a_page_that_runs_or_sends_something(self, own: Template, page: str, told: str) -> None:
        assert told in refused(own, EXTENDED.format(page))

    @pytest.mark.parametrize(
        "rule",
        [
            "p { background: url(file:///etc/passwd) }",
            "p { background: url(../../secret.png) }",
            "</style><style>@import url(http://x.invalid/a.css);",
            "@font-face { font-family: x; src: url(http://x.invalid/x.woff2) } p { font-family: x }",
        ],
    )
    def it_may_not_lay_out_what_lies_outside_it(self, own: Template, rule: str) -> None:
        assert "a page holds all it shows" in refused(own, STYLED.format(rule), "pdf")

    @pytest.mark.parametrize("picture", ["file:///etc/passwd", "http://x.invalid/a.png"])
    def it_shows_nothing_that_a_picture_of_its_own_asks_for(self, own: Template, picture: str) -> None:
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{picture}"/></svg>'
        (own.folders[0] / "mark.svg").write_text(drawing)
        (own.folders[0] / "brief.html").write_text(EXTENDED.format('<img alt="" src="{{ asset(\'mark.svg\') }}">'))
        assert b"root:" not in render(brief, "pdf", own)


class DescribeAPageWithoutHarm:
    def it_tells_the_browser_to_run_nothing_but_the_programs_script(self, own: Template) -> None:
        (own.folders[0] / "brief.html").write_text(
            "<!DOCTYPE html><html lang='en'><title>A</title><p>{{ brief.title }}"
        )
        made = render(brief, "html", own).decode()
        assert re.match(
            r"<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'", made
        )
        assert text_of_html(made.encode()) == squeezed(brief.title)

    def it_is_the_page_that_the_program_makes_itself(self, own: Template, template: Template) -> None:
        (own.folders[0] / "brief.html").write_text('{% extends "analyst/brief.html" %}')
        assert is_strange(own)
        apart_made = re.sub(r"^(<!DOCTYPE html>)<meta [^>]*>", r"\1", render(brief, "html", own).decode().lstrip())
        apart_made = apart_made.replace(f'data-template="{own.name}"', f'data-template="{template.name}"')
        assert apart_made == render(brief, "html", template).decode().lstrip()
        assert render(brief, "pdf", own) == render(brief, "pdf", template)

    def it_needs_no_process_where_it_brings_settings_and_a_word_file_alone(self, own: Template) -> None:
        (own.folders[0] / "template.toml").write_text("")
        (own.folders[0] / "brief.docx").write_bytes(b"")
        assert not is_strange(own)
