"""On what was measured: figures of two machines say nothing of each other."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("numpy", "scipy", "spacy", "sumy", "weasyprint")


def machine() -> str:
    """The processor, its cores, the memory and the versions, in one sentence."""
    cpu = _value("/proc/cpuinfo", "model name") or platform.machine()
    memory = int(_value("/proc/meminfo", "MemTotal").split()[0]) / 2**20
    cores = len(os.sched_getaffinity(0))
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{cpu}, {cores} cores, {memory:.0f} GB; {system}, Python {platform.python_version()}, {libraries}."


def _value(file: str, name: str) -> str:
    lines = (line.partition(":") for line in Path(file).read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
