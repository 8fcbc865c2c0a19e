"""What holds for every test: no network, and in CI the same examples each time."""

import os
import socket
from collections.abc import Iterator
from typing import NoReturn

import pytest
from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if "CI" in os.environ else "desk")


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    def refuse(_socket: socket.socket, address: object) -> NoReturn:
        pytest.fail(f"The program must not use the network, yet it wanted {address}.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        yield


@pytest.fixture(autouse=True, scope="session")
def _nobody_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test finds what the user has set up, nor leaves anything there."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture
def _rules_alone() -> Iterator[None]:
    """Analysis without its trained part, so that rules are held to what they find by themselves."""
    from briefing.language.pipeline import load

    with load().select_pipes(disable="recognised"):
        yield
