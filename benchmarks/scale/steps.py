"""One build, with what each step costs: `python -m benchmarks.scale.steps SOURCES FOLDER WORKERS`.

Prints one line of JSON: the processor seconds of each step and the memory that is held at the end, in MB.
"""

# ruff: noqa: T201  it prints
import json
import multiprocessing
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext

from benchmarks.scale.process import MB, memory, spent

START, WRITING = "Start", "Writing"
STEPS = (START, "Reading", "Analysis", "Merging", "Composition", WRITING)
"""As the program's own progress names them; before the first all is loaded that a build needs."""


class Watch:
    """Adds up what the steps cost, each until another begins."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STEPS, 0.0)
        self._step, self._since = START, 0.0

    def __call__(self, step: str, _detail: str = "") -> None:
        """Be told of a step, as the program's progress tells it."""
        if step != self._step:
            now = spent()
            self.seconds[self._step] += now - self._since
            self._step, self._since = step, now


def main(sources: str, folder: str, workers: str) -> None:
    """Build the brief, write it, and print."""
    watch = Watch()
    from briefing import build, write

    with _executor(int(workers)) as executor:
        brief = build([sources], executor=executor, progress=watch)
        watch(WRITING)
        write(brief, folder, formats=("json",))
        watch("the end")
    print(json.dumps({"seconds": watch.seconds, "after": memory("VmRSS") / MB}))


def _executor(workers: int) -> Executor | nullcontext[None]:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) if workers > 1 else nullcontext()


if __name__ == "__main__":
    main(*sys.argv[1:])
