"""What the values of options must be. A wrong one is wrong usage: exit code 2."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import typer

from briefing import settings
from briefing.errors import SettingError
from briefing.render import FORMATS, REVIEWED


def formats(names: Sequence[str] | None) -> list[str]:
    """The formats, each once, if all are known."""
    wanted = list(dict.fromkeys(name.lower() for name in names or ()))
    for name in wanted:
        if name not in FORMATS:
            raise typer.BadParameter(f"There is no format “{name}”. {settings.nearest(name, FORMATS)}")
    return wanted


def review(wanted: bool, names: Sequence[str]) -> None:
    """Whether one of the formats can carry comments, where they are wanted."""
    if wanted and not REVIEWED & set(names):
        raise typer.BadParameter("--review puts comments into the Word file. Add --format docx, or leave it out.")


def file_name(name: str) -> str:
    """The name, if it is a file's and not a path."""
    if name in {"", ".", ".."} or not name.isprintable() or re.search(r"[/\\]", name):
        raise typer.BadParameter(f"{name!r} is no plain file name. Choose the folder with --output.")
    return name


def title(text: str | None) -> str | None:
    """The title, if it holds something to print and nothing else."""
    if text is not None and (not text.strip() or not text.isprintable()):
        raise typer.BadParameter(f"{text!r} is no title: give it printable characters.")
    return text


def marking(text: str | None) -> str | None:
    """The marking, if it is one printable line; an empty one takes the template's away."""
    return _line(text, "marking")


def embargo(text: str | None) -> str | None:
    """The embargo, likewise."""
    return _line(text, "embargo")


def _line(text: str | None, name: str) -> str | None:
    if text is not None and not text.isprintable():
        raise typer.BadParameter(f"{text!r} is no {name}: give it printable characters.")
    return text


def as_of(text: str | None) -> str | None:
    """The date, if ISO 8601 writes it so and the calendar has it."""
    if text is not None and not settings.is_date(text):
        raise typer.BadParameter(f"{text!r} is no date. Write it as 2012, 2023-07 or 2023-09-16.")
    return text


def since(values: Sequence[str] | None) -> tuple[str | None, Path | None]:
    """The first day that is wanted, and the file of the brief before; `--since` may give either, and both."""
    dates = [value for value in values or () if re.fullmatch(r"\d{4}(-\d\d){0,2}", value)]
    files = [Path(value) for value in values or () if value not in dates]
    if len(dates) > 1 or len(files) > 1:
        raise typer.BadParameter("Give --since one date, one brief.json, or one of each.")
    return as_of(dates[0]) if dates else None, files[0] if files else None


def on_a_topic(topic: str | None, **options: object) -> None:
    """Whether there is a topic, where one is asked how it is to be followed."""
    for name, value in options.items():
        if value is not None and topic is None:
            raise typer.BadParameter(f"--{name} is for what bears on a topic. Add --topic, or leave it out.")


def one_place(cluster: str | None, workers: int | None) -> None:
    """Whether documents are analysed in one place: on a cluster, or in processes of this machine."""
    if cluster is not None and workers is not None:
        raise typer.BadParameter("A cluster has workers of its own. Give --cluster or --workers, and not both.")


def generated(epoch: str | None) -> str | None:
    """The moment that the environment's SOURCE_DATE_EPOCH gives, in ISO 8601; none where it is not set.

    Raises:
        SettingError: it is no number of seconds.
    """
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise SettingError(
            f"SOURCE_DATE_EPOCH is {epoch!r}, which is no moment. Set it to seconds since 1970, or unset it."
        ) from error


def words(text: str) -> int:
    """The number of words, if there is to be at least one."""
    if not re.fullmatch(r"0*[1-9][0-9]{0,8}", text):
        raise typer.BadParameter(f"{text!r} is no number of words. Write it in digits, such as 650.")
    return int(text)
