from dataclasses import replace
from itertools import pairwise, product
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

    def it_lets_no_section_take_the_target_of_a_citation(self, template: Template) -> None:
        sections = (replace(brief.sections[0], id="source_1"), *brief.sections[1:])
        page = page_of(render(replace(brief, sections=sections), "html", template))
        assert [element.tag for element in page.xpath("//*[@id='source_1']")] == ["li"]

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

    def it_has_one_title_and_headings_in_steps(self, page: bytes) -> None:
        body = page_of(page)
        steps = [int(heading.tag[1]) for heading in body.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert steps.count(1) == 1
        assert steps[0] == 1
        assert all(below <= above + 1 for above, below in pairwise(steps))

    def it_leads_from_the_annex_back_to_the_list_of_sources(self, page: bytes) -> None:
        back = page_of(page).xpath("//section[@class='passages']//h3/a/@href")
        assert back == [f"#source_{number}" for number in range(1, 6)]

    def it_shows_a_marking_above_the_title(self, template: Template, page: bytes) -> None:
        assert not page_of(page).find_class("marking")
        marked = page_of(render(replace(brief, marking="Official – <b>"), "html", template))
        assert [shown.text for shown in marked.find_class("marking")] == ["Official – <b>"]


class DescribeDrawnTimeline:
    def it_tells_in_words_what_it_shows(self, page: bytes) -> None:
        (drawing,) = page_of(page).xpath("//svg[@role='img']")
        assert drawing.xpath("string(title)") == (
            "4 events on an axis of time, 1996 to 16 May 2026, each by its letter in the table"
        )

    def it_leads_to_the_rows_by_letters(self, page: bytes) -> None:
        body = page_of(page)
        letters = [letter.text for letter in body.find_class("letter")]
        assert letters == ["a", "b", "c", "d"]
        assert body.xpath("//svg/text[@text-anchor]/text()") == letters

    def it_has_the_colours_that_a_template_chose(self, own: Template) -> None:
        (own.folders[0] / "brief.html").write_text(
            '{% extends "analyst/brief.html" %}{% block style %}{{ super() }} :root { --accent: #7a1f3d }{% endblock %}'
        )
        colours = page_of(render(brief, "html", own)).xpath("//svg/rect[@class='day']/@fill")
        assert colours == ["#7a1f3d"]

    def it_is_left_out_where_nothing_has_two_dates(self, template: Template) -> None:
        body = page_of(render(replace(brief, timeline=brief.timeline[3:]), "html", template))
        assert not body.xpath("//svg | //*[@class='letter']")
        assert len(body.xpath("//section[@id='section_timeline']//tbody/tr")) == 2


class DescribeColours:
    @pytest.mark.parametrize(
        ("text", "ground"),
        [
            *product(("--ink", "--quiet", "--accent"), ("--paper", "--tint")),
            ("--accent", "--bar"),
            ("--paper", "--accent"),
        ],
    )
    def it_can_be_read_by_weak_eyes(self, template: Template, text: str, ground: str) -> None:
        colours = dict(findall(r"(--\w+): #(\w+)", template.file("brief.css").read_text().partition("}")[0]))
        light, dark = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2 of a colour in hexadecimal digits, three or six."""
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
        assert b'<img src="data:image/svg+xml;base64,' in render(brief, "html", own)

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
