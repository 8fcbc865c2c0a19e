import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from accord import brief, clarified, item, said
from any_brief import briefs, shown_numbers, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_reading import parts, shown
from reading import squeezed

from briefing.model import Brief, Section
from briefing.render import render
from briefing.render.markdown.text import as_heading, escaped, in_cell, quiet, strong
from briefing.render.wording import plain
from briefing.settings import Template

EXPECTED = Path(__file__).with_name("accord.md")

MARKUP = [
    *"*_`~#>|<&[]()!-+=:;.@$%^{}\\/\"' 1axX",
    "www.",
    "http://",
    "a@b.c",
    "&amp;",
    "[^1]",
    "[^1]:",
    "![",
    "](",
    "{{",
    "{%",
    "\u00a0",
    "é",
]
PLACES: dict[str, tuple[Callable[[str], str], str]] = {
    "a line": (escaped, "…"),
    "an entry of a list": (lambda words: f"- {escaped(words)}", "…"),
    "behind a label": (lambda words: f"- {strong('Label:')} {escaped(words)}", "Label: …"),
    "a quotation": (lambda words: f"> {escaped(words)}", "…"),
    "a heading": (lambda words: f"## {as_heading(words)}", "…"),
    "a cell": (lambda words: f"| A |\n| --- |\n| {in_cell(escaped(words))} |", "A…"),
    "before a footnote": (lambda words: f"{escaped(words)} [^1]\n\n[^1]: A b", "… 1A b"),
    "in bold": (lambda words: f"a {strong(words)} b", "a … b"),
    "in italics": (lambda words: f"a {quiet(words)} b", "a … b"),
}
"""The places where words stand, and what a reader sees there."""


class DescribeTheWords:
    @settings(max_examples=100, deadline=None)
    @given(words=st.lists(st.sampled_from(MARKUP), min_size=1, max_size=12).map("".join).map(plain).filter(bool))
    @pytest.mark.parametrize("place", PLACES)
    def it_shows_them_and_takes_none_for_markup(self, place: str, words: str) -> None:
        write, seen = PLACES[place]
        markdown = write(words)
        kinds = {token.type for token in parts(markdown)}
        assert kinds <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close", "footnote_ref"}
        assert shown(markdown) == seen.replace("…", words)

    @pytest.mark.parametrize(
        "words",
        [
            "It [the charter] binds the three states (Mali, Niger and Chad).",
            "Profits fell 3 % to $5 million; 2 < 3, at AT&T as well.",
            "The co-ordinator's “snake_case” and/or 12:30 - no more!",
            "~300 people, ~400 horses.",
        ],
    )
    def it_leaves_them_alone_where_they_are_no_markup(self, words: str) -> None:
        assert escaped(words) == words

    @pytest.mark.parametrize(
        ("words", "markdown"),
        [
            ("1. Go", r"1\. Go"),
            ("- Go", r"\- Go"),
            ("# Go", r"\# Go"),
            ("> Go", r"\> Go"),
            ("[x] Go", r"\[x] Go"),
            ("<b>", r"\<b>"),
            ("&lt;", r"\&lt;"),
            ("[a](javascript:b)", r"[a\](javascript:b)"),
            ("http://a.b", r"http\://a.b"),
            ("C:\\*", r"C:\\\*"),
        ],
    )
    def it_puts_a_backslash_where_they_are(self, words: str, markdown: str) -> None:
        assert escaped(words) == markdown


class DescribeTheDocument:
    def it_reads_as_expected(self, template: Template) -> None:
        made = render(brief, "md", template).decode()
        if os.environ.get("GOLDEN") == "update":
            EXPECTED.write_text(made, "utf-8", newline="\n")
        assert made == EXPECTED.read_text("utf-8")

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=briefs())
    def it_tells_what_the_brief_holds_with_its_numbers(self, template: Template, brief: Brief) -> None:
        page = squeezed(shown(render(brief, "md", template).decode()))
        reached = 0
        for text, citations in told(brief):
            wanted = squeezed(plain(text) + "".join(shown_numbers(brief, citations)))
            assert wanted in page[reached:]
            reached = page.index(wanted, reached) + len(wanted)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=briefs())
    def it_has_footnotes_whose_numbers_any_reader_comes_to(self, template: Template, brief: Brief) -> None:
        references = [one.meta for one in parts(render(brief, "md", template).decode()) if one.type == "footnote_ref"]
        assert [meta["label"] for meta in references] == [str(meta["id"] + 1) for meta in references]

    def it_begins_no_inline_footnote_with_a_caret(self, template: Template) -> None:
        power = replace(item(None, said("A", "Three lake", "sign")), text="To the power ^")
        made = replace(brief, sections=(Section("a", "A", "prose", (power,)),))
        assert r"To the power \^[^1]" in render(made, "md", template).decode()

    def it_sets_a_bracket_apart_from_a_footnote(self, template: Template) -> None:
        ends = clarified(item(None, said("A", "Talks broke off", "years")), "years", said("A", "two"))
        made = render(replace(brief, sections=(Section("a", "A", "prose", (ends,)),)), "md", template).decode()
        assert r"Talks broke off for two years [two\][^1]" in made
        assert "two years [two]1" in shown(made)

    def it_shows_what_stands_around_a_passage_in_italics(self, template: Template) -> None:
        (section,) = (one for one in brief.sections if one.id == "passages")
        sections = (Section("a", "A", "prose", (item(None, said("B", "A Lake Council", "consensus.")),)), section)
        made = render(replace(brief, sections=sections, actors=(), timeline=(), disagreements=()), "md", template)
        assert "*… It limits the joint catch" not in made.decode()
        assert (
            " A Lake Council of nine members shall meet twice a year and shall decide by consensus. *Each"
            in made.decode()
        )
