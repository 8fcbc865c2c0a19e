"""Work for a process of its own: what it is asked, it does."""

import os
import signal
import time

from briefing.apart import RefusedError


def answer(asked: bytes) -> bytes:
    word, _, rest = asked.decode().partition(" ")
    if word == "who":
        return str(os.getpid()).encode()
    if word == "refuse":
        raise RefusedError(rest)
    if word == "hoard":
        return bytes(2_000_000_000)
    if word == "spin":
        start = time.process_time()
        while time.process_time() < start + float(rest):
            pass
    if word == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    return asked.upper()
