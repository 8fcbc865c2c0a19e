import pytest

from briefing.settings import Template, load_template


@pytest.fixture(scope="session")
def template() -> Template:
    return load_template("analyst")
