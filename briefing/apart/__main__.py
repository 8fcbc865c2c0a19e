"""The process that does one kind of work within bounds.

In, on standard input: what it is asked. Out, on standard output: its answers. Where the work fails, it ends.
"""

import sys
from importlib import import_module
from time import process_time

from briefing.apart import serve


def main() -> None:
    """Do the work that the command line names."""
    task, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    answer = import_module(task).answer
    if sys.platform == "win32":  # it has no such bounds, and there time alone is held
        return serve(answer, lambda: None)
    import resource

    _end_with_parent()
    _bound(resource.RLIMIT_AS, memory)
    _bound(resource.RLIMIT_CORE, 0)
    # What earlier answers took counts too.
    return serve(answer, lambda: _bound(resource.RLIMIT_CPU, int(process_time()) + 1 + seconds))


def _bound(kind: int, most: int) -> None:
    """Let the system end the process where it uses more."""
    import resource

    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _end_with_parent() -> None:
    """Have the system end the process where the program is killed while it works; elsewhere its bound on time does."""
    if sys.platform == "linux":
        import ctypes
        import signal

        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)


if __name__ == "__main__":
    main()
