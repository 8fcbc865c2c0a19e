"""Step 1, reading: the process in which one PDF document is read.

In, on standard input: its bytes. Out, on standard output: the draft as JSON, or the
sentence that says why there is none; which of them, its exit code says.
"""

import sys
from typing import NoReturn

from briefing.sources.draft import UnreadableError
from briefing.sources.readers.pdf import REFUSED
from briefing.sources.readers.pdf.reading import drafted


def main() -> NoReturn:
    """Read what standard input gives."""
    import msgspec

    _set_bounds(*map(int, sys.argv[1:]))
    try:
        sys.stdout.buffer.write(msgspec.json.encode(drafted(sys.stdin.buffer.read())))
    except UnreadableError as error:
        sys.stdout.buffer.write(str(error).encode())
        sys.exit(REFUSED)
    sys.exit(0)


def _set_bounds(seconds: int, memory: int) -> None:
    """Let the system end the process where it uses more; Windows has no such bounds, and there time alone is held."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
