"""The page in a real browser, which is driven through a pipe: no connection is made, not even to this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import needed, needed_package

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}
_PATIENCE = 60_000
"""Milliseconds until what is not there is a failure."""
_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def started() -> Iterator["Browser"]:
    """The system's Chromium, with nothing that an earlier run has left."""
    needed_package("playwright")
    chromium = needed("chromium", "chromium-browser", "google-chrome")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield browser
        browser.close()


@dataclass
class Opened:
    """An open page, and what it did that it must not do."""

    page: "Page"
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def citations(self) -> list["Locator"]:
        """The citations of the brief, in order."""
        return self.page.locator("a[data-spans]").all()

    def marked(self) -> list[str]:
        """The words that are marked in the source that is shown, joined where they adjoin."""
        found: list[str] = self.page.evaluate(_MARKED)
        return found

    def where(self) -> str:
        """What the panel says of the passage."""
        return self.page.locator("#screen_where").inner_text()

    def seen(self, selector: str) -> bool:
        """Whether what a selector finds is visible."""
        return self.page.locator(selector).first.is_visible()

    def focused(self, script: str) -> Any:
        """What a script says of the element that has the focus."""
        return self.page.evaluate(f"(element => {script})(document.activeElement)")


_MARKED = """() => {
  const runs = [];
  let end = null;
  for (const mark of document.querySelectorAll("article:not([hidden]) mark.now")) {
    if (mark.dataset.start === end) runs[runs.length - 1] += mark.textContent;
    else runs.push(mark.textContent);
    end = mark.dataset.end;
  }
  return runs;
}"""


@contextmanager
def opened(browser: "Browser", content: bytes, folder: Path, **surroundings: Any) -> Iterator[Opened]:
    """The page, opened from a file.

    Args:
        browser: where.
        content: the page.
        folder: where the file is put.
        surroundings: what playwright's `new_context` takes, such as `viewport` and `color_scheme`.
    """
    file = folder / "brief.html"
    file.write_bytes(content)
    context = browser.new_context(**{"viewport": WIDE, **surroundings})
    context.set_default_timeout(_PATIENCE)
    shown = Opened(context.new_page())
    shown.page.on("request", lambda request: shown.requests.append(request.url))
    for kind in ("console", "pageerror", "dialog"):
        shown.page.on(kind, lambda told: shown.complaints.append(str(getattr(told, "text", told))))  # type: ignore[call-overload]
    shown.page.goto(file.as_uri())
    yield shown
    context.close()
