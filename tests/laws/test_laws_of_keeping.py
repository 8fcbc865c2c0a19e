"""How often rings of objects are looked for: rarely while a brief is made, and behind it as the caller wants."""

import gc
from pathlib import Path

import pytest

from briefing import build
from briefing.errors import NothingToBuildError
from briefing.pipeline.cores import Cores
from briefing.pipeline.keeping import RARELY

CALLERS = (1_234, 7, 8)


class DescribeKeeping:
    def it_gives_the_caller_back_his_own_pace(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        seen = []

        def reading(*_: object, **__: object) -> None:
            seen.append(gc.get_threshold())
            raise NothingToBuildError(())

        monkeypatch.setattr("briefing.sources.read", reading)
        before = gc.get_threshold()
        gc.set_threshold(*CALLERS)
        try:
            with pytest.raises(NothingToBuildError):
                build(tmp_path)
            assert gc.get_threshold() == CALLERS
        finally:
            gc.set_threshold(*before)
        assert seen == [RARELY]

    def it_goes_for_the_processes_of_a_build_as_well(self) -> None:
        with Cores(1) as cores:
            assert cores.submit(gc.get_threshold).result() == RARELY
