"""Set-up on machines that lack something, played by a PATH of small stand-ins."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
NEEDED = ("sh", "dirname", "id", "touch", "mkdir", "ln", "env")

StandIn = Callable[[str, str], None]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout with the script, on a machine that has no more than a shell's own tools."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in NEEDED:
        (tools / name).symlink_to(shutil.which(name) or pytest.fail(f"{name} is missing."))
    (tmp_path / "scripts").mkdir()
    shutil.copy(CHECKOUT / "scripts" / "setup.sh", tmp_path / "scripts")
    return tmp_path


@pytest.fixture
def stand_in(machine: Path) -> StandIn:
    """Puts a command on the machine's PATH that does what a line of shell says."""

    def put(name: str, script: str) -> None:
        path = machine / "bin" / name
        path.unlink(missing_ok=True)  # it may be a link to the system's own, which must not be written to
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{machine}/log"\n{script}\n', "utf-8")
        path.chmod(0o755)

    return put


@pytest.fixture
def prepared(machine: Path, stand_in: StandIn) -> Path:
    """A machine with Python and uv, whose environment lacks the system libraries until `found` is there."""
    stand_in("python3", f"echo {sys.executable}")
    stand_in("uv", "exit 0")
    inside = machine / ".venv" / "bin"
    inside.mkdir(parents=True)
    (inside / "python").write_text(f'#!/bin/sh\n[ -e "{machine}/found" ]\n', "utf-8")
    (inside / "python").chmod(0o755)
    return machine


def _set_up(machine: Path, *what: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", machine / "scripts" / "setup.sh", *what],
        env={"PATH": str(machine / "bin"), "HOME": str(machine), **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def _log(machine: Path) -> str:
    return (machine / "log").read_text("utf-8")


class DescribePython:
    def it_must_be_there(self, machine: Path) -> None:
        done = _set_up(machine)
        assert done.returncode == 1
        assert done.stderr.startswith("No Python 3.11 or later was found on PATH.")

    def it_must_be_new_enough(self, machine: Path, stand_in: StandIn) -> None:
        stand_in("python3", "exit 1")
        stand_in("python3.12", "exit 1")
        assert "No Python 3.11 or later" in _set_up(machine).stderr
        assert _log(machine).count("sys.version_info") == 2

    def it_must_be_able_to_make_environments_where_there_is_no_uv(self, machine: Path, stand_in: StandIn) -> None:
        stand_in("python3", f'case "$*" in *ensurepip*) exit 1;; esac; echo "{machine}/bin/python3"')
        done = _set_up(machine)
        assert done.returncode == 1
        assert "cannot make virtual environments" in done.stderr
        assert "apt-get install python3-venv" in done.stderr


class DescribeUv:
    def it_is_taken_from_the_path(self, prepared: Path) -> None:
        (prepared / "found").touch()
        assert _set_up(prepared).returncode == 0
        assert "uv sync --locked" in _log(prepared)
        assert not (prepared / ".tools").exists()
        assert (prepared / ".venv" / ".set-up").is_file()

    def it_is_brought_by_pip_when_that_on_the_path_cannot_read_the_lock(
        self, prepared: Path, stand_in: StandIn
    ) -> None:
        (prepared / "found").touch()
        stand_in("uv", "exit 2")
        stand_in("own-uv", "exit 0")
        stand_in("own-pip", f'ln -s "{prepared}/bin/own-uv" .tools/uv/bin/uv')
        venv = f'mkdir -p .tools/uv/bin; ln -s "{prepared}/bin/own-pip" .tools/uv/bin/pip'
        stand_in("python3", f'case "$*" in *-m\\ venv*) {venv};; *) echo "{prepared}/bin/python3";; esac')
        assert _set_up(prepared).returncode == 0
        assert "own-uv sync --locked" in _log(prepared)


class DescribeTheSystemLibraries:
    def it_leaves_them_alone_where_they_are_found(self, prepared: Path, stand_in: StandIn) -> None:
        (prepared / "found").touch()
        stand_in("apt-get", "exit 0")
        assert _set_up(prepared).returncode == 0
        assert "apt-get" not in _log(prepared)

    def it_installs_them_with_apt(self, prepared: Path, stand_in: StandIn) -> None:
        stand_in("sudo", '"$@"')
        stand_in("apt-get", f'[ "$1" = install ] && : > "{prepared}/found"; true')
        assert _set_up(prepared).returncode == 0
        update, install = (line for line in _log(prepared).splitlines() if line.startswith("apt-get"))
        assert update.startswith("apt-get update")
        assert install.endswith("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")

    @pytest.mark.parametrize(
        ("manager", "command"),
        [
            ("apt-get", "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
            ("brew", "brew install pango"),
            ("dnf", "dnf install pango harfbuzz"),
            ("apk", "apk add pango harfbuzz-subset"),
        ],
    )
    def it_tells_the_command_where_it_cannot_run_it(
        self, prepared: Path, stand_in: StandIn, manager: str, command: str
    ) -> None:
        stand_in("sudo", "exit 1")
        stand_in(manager, "exit 1")
        done = _set_up(prepared)
        assert done.returncode == 1
        assert command in done.stderr
        assert not (prepared / ".venv" / ".set-up").exists()


class DescribeTheToolsOfTheChecks:
    TOOLS = ("chromium", "pdftotext", "qpdf", "soffice")

    def it_leaves_them_alone_where_they_are_found(self, prepared: Path, stand_in: StandIn) -> None:
        for tool in (*self.TOOLS, "apt-get"):
            stand_in(tool, "exit 0")
        done = _set_up(prepared, "checks", CI="1")
        assert (done.returncode, done.stderr) == (0, "")
        assert "apt-get" not in _log(prepared)
        assert "uv sync --locked --compile-bytecode --quiet --group browser" in _log(prepared)

    def it_installs_with_apt_what_is_missing(self, prepared: Path, stand_in: StandIn) -> None:
        stand_in("chromium-browser", "exit 0")
        stand_in("qpdf", "exit 0")
        stand_in("sudo", '[ "$1" = -n ] && shift; "$@"')
        brings = f'[ "$1" = install ] && ln -s "{prepared}/bin/qpdf" "{prepared}/bin/$name"; true'
        stand_in("apt-get", f'case "$*" in *poppler*) name=pdftotext;; *) name=soffice;; esac; {brings}')
        done = _set_up(prepared, "checks", CI="1")
        assert done.returncode == 0
        install = "apt-get install -qq --yes --no-install-recommends"
        assert [line for line in _log(prepared).splitlines() if line.startswith("apt-get")] == [
            "apt-get update -qq",
            f"{install} poppler-utils",
            f"{install} libreoffice-writer-nogui fonts-crosextra-carlito fonts-crosextra-caladea",
        ]

    @pytest.mark.parametrize("apt", [None, "exit 1"])
    def it_names_what_it_could_not_install_and_goes_on(
        self, prepared: Path, stand_in: StandIn, apt: str | None
    ) -> None:
        stand_in("qpdf", "exit 0")
        stand_in("uv", 'case "$*" in *browser*) exit 1;; esac')
        if apt:
            stand_in("apt-get", apt)
            stand_in("sudo", "exit 0")
        done = _set_up(prepared, "checks")
        assert done.returncode == 0
        told = [line for line in done.stderr.splitlines() if line.startswith("Missing")]
        assert told == [
            f"Missing: {tool}. The checks that need it are skipped."
            for tool in ("chromium", "pdftotext", "soffice", "playwright")
        ]

    def it_asks_nobody_for_a_password(self, prepared: Path, stand_in: StandIn) -> None:
        stand_in("id", "echo 1000")
        stand_in("sudo", "exit 1")
        stand_in("apt-get", "exit 0")
        assert _set_up(prepared, "checks").returncode == 0
        assert [line for line in _log(prepared).splitlines() if line.startswith(("sudo", "apt-get"))] == [
            "sudo -n true"
        ]

    def it_fails_in_ci_where_one_is_missing(self, prepared: Path) -> None:
        done = _set_up(prepared, "checks", CI="1")
        assert done.returncode == 1
        assert "Missing: chromium." in done.stderr


class DescribeMake:
    @pytest.mark.parametrize(
        ("set_up_at", "plan"),
        [
            (2, [".venv/bin/briefing build seeds/"]),
            (0, ["scripts/setup.sh", ".venv/bin/briefing build seeds/"]),
        ],
    )
    def it_sets_up_when_something_has_changed_and_not_else(
        self, machine: Path, set_up_at: int, plan: list[str]
    ) -> None:
        shutil.copy(CHECKOUT / "Makefile", machine)
        (machine / ".venv").mkdir()
        for name, at in (
            ("pyproject.toml", 1),
            ("uv.lock", 1),
            ("scripts/setup.sh", 1),
            (".venv/.set-up", set_up_at),
        ):
            (machine / name).touch()
            os.utime(machine / name, (at, at))
        # These tests may themselves be run by make, which tells its children so.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
        make = shutil.which("make") or pytest.fail("make is missing.")
        planned = subprocess.run(
            [make, "--dry-run", "brief"],
            cwd=machine,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert planned.stdout.splitlines() == plan
