"""The page where it is read: in the dark, on a telephone, printed, without script, with a screen reader."""

from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from accord import HOSTILE, brief, words
from browsing import NARROW, WIDE, Opened
from reading import squeezed

Look = Callable[..., Opened]


def colour(shown: Opened, selector: str, of: str = "color") -> str:
    found: str = shown.page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{of}")
    return found


def chosen(shown: Opened) -> Opened:
    """The page with a citation opened and a filter set, so that all it has is seen."""
    shown.page.get_by_label("One origin only").check()
    shown.page.locator("a[data-spans]:visible").first.click()
    return shown


class DescribeTheDark:
    def it_is_what_the_system_asks_for(self, look_at: Look) -> None:
        light, dark = look_at(brief, color_scheme="light"), look_at(brief, color_scheme="dark")
        assert colour(light, "body", "backgroundColor") == "rgb(255, 255, 255)"
        assert colour(dark, "body", "backgroundColor") != colour(light, "body", "backgroundColor")
        assert colour(dark, "h2") != colour(light, "h2")

    def it_comes_and_goes_with_a_button(self, look_at: Look) -> None:
        shown = look_at(brief, color_scheme="light")
        before, button = colour(shown, "h2"), shown.page.get_by_role("button", name="Dark")
        assert button.get_attribute("aria-pressed") == "false"
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert colour(shown, "h2") != before
        button.click()
        assert colour(shown, "h2") == before


class DescribeANarrowScreen:
    def it_shows_the_source_as_a_sheet_that_leaves_the_citation_in_sight(self, look_at: Look) -> None:
        shown = look_at(brief, viewport=NARROW)
        assert not shown.seen("#screen_reader")
        link = shown.page.locator("#section_background a[data-spans]").first
        link.click()
        sheet, place = shown.page.locator("#screen_reader").bounding_box(), link.bounding_box()
        assert sheet
        assert place
        assert sheet["width"] == NARROW["width"]
        assert place["y"] + place["height"] <= sheet["y"]
        shown.page.keyboard.press("Escape")
        assert not shown.seen("#screen_reader")

    @pytest.mark.parametrize("viewport", [NARROW, {"width": 320, "height": 640}, {"width": 1024, "height": 700}, WIDE])
    def it_never_makes_a_reader_scroll_sideways(self, look_at: Look, viewport: dict[str, int]) -> None:
        shown = chosen(look_at(brief, viewport=viewport))
        for box in ("document.scrollingElement", "document.getElementById('screen_text')"):
            assert shown.page.evaluate(f"{box}.scrollWidth <= {box}.clientWidth")


class DescribePrint:
    def it_has_the_annex_and_neither_panel_nor_filter(self, look_at: Look) -> None:
        shown = chosen(look_at(brief, color_scheme="dark"))
        shown.page.emulate_media(media="print")
        assert not shown.seen("#screen_reader")
        assert not shown.seen("#screen_filter")
        assert shown.seen("#section_passages")
        assert shown.page.locator("[data-row]:visible").count() == shown.page.locator("[data-row]").count()
        assert colour(shown, "body", "backgroundColor") == "rgba(0, 0, 0, 0)"

    def it_holds_every_sentence_whatever_the_filter_hides(self, look_at: Look) -> None:
        pdf = pypdfium2.PdfDocument(chosen(look_at(brief)).page.pdf())
        printed = squeezed("".join(page.get_textpage().get_text_range() for page in pdf))
        for section in brief.sections:
            for item in section.items:
                assert squeezed(item.text.split(". ")[0])[:30] in printed


class DescribeThePageWithoutScript:
    def it_is_whole_and_its_citations_lead_to_the_annex(self, look_at: Look) -> None:
        shown = look_at(brief, java_script_enabled=False)
        assert not shown.page.locator("#screen_reader, #screen_filter").count()
        shown.citations()[0].click()
        target = shown.page.url.split("#")[1]
        assert target.startswith("passage_")
        assert shown.page.locator(f"#{target}").is_visible()


class DescribeWhatThePageDoesByItself:
    def it_asks_for_nothing_but_itself_and_complains_of_nothing(self, look_at: Look) -> None:
        shown = chosen(look_at(brief))
        shown.page.get_by_role("button", name="Dark").click()
        assert shown.page.evaluate("document.fonts.ready.then(fonts => fonts.size)") > 0
        assert {url for url in shown.requests if not url.startswith("data:")} == {shown.page.url}
        assert shown.complaints == []

    @pytest.mark.parametrize("address", ["https://example.org/x.png", "x.png"])
    def it_could_ask_for_nothing_else(self, look_at: Look, address: str) -> None:
        shown = look_at(brief)
        with shown.page.expect_event("requestfailed") as refused:
            shown.page.evaluate(
                f"document.body.insertAdjacentHTML('beforeend', '<img src={address} onerror=alert(1)>')"
            )
        assert refused.value.failure == "csp"
        assert all("Content Security Policy" in told for told in shown.complaints)

    def it_takes_hostile_text_for_text(self, look_at: Look) -> None:
        evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>\u202e{{7*7}}</template></select></style>'
        documents = tuple(
            replace(each, source=replace(each.source, title=evil, publisher=evil, path=evil))
            for each in brief.documents
        )
        shown = look_at(replace(brief, title=evil, documents=documents))
        link = shown.page.locator("#section_challenges li").nth(1).locator("a[data-spans]")
        link.click()
        assert shown.marked() == [words(HOSTILE)]
        assert '1 of 1: "><img src=x' in shown.where()
        assert shown.page.locator("script:not([type='application/gzip'])").count() == 1
        assert shown.page.locator("img").count() == 0
        assert shown.complaints == []


class DescribeAccess:
    @pytest.mark.parametrize("colours", ["light", "dark"])
    @pytest.mark.parametrize("viewport", [WIDE, NARROW])
    @pytest.mark.parametrize("state", [chosen, lambda shown: shown])
    def it_gives_axe_nothing_to_find(
        self, look_at: Look, colours: str, viewport: dict[str, int], state: Callable[[Opened], Opened]
    ) -> None:
        from axe_playwright_python.sync_playwright import Axe

        shown = state(look_at(brief, color_scheme=colours, viewport=viewport))
        found = Axe().run(shown.page)
        assert found.violations_count == 0, found.generate_report()
        assert len(found.response["passes"]) > 20
