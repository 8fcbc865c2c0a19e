"""What a reader does with the page, in Chromium."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

import pytest
from accord import brief, words
from browsing import Opened

from briefing.model import Citation, Dropped, Span
from briefing.render.view import Cite
from briefing.render.viewing import view

Look = Callable[..., Opened]


def cites_in(shown: object) -> Iterator[Cite]:
    """All citations in a part of the view, in reading order."""
    if isinstance(shown, Cite):
        yield shown
    elif isinstance(shown, tuple):
        for part in shown:
            yield from cites_in(part)
    elif is_dataclass(shown):
        # The other wordings are an editor's, in the Word file.
        for field in (field for field in fields(shown) if field.name != "others"):
            yield from cites_in(getattr(shown, field.name))


def quoted(cite: Cite) -> list[str]:
    return [words(span) for span in sorted(cite.spans)]


def told(kind: str, rows: Sequence[Sequence[Span]], source: str = "D") -> str:
    """How many of the rows cite a source, in the filter's words."""
    some = sum(any(span.source == source for span in citations) for citations in rows)
    return f"{some} of {len(rows)} {kind}s"


CITES = list(cites_in(view(brief)))


@pytest.fixture
def shown(look_at: Look) -> Opened:
    return look_at(brief)


class DescribeACitation:
    def it_opens_its_source_at_the_cited_words(self, shown: Opened) -> None:
        opened = []
        for link in shown.citations():
            link.click()
            opened.append(shown.marked())
        assert opened == [quoted(cite) for cite in CITES]

    def it_opens_by_the_keyboard_too(self, shown: Opened) -> None:
        opened = []
        for link in shown.citations():
            link.press("Enter")
            opened.append(shown.marked())
        assert opened == [quoted(cite) for cite in CITES]

    def it_brings_the_passage_into_sight_and_the_reader_to_it(self, shown: Opened) -> None:
        shown.page.set_viewport_size({"width": 1200, "height": 260})
        link, cite = shown.citations()[-1], CITES[-1]
        link.press("Enter")
        box = shown.page.locator("mark.now").first.bounding_box()
        assert box
        assert 0 <= box["y"] < 260
        assert shown.focused("element.matches('mark.now')")
        assert shown.page.locator("article:visible h2").inner_text().startswith(f"{cite.number} ")

    def it_is_where_escape_leads_back_to(self, shown: Opened) -> None:
        link = shown.citations()[5]
        link.click()
        shown.page.keyboard.press("Escape")
        assert link.evaluate("element => element === document.activeElement")
        assert link.get_attribute("aria-current") == "true"

    def it_opens_when_the_page_is_entered_at_its_passage(self, shown: Opened) -> None:
        shown.page.goto(f"{shown.page.url}#{CITES[4].target}")
        shown.page.reload()
        assert " ".join(quoted(CITES[4])) in " ".join(shown.marked())

    def it_leaves_a_new_tab_to_the_browser(self, shown: Opened) -> None:
        shown.page.evaluate("addEventListener('click', event => { prevented = event.defaultPrevented })")
        shown.citations()[0].dispatch_event("click", {"ctrlKey": True})
        assert shown.page.evaluate("prevented") is False
        assert shown.marked() == []


class DescribeOtherWordings:
    @pytest.mark.parametrize(("onwards", "back"), [("n", "p"), ("ArrowRight", "ArrowLeft")])
    def it_is_one_key_away(self, shown: Opened, onwards: str, back: str) -> None:
        shown.citations()[0].click()
        assert shown.where() == "1 of 3: Hollin Courier, ¶\u00a02"
        shown.page.keyboard.press(onwards)
        assert shown.where() == "2 of 3: Verrin News Agency, ¶\u00a02"
        assert shown.marked() == quoted(CITES[1])
        shown.page.keyboard.press(back)
        shown.page.keyboard.press(back)
        assert shown.where() == "3 of 3: The Marrow Mail, ¶\u00a02"
        assert shown.marked() == quoted(CITES[2])

    def it_is_one_click_away(self, shown: Opened) -> None:
        shown.citations()[2].click()
        shown.page.get_by_role("button", name="Next").click()
        assert shown.marked() == quoted(CITES[0])
        shown.page.get_by_role("button", name="Previous").click()
        assert shown.marked() == quoted(CITES[2])

    def it_is_reached_from_a_citation_in_the_brief(self, shown: Opened) -> None:
        shown.citations()[5].click()
        shown.citations()[0].focus()
        shown.page.keyboard.press("n")
        assert shown.marked() == quoted(CITES[1])
        assert shown.page.locator("[aria-current]").count() == 1

    def it_tells_that_a_source_states_a_part(self, look_at: Look) -> None:
        first, *others = brief.sections[0].items
        *whole, last = first.citations
        changed = replace(first, citations=(*whole, Citation(last.source, last.start, last.end, part=True)))
        sections = (replace(brief.sections[0], items=(changed, *others)), *brief.sections[1:])
        shown = look_at(replace(brief, sections=sections))
        shown.citations()[2].click()
        assert shown.where() == "3 of 3: The Marrow Mail, ¶\u00a02, states a part"


class DescribeTheSources:
    def it_shows_the_first_before_one_is_chosen(self, shown: Opened) -> None:
        assert shown.page.locator("article:visible h2").all_inner_texts() == [f"1 {brief.documents[0].source.title}"]
        assert shown.where().startswith("Choose a number")

    def it_can_be_chosen_by_name_even_if_nothing_cites_it(self, shown: Opened) -> None:
        shown.page.get_by_label("Source to read").select_option("Weather at the lake")
        assert shown.page.locator("article:visible h2").all_inner_texts() == ["Weather at the lake"]
        assert shown.marked() == []
        assert not shown.seen("#screen_steps")

    def it_tells_when_unfolded_what_was_dropped_and_why(self, look_at: Look) -> None:
        first, *others = brief.documents
        text = f"{first.text}\nBuy a boat!"
        dropped = (Dropped(len(first.text) + 1, len(text), "advertisement"),)
        shown = look_at(replace(brief, documents=(replace(first, text=text, dropped=dropped), *others)))
        summary = shown.page.get_by_text("Left out: advertisement")
        assert not shown.seen("article details p")
        summary.click()
        assert shown.page.locator("article details p").inner_text() == "Buy a boat! [advertisement]"


class DescribeTheFilter:
    def it_shows_what_one_source_states(self, shown: Opened) -> None:
        shown.page.get_by_label("Source", exact=True).select_option("3")
        seen = shown.page.locator("[data-row]:not(.off)").all()
        assert len(seen) > 5
        assert all(row.locator("a[data-source='3']").count() for row in seen)
        assert not shown.page.locator("[data-row].off").locator("a[data-source='3']").count()
        counts = (
            told("sentence", [item.citations for section in brief.sections for item in section.items]),
            told("actor", [actor.citations for actor in brief.actors]),
            told("event", [event.citations for event in brief.timeline]),
            told("difference", [sum((one.citations for one in each.versions), ()) for each in brief.disagreements]),
        )
        assert shown.page.locator("#screen_shown").inner_text() == f"Shown: {', '.join(counts)}"

    def it_shows_what_rests_on_one_origin_as_many_as_the_brief_says(self, shown: Opened) -> None:
        shown.page.get_by_label("One origin only").check()
        summary = brief.summary
        told = shown.page.locator("#screen_shown").inner_text()
        assert told.startswith(f"Shown: {summary.single} of {summary.items} sentences, ")
        assert shown.page.locator("[data-row='sentence']:visible").count() == summary.single

    def it_hides_sections_of_which_nothing_is_left_and_brings_them_back(self, shown: Opened) -> None:
        source = shown.page.get_by_label("Source", exact=True)
        source.select_option("5")
        assert not shown.seen("#section_terms")
        source.select_option("all")
        assert shown.seen("#section_terms")
        assert shown.page.locator("#screen_shown").inner_text() == ""

    def it_is_told_to_those_who_do_not_see_it(self, shown: Opened) -> None:
        shown.page.get_by_label("One origin only").check()
        assert shown.page.get_by_role("search").get_by_role("status").inner_text().startswith("Shown: ")
