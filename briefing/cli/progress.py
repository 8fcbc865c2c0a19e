"""Progress: moving lines on a terminal that can, elsewhere a plain line for each file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing import pipeline
from briefing.cli.console import messages, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID


@contextmanager
def watched(*, quiet: bool) -> Iterator[pipeline.Progress]:
    """What the pipeline tells its progress to, for as long as it works."""
    console = messages()
    if quiet:
        yield pipeline.silent
    elif console.is_interactive:
        with _moving(console) as lines:
            yield _Steps(lines)
    else:
        yield lambda step, detail: console.print(f"{step}: {printable(detail)}", soft_wrap=True)


def _moving(console: Console) -> Progress:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    return Progress(
        SpinnerColumn(finished_text="✓"),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.fields[detail]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )


class _Steps:
    """A line for each step, which shows what the step is at."""

    def __init__(self, lines: Progress) -> None:
        self._lines = lines
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: str, detail: str) -> None:
        if step not in self._tasks:
            for earlier in self._tasks.values():
                self._lines.update(earlier, completed=1)
            self._tasks[step] = self._lines.add_task(step, total=1, detail="")
        self._lines.update(self._tasks[step], detail=printable(detail))
