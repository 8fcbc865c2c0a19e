import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from string import printable

import pytest
from accord import brief
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import squeezed, text_of_docx, text_of_html

from briefing.model import (
    Actor,
    Brief,
    Disagreement,
    Document,
    Event,
    Item,
    Role,
    Section,
    Skipped,
    Source,
    Span,
    Version,
)
from briefing.render import render
from briefing.settings import Template

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from(printable), min_size=1, max_size=40)
WORDS = TEXT | st.sampled_from(
    ["<b>bold</b>", "{{ 7 * 7 }}", "{% x %}", "&amp;", "</style>", "]]>", "\u202eright", "1"]
)
DATES = st.none() | st.sampled_from(["1998", "2022-05", "2022-05-04"])


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Any brief whose sources are numbered in the order of first use, as composition numbers them."""
    texts = {f"S{place}": text for place, text in enumerate(draw(st.lists(WORDS, min_size=1, max_size=4)))}
    spans = st.sampled_from([Span(id_, 0, len(text)) for id_, text in texts.items()])
    citations = st.lists(spans, min_size=1, max_size=4).map(tuple)
    items = st.lists(st.builds(Item, TEXT, WORDS, citations, citations, label=st.none() | WORDS), max_size=3).map(tuple)
    shape = st.sampled_from(["bullets", "prose"])
    held = draw(st.lists(st.builds(Section, WORDS, WORDS, shape, items, st.booleans()), max_size=3))
    shown = [
        Section(name, name, name, required=draw(st.booleans()))  # type: ignore[arg-type]
        for name in draw(st.permutations(["actors", "timeline", "disagreements", "sources"]))
    ]
    role = st.none() | st.builds(Role, WORDS, citations, citations)
    actor = st.builds(Actor, WORDS, st.just("person"), st.lists(WORDS, max_size=2).map(tuple), role, citations)
    version = st.builds(Version, WORDS, citations)
    differing = st.builds(Disagreement, WORDS, WORDS, st.lists(version, max_size=2).map(tuple))
    made = Brief(
        draw(WORDS),
        "analyst",
        draw(WORDS),
        audience=draw(WORDS),
        as_of=draw(DATES),
        sections=(*held, *shown),
        actors=tuple(draw(st.lists(actor, max_size=2))),
        timeline=tuple(draw(st.lists(st.builds(Event, DATES, WORDS, WORDS, citations, citations), max_size=2))),
        disagreements=tuple(draw(st.lists(differing, max_size=1))),
        skipped=tuple(draw(st.lists(st.builds(Skipped, WORDS, WORDS), max_size=1))),
    )
    return replace(made, documents=numbered(made, texts))


def numbered(brief: Brief, texts: dict[str, str]) -> tuple[Document, ...]:
    """The documents, their sources numbered as the brief first uses them."""
    used = dict.fromkeys(span.source for _, citations in told(brief) for span in citations)
    numbers = {id_: number for number, id_ in enumerate(used, start=1)}
    return tuple(
        Document(Source(id_, f"{id_}.txt", "", text, origin="O", number=numbers.get(id_, 0)), text)
        for id_, text in texts.items()
    )


def told(brief: Brief) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """All that the brief says, section by section, with its citations."""
    for section in brief.sections:
        match section.shape:
            case "bullets" | "prose":
                yield from ((item.text, item.citations) for item in section.items)
            case "actors":
                yield from chain.from_iterable(told_of(actor) for actor in brief.actors)
            case "timeline":
                yield from ((event.text, event.citations) for event in brief.timeline)
            case "disagreements":
                for disagreement in brief.disagreements:
                    yield from ((version.text, version.citations) for version in disagreement.versions)


def told_of(actor: Actor) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield actor.name, ()
    if actor.role:
        yield actor.role.text, actor.role.citations
    yield "", actor.citations


class DescribeAllFormats:
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=briefs())
    def it_tells_the_same_in_the_same_order(self, template: Template, brief: Brief) -> None:
        page = text_of_html(render(brief, "html", template))
        numbered = replace(template, citations="numbers")
        assert text_of_docx(render(brief, "docx", numbered)) == page

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=briefs())
    def it_tells_what_the_brief_holds_with_its_numbers(self, template: Template, brief: Brief) -> None:
        page = text_of_html(render(brief, "html", template))
        number_of = {source.id: source.number for source in brief.sources}
        reached = 0
        for text, citations in told(brief):
            numbers = sorted({number_of[span.source] for span in citations})
            wanted = squeezed(text + ",".join(map(str, numbers)))
            assert wanted in page[reached:]
            reached = page.index(wanted, reached) + len(wanted)


BUILD = """
import sys; sys.path.insert(0, {tests!r})
from hashlib import sha256
from accord import brief
from briefing.render import FORMATS, render
from briefing.settings import load_template
for format in FORMATS:
    print(format, sha256(render(brief, format, load_template("analyst"))).hexdigest())
"""


def built_in(**surroundings: str) -> dict[str, str]:
    """The digest of each format, made in a process of its own."""
    script = BUILD.format(tests=str(Path(__file__).parent))
    made = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split() for line in made.stdout.splitlines())  # type: ignore[misc]


class DescribeTheBytes:
    def it_depends_on_the_brief_alone(self) -> None:
        one = built_in(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LANG="C.UTF-8", LC_ALL="C.UTF-8")
        other = built_in(PYTHONHASHSEED="2", TZ="America/Anchorage", LANG="tr_TR.UTF-8", LC_ALL="C")
        assert set(one) == {"pdf", "docx", "html", "json"}
        assert one == other

    @pytest.mark.parametrize("format_", ["docx", "html", "json"])
    def it_changes_with_the_brief(self, template: Template, format_: str) -> None:
        other = replace(brief, title="Another title")
        assert render(brief, format_, template) != render(other, format_, template)
