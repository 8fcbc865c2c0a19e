"""The programs of the system that some checks of a rendered file need."""

import os
import shutil
from importlib.util import find_spec
from typing import NoReturn

import pytest


def needed(*names: str) -> str:
    """The path of a program, by the first of its names that is installed; else the test is skipped, in CI it fails."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or lack(names[0])


def needed_package(name: str) -> None:
    """Skips the test where a Python package is not installed, in CI it fails."""
    if find_spec(name) is None:
        lack(name)


def lack(name: str) -> NoReturn:
    """Ends the test for want of a tool, which nothing may want for in CI."""
    reason = f"{name} is missing; “make test” installs it where it can."
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)
