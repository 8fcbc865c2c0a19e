"""Step 5, rendering: a process of its own for what a stranger's template makes.

In: a brief and a template with a page, a style sheet or a picture of its own. Out: the
document, or one error that names the template and the bound that it has passed. The
process ends with its work, and its temporary files go with it.
"""

import os
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.errors import BriefingError, MissingLibraryError, TemplateError
from briefing.model import Brief
from briefing.settings import Template, shipped_folder

REFUSED, NO_MEMORY, TOO_LARGE, NO_LIBRARY = 10, 11, 12, 13
"""What the process ends with where it has no document; a message of its own stands behind the first and the last."""
_OWN_RUN = (".toml", ".docx")
"""Files that run nothing, and are read without a process of their own."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the process may use: seconds of processor time, bytes of memory, and bytes of what comes back."""

    seconds: int = 60
    memory: int = 2 * 1024**3
    size: int = 64_000_000


BOUNDS = Bounds()
"""A brief of 150 pages takes half of each."""
_WAIT = 5
"""How many times its processor time the process may last, on a machine that has other work."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the process is to make: `html`, `pdf`, `pages` of it, `missing` glyphs, or what comes of it, `tried`."""

    task: str
    brief: Brief
    template: Template
    bounds: Bounds


def is_strange(template: Template) -> bool:
    """Whether a template that did not come with the program brings a file that a page is made of."""
    return any(_brings_files(folder) for folder in template.folders if not folder.is_relative_to(shipped_folder()))


def made_apart(task: str, brief: Brief, template: Template) -> bytes:
    """What the process makes.

    Raises:
        TemplateError: the template cannot be followed, or passes a bound.
        MissingLibraryError: the system lacks a library.
    """
    job = Job(task, brief, template, BOUNDS)
    command = [sys.executable, "-P", "-m", "briefing.render.strangers"]
    with TemporaryDirectory() as own:
        try:
            done = subprocess.run(  # noqa: S603  the program itself
                command,
                input=pickle.dumps(job),
                capture_output=True,
                timeout=job.bounds.seconds * _WAIT,
                check=False,
                env=_surroundings(own),
            )
        except subprocess.TimeoutExpired as error:
            raise TemplateError(_too_long(template, job.bounds)) from error
    if done.returncode:
        raise _error(done, job)
    return done.stdout


def _brings_files(folder: Path) -> bool:
    return any(path.suffix.lower() not in _OWN_RUN for path in folder.rglob("*") if not path.is_dir())


def _surroundings(own: str) -> dict[str, str]:
    """The environment: the same libraries, and a folder for temporary files that goes with the process."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": own, "TEMP": own, "TMP": own}


def _error(done: "subprocess.CompletedProcess[bytes]", job: Job) -> BriefingError:
    told = done.stdout.decode("utf-8", "replace")
    bounds, name = job.bounds, f"The template “{job.template.name}”"
    if done.returncode == NO_LIBRARY:
        return MissingLibraryError(told)
    if done.returncode == REFUSED:
        return TemplateError(" ".join(told.split()))
    if done.returncode == NO_MEMORY:
        return TemplateError(f"{name} needs more than {bounds.memory // 1024**2} MB of memory. Mend it.")
    if done.returncode == TOO_LARGE:
        return TemplateError(f"{name} makes more than {bounds.size // 1_000_000} MB. Mend it.")
    if done.returncode == -getattr(signal, "SIGXCPU", 0):
        return TemplateError(_too_long(job.template, bounds))
    last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return TemplateError(f"{name} ended without a document: {last or done.returncode}. Mend it.")


def _too_long(template: Template, bounds: Bounds) -> str:
    return f"The template “{template.name}” takes longer than {bounds.seconds} seconds. Mend it."
