from dataclasses import replace
from pathlib import Path
from re import findall

import pytest
from accord import HOSTILE, brief, words
from reading import page_of, scripts_of, squeezed, text_of_html

from briefing.errors import TemplateError
from briefing.render import render
from briefing.settings import Template


@pytest.fixture(scope="module")
def page(template: Template) -> bytes:
    return render(brief, "html", template)


@pytest.fixture
def own(template: Template, tmp_path: Path) -> Template:
    """A template of one's own that extends the shipped one and has no file yet."""
    return replace(template, name="own", folders=(tmp_path, *template.folders))


def own_scripts(template: Template) -> list[str]:
    return [template.file("screen.js").read_text("utf-8")]


class DescribePage:
    def it_holds_all_it_needs(self, page: bytes) -> None:
        named = page_of(page).getroottree().xpath("//@href | //@src | //@data | //@action")
        assert all(link.startswith(("#source_", "#passage_")) for link in named)
        in_style = findall(rb"url\(.{6}|@import", page)
        assert set(in_style) == {b'url("data:'}

    def it_links_every_citation_to_a_source(self, page: bytes) -> None:
        body = page_of(page)
        targets = {element.get("id") for element in body.xpath("//*[@id]")}
        links = body.xpath("//a/@href")
        assert len(links) > len(brief.sections)
        assert {link.removeprefix("#") for link in links} <= targets

    def it_gives_no_target_twice(self, page: bytes) -> None:
        targets = [element.get("id") for element in page_of(page).xpath("//*[@id]")]
        assert len(targets) == len(set(targets))
        assert sum(target.startswith("source_") for target in targets) == 5

    def it_joins_a_citation_to_its_sentence(self, page: bytes) -> None:
        body = page_of(page)
        assert all((sup.getprevious() is None) or sup.getprevious().tag != "p" for sup in body.xpath("//sup"))
        before = [sup.xpath("string(preceding-sibling::node()[1])") for sup in body.xpath("//sup")]
        assert before
        assert all(text.endswith("\u2060") for text in before)

    def it_is_in_the_language_of_the_sources(self, page: bytes) -> None:
        assert b'<html lang="en">' in page
        assert page_of(page).xpath("//b[@lang='ar']/@dir") == ["auto"]

    def it_heads_the_columns_of_its_tables(self, page: bytes) -> None:
        heads = page_of(page).xpath("//table/thead/tr/th[@scope='col']")
        assert [head.text for head in heads] == [
            *("Name", "Kind", "Role, in a source’s words", "Named in"),
            *("Date", "What the sources report"),
        ]


class DescribeHostileText:
    def it_stays_text(self, page: bytes, template: Template) -> None:
        assert squeezed(words(HOSTILE)) in text_of_html(page)
        assert not page_of(page).xpath("//img | //link | //iframe | //b[b]")
        assert scripts_of(page) == own_scripts(template)

    @pytest.mark.parametrize("evil", ['"><script>x</script>', "{{ brief }}", "{% include 'x' %}", "</style><script>"])
    def it_stays_text_in_every_field_that_is_no_sentence(self, template: Template, evil: str) -> None:
        sections = tuple(replace(section, heading=evil, id=evil) for section in brief.sections)
        source = replace(brief.documents[0].source, title=evil, publisher=evil, path=evil, language=evil)
        documents = (replace(brief.documents[0], source=source), *brief.documents[1:])
        actors = (replace(brief.actors[0], name=evil, aliases=(evil,)),)
        changed = replace(
            brief,
            title=evil,
            signature=evil,
            as_of=evil,
            audience=evil,
            sections=sections,
            documents=documents,
            actors=actors,
        )
        page = render(changed, "html", template)
        assert scripts_of(page) == own_scripts(template)
        assert text_of_html(page).count(squeezed(evil)) > len(brief.sections)


class DescribeTemplateOfOnesOwn:
    def it_may_replace_a_block_of_the_page(self, own: Template, page: bytes) -> None:
        (own.folders[0] / "brief.html").write_text(
            '{% extends "analyst/brief.html" %}{% block footer %}<footer>Ministry & Co</footer>{% endblock %}'
        )
        changed = render(brief, "html", own)
        assert b"<footer>Ministry & Co</footer>" in changed
        assert text_of_html(changed).replace("Ministry&Co", squeezed(brief.signature)) == text_of_html(page)

    def it_may_show_its_own_files(self, own: Template) -> None:
        (own.folders[0] / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
        (own.folders[0] / "brief.html").write_text("<img src=\"{{ asset('mark.svg') }}\">")
        assert render(brief, "html", own).startswith(b'<img src="data:image/svg+xml;base64,')

    @pytest.mark.parametrize(
        ("markup", "reason"),
        [
            ("{{ brief.tilte }}", "no attribute 'tilte'"),
            ("{% if %}", "line 1"),
            ("{{ brief.title.__class__.__mro__ }}", "unsafe"),
            ("{% include '/etc/passwd' %}", "passwd"),
            ("{% include '../../settings.py' %}", "settings.py"),
            ("{{ asset('missing.svg') }}", "has no file missing.svg"),
        ],
    )
    def it_is_told_what_is_wrong(self, own: Template, markup: str, reason: str) -> None:
        (own.folders[0] / "brief.html").write_text(markup)
        with pytest.raises(TemplateError, match=reason):
            render(brief, "html", own)

    @pytest.mark.parametrize("name", ["../secret.svg", "/etc/passwd"])
    def it_reads_no_file_outside_its_folders(self, own: Template, name: str) -> None:
        (own.folders[0].parent / "secret.svg").write_text("<svg/>")
        (own.folders[0] / "brief.html").write_text(f"{{{{ asset('{name}') }}}}")
        with pytest.raises(TemplateError, match="outside"):
            render(brief, "html", own)
