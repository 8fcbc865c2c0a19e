from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import Opened, opened, started

from briefing.model import Brief
from briefing.render import render
from briefing.settings import Template, load_template

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def template() -> Template:
    return load_template("analyst")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with started() as running:
        yield running


@pytest.fixture
def look_at(browser: "Browser", template: Template, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a brief in the browser, and closes it behind the test."""
    with ExitStack() as open_ones:

        def look(brief: Brief, **surroundings: Any) -> Opened:
            content = render(brief, "html", template)
            return open_ones.enter_context(opened(browser, content, tmp_path, **surroundings))

        yield look
