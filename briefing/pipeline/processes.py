"""Processes of this machine that read the sources of an archive, started when there is enough to read."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def processes() -> ProcessPoolExecutor:
    """As many as this program may use cores; each is started when it is first needed."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    # Threads of the libraries make it unsafe to fork.
    return ProcessPoolExecutor(cores, get_context("spawn"))
