"""Step 2: files of words and names, ours or a user's, as TOML writes them.

Enters: the path of a file. Leaves: its tables, or an error that says what cannot
be followed and what to write in its place.
"""

import hashlib
import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from briefing.errors import SettingError
from briefing.settings import nearest


def parsed(path: Path, what: str) -> dict[str, Any]:
    """What a file of names, or of whatever else it is called, holds."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingError(f"The file of {what} {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} is not valid TOML: {error}.") from error


def check_key(key: str, known: Collection[str], path: Path, what: str) -> None:
    """Refuse a key that is not known."""
    if key not in known:
        raise SettingError(f"{path} has {what} “{key}”. {nearest(key, known)}")


def check_table(value: Any, path: Path, name: str) -> None:
    """Refuse what is no table."""
    if not isinstance(value, dict):
        raise SettingError(f"{path}: “{name}” must be a table that begins with [{name}].")


def texts(value: Any, path: Path, key: str, example: str) -> tuple[str, ...]:
    """The texts of a list; `example` says of what, and shows one."""
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise SettingError(f"{path}: “{key}” must be a list of {example}.")
    return tuple(value)


def digest(paths: Iterable[Path], what: str) -> str:
    """What tells the contents of files from others, for the signature of a brief; empty where there are none."""
    try:
        contents = [path.read_bytes() for path in paths]
    except OSError as error:
        raise SettingError(f"The file of {what} {error.filename} cannot be read: {error.strerror}.") from error
    return hashlib.sha256(b"".join(contents)).hexdigest()[:8] if contents else ""
