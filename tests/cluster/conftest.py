"""What the tests of a cluster share: machines, and leave to speak to them."""

import _socket
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from machines import Machines, Started

from briefing.pipeline import cluster


@pytest.fixture(autouse=True)
def _loopback(monkeypatch: pytest.MonkeyPatch, _no_network: None) -> None:
    """Connections within this machine; all others fail as they do in every test."""
    refuse = socket.socket.connect

    def connect(it: socket.socket, address: Any) -> Any:
        return (_socket.socket.connect if address[0] == "127.0.0.1" else refuse)(it, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for a moment where a user would wait for minutes."""
    for name in ("CONNECT", "PATIENCE", "LOOK"):
        monkeypatch.setattr(cluster, name, 1)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    running: list[Machines] = []

    def start(workers: int = 0, **settings: str) -> Machines:
        machines = Machines(tmp_path / "workers", settings)
        running.append(machines)
        for _ in range(workers):
            machines.worker()
        return machines

    yield start
    for machines in running:
        machines.stop()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A cluster of two workers, for all tests that leave it so; no work may kill more than one of them."""
    machines = Machines(tmp_path_factory.mktemp("workers"), {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"})
    try:
        machines.worker()
        machines.worker()
        yield machines
    finally:
        machines.stop()
