"""Step 5, rendering: the process in which a stranger's template makes its document.

In, on standard input: a `Job`. Out, on standard output: the document, or what is
wrong with the template; which of them, its exit code says.
"""

import pickle
import sys
from typing import NoReturn

from briefing.errors import BriefingError, MissingLibraryError, TemplateError
from briefing.render import json
from briefing.render.html import missing_glyphs
from briefing.render.html.page import page
from briefing.render.html.record import with_record
from briefing.render.pdf.attached import attached
from briefing.render.pdf.layout import layout, pages
from briefing.render.strangers.apart import NO_LIBRARY, NO_MEMORY, REFUSED, TOO_LARGE, Bounds, Job
from briefing.render.strangers.page import guarded
from briefing.render.trying import to_bytes, tried


class _TooLargeError(Exception):
    """What the template makes passes its bound."""


def main() -> NoReturn:
    """Do the job that standard input gives."""
    job = pickle.load(sys.stdin.buffer)  # noqa: S301  from the program itself
    try:
        _set_bounds(job.bounds)
        sys.stdout.buffer.write(_sized(_made(job), job.bounds))
    except MemoryError:
        sys.exit(NO_MEMORY)
    except _TooLargeError:
        sys.exit(TOO_LARGE)
    except MissingLibraryError as error:
        _refuse(error, NO_LIBRARY)
    except BriefingError as error:
        _refuse(error, REFUSED)
    except Exception as error:  # noqa: BLE001  a template can call for any of them
        _refuse(TemplateError(f"{job.template.file('brief.html')}{_line(error)}: {_reason(error)}. Mend it."), REFUSED)
    sys.exit(0)


def _made(job: Job) -> bytes:
    brief, template = job.brief, job.template
    if job.task == "missing":
        return "\n".join(missing_glyphs(brief, template)).encode()
    if job.task == "pages":
        return str(pages(brief, template)).encode()
    if job.task == "tried":
        return to_bytes(tried(brief, template))
    screen = job.task == "html"
    html = page(brief, template, screen=screen)
    # What is too large need not be read first.
    _sized(html.encode(), job.bounds)
    if screen:
        return with_record(guarded(html, template), json.render(brief, template), template.name).encode()
    return layout(html, attached(brief, template))


def _sized(made: bytes, bounds: Bounds) -> bytes:
    if len(made) > bounds.size:
        raise _TooLargeError
    return made


def _set_bounds(bounds: Bounds) -> None:
    """Let the system end the process where it uses more; Windows has no such bounds, and there time alone is held."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_CPU, bounds.seconds),
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_FSIZE, bounds.size),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _refuse(error: BriefingError, code: int) -> NoReturn:
    sys.stdout.buffer.write(str(error)[:2000].encode("utf-8", "replace"))
    sys.exit(code)


def _reason(error: Exception) -> str:
    return (
        "it nests too deep"
        if isinstance(error, RecursionError)
        else f"{type(error).__name__}: {str(error).rstrip('.')}"
    )


def _line(error: Exception) -> str:
    """The line of the page that called for it: Jinja2 tells it as if the page were Python."""
    from traceback import extract_tb

    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    return f", line {lines[-1]}" if lines else ""


if __name__ == "__main__":
    main()
