"""The wheel, installed in an empty environment, with neither the checkout nor a network in reach."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[2]
SHIPPED = (
    "briefing/py.typed",
    "briefing/language/model/**/*",
    "briefing/templates/*/template.toml",
    "briefing/templates/cues/*.toml",
    "briefing/templates/sample/*",
    "briefing/templates/*/fonts.css",
    "briefing/templates/*/fonts/*",
)
NO_NETWORK = """
import socket

def refuse(*_):
    raise OSError("The program must not use the network.")

socket.socket.connect = socket.socket.connect_ex = refuse
"""


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    surroundings = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, env=surroundings | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def uv() -> str:
    own = CHECKOUT / ".tools" / "uv" / "bin"
    found = shutil.which("uv", path=f"{own}{os.pathsep}{os.environ['PATH']}")
    return found or pytest.fail("These tests need uv. Run them with `make test`, which brings it.")


@pytest.fixture(scope="module")
def wheel(uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(uv, "build", "--wheel", "--out-dir", folder, cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(uv: str, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment that holds the wheel and what uv.lock says it needs."""
    folder = tmp_path_factory.mktemp("elsewhere")
    needed = folder / "needed.txt"
    _run(uv, "export", "--frozen", "--no-dev", "--no-emit-project", "--output-file", needed, cwd=CHECKOUT)
    _run(uv, "venv", "--python", sys.executable, folder / "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    _run(uv, "pip", "install", "--python", python, "--requirement", needed, wheel, cwd=folder)
    return python.parent


class DescribeTheWheel:
    @pytest.mark.parametrize("pattern", [*SHIPPED, "briefing/**/*.toml"])
    def it_holds_all_that_the_checkout_holds(self, wheel: Path, pattern: str) -> None:
        packed = set(ZipFile(wheel).namelist())
        inner = pattern.removeprefix("briefing/")
        root = CHECKOUT if inner.startswith("templates/") else CHECKOUT / "briefing"
        expected = {f"briefing/{path.relative_to(root).as_posix()}" for path in root.glob(inner) if path.is_file()}
        assert expected
        assert expected <= packed

    def it_holds_the_package_and_what_describes_it_and_nothing_else(self, wheel: Path) -> None:
        tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
        assert tops == {"briefing", wheel.name.split("-py3")[0] + ".dist-info"}


class DescribeTheInstalledProgram:
    @pytest.fixture
    def guard(self, tmp_path: Path) -> Path:
        """A folder for PYTHONPATH from which Python learns to refuse connections."""
        folder = tmp_path / "guard"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
        return folder

    def it_is_not_the_checkout(self, installed: Path, tmp_path: Path) -> None:
        shown = "import briefing, briefing.settings as s; print(briefing.__file__, s.shipped_folder())"
        for path in _run(installed / "python", "-c", shown, cwd=tmp_path).split():
            assert Path(path).is_relative_to(installed.parent)

    def it_builds_a_brief_without_a_network(self, installed: Path, tmp_path: Path, guard: Path) -> None:
        source = (
            "Tarn closes its bridge\n\nThe city of Tarn closed the Marrow Bridge on 4 March 2021.\n"
            "Zoltan Aderyn praised Norway and the Marrow River Fund.\n"
        )
        (tmp_path / "bridge.txt").write_text(source, "utf-8")
        _run(installed / "briefing", "build", "bridge.txt", cwd=tmp_path, PYTHONPATH=str(guard))
        output = tmp_path / "output"
        assert sorted(path.name for path in output.iterdir()) == ["brief.docx", "brief.json", "brief.pdf"]
        assert (output / "brief.pdf").read_bytes().startswith(b"%PDF-")
        actors = json.loads((output / "brief.json").read_text("utf-8"))["actors"]
        assert {(actor["kind"], actor["name"]) for actor in actors} == {
            ("person", "Zoltan Aderyn"),
            ("state", "Norway"),
            ("organisation", "Marrow River Fund"),
        }

    def it_is_guarded_by_a_guard_that_works(self, installed: Path, tmp_path: Path, guard: Path) -> None:
        attempt = "import socket\ntry: socket.create_connection(('127.0.0.1', 9))\nexcept OSError as e: print(e)"
        told = _run(installed / "python", "-c", attempt, cwd=tmp_path, PYTHONPATH=str(guard))
        assert told == "The program must not use the network.\n"

    def it_lists_the_shipped_templates(self, installed: Path, tmp_path: Path) -> None:
        shown = _run(installed / "briefing", "templates", "list", cwd=tmp_path)
        for path in (CHECKOUT / "templates").glob("*/template.toml"):
            assert path.parent.name in shown

    def it_lists_the_shipped_cue_sets(self, installed: Path, tmp_path: Path) -> None:
        shown = _run(installed / "briefing", "cues", cwd=tmp_path)
        assert {"agreement", "disaster", "general"} <= set(shown.split())
