"""Step 1, reading: the paths a user gives → the files to read, each once.

Their order never matters, links that go in circles do no harm, and the names
by which a brief calls files hold nothing of the machine they lie on. Of a folder
nothing is read that does not lie in it: a link that leads out of it is not followed.
"""

import errno
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from operator import attrgetter
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from briefing.model import Skipped
from briefing.settings import NOTES, SIDECAR
from briefing.sources import clean

_PAGES = frozenset({".htm", ".html", ".xhtml"})
_BELONGINGS = tuple(
    f"{sign}{word}"
    for sign in "_-."
    for word in (
        "files", "file", "filer", "archivos", "arquivos", "bestanden", "Dateien", "dosyalar", "fajlovi", "fichiers",
        "ficheiros", "pliki", "soubory", "tiedostot",
    )
)  # fmt: skip
"""What browsers add to the name of a page for the folder beside it, in their languages."""
_BELONGING = re.compile(rf"(.+)(?:{'|'.join(map(re.escape, _BELONGINGS))})", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file by the name that a brief gives it, `folder/file.txt`, and by the path by which it was `reached`.

    `beside` is the folder of pictures and scripts that was saved with it, if there is one.
    """

    label: str
    path: Path
    reached: Path = field(compare=False)
    beside: Path | None = field(default=None, compare=False)

    def open(self) -> BufferedReader:
        """Open the file that was found, and nothing that stands in its place meanwhile.

        Raises:
            OSError: it cannot be read, or is no regular file any more.
        """
        content = open(self.path, "rb", opener=_opened)  # noqa: SIM115  it is closed by whom it is given
        if not S_ISREG(os.fstat(content.fileno()).st_mode):
            content.close()
            raise OSError(errno.EINVAL, "No regular file")
        return content


def _opened(path: str, flags: int) -> int:
    """Open a file; never follow a link that a file has become, nor wait for who writes to a pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


@dataclass(frozen=True, slots=True)
class Given:
    """What a user's paths lead to: sources, what is no file, and what the operator says of sources."""

    sources: tuple[Found, ...]
    missing: tuple[Skipped, ...]
    notes: tuple[Found, ...]


def find(paths: Iterable[str | Path], without: Iterable[Path] = ()) -> Given:
    """List the files that are given by themselves or lie in given folders.

    Hidden files and folders inside a given folder are passed over.

    Args:
        paths: files and folders.
        without: files and folders that are passed over inside a given folder, such as the briefs of earlier builds.

    Returns:
        The files in the order of their labels, and what is no file.
    """
    files: dict[Path, Found] = {}
    notes: dict[Path, Found] = {}
    refused: dict[Path, Skipped] = {}
    unwanted = frozenset(map(_real, without))
    for given in paths:
        root = absolute(Path(given))
        for met in _below(root, unwanted):
            found = Found(met.label, met.real, met.path, met.beside)
            if not met.is_file and (reason := _refusal(found.path, root)):
                skipped = Skipped(met.label, reason)
                refused[met.path] = min(skipped, refused.get(met.path, skipped), key=_place)
            elif met.path.name == NOTES or met.path.name.removesuffix(SIDECAR) not in {"", met.path.name}:
                notes[met.path] = found
            else:
                files[found.path] = min(found, files.get(found.path, found))
    missing = sorted(refused.values(), key=_place)
    return Given(_sorted(files.values()), tuple(missing), _sorted(notes.values()))


def _sorted(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=attrgetter("label", "path")))


def _place(skipped: Skipped) -> tuple[str, str]:
    return skipped.path, skipped.reason


def _real(path: Path) -> Path:
    """The file itself, behind all links; where they cannot be followed, the path as it is."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path


def absolute(path: Path) -> Path:
    """The path from the root of the disk on, its links left as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would rename a link that is given


@dataclass(frozen=True, slots=True)
class _Met:
    """What a given path is, or leads to; `is_file` where it surely is a regular file that lies there itself."""

    label: str
    path: Path
    real: Path
    beside: Path | None = None
    is_file: bool = False


def _below(root: Path, unwanted: Collection[Path]) -> Iterator[_Met]:
    """The file that is given, or all files in the folder that is; an empty folder stands for itself."""
    if not _is_folder(root):
        beside = root.with_name(f"{root.name}{SIDECAR}")
        for path in (root, beside):
            if path == root or _mode(path):
                yield _Met(_label(root.parent.name, path.name), path, _real(path), _saved_with(path))
        return
    is_empty = True
    for met in _walk(root, unwanted):
        is_empty = False
        yield met
    if is_empty:
        yield _Met(_label(root.name), root, _real(root))


def _walk(folder: Path, unwanted: Collection[Path]) -> Iterator[_Met]:
    """All files in a folder and those below it, each folder once, however links lead to it.

    A link that leads out of the folder stands for itself.
    """
    root = _real(folder)
    waiting, seen = [(folder, _label(folder.name))], set[Path]()
    while waiting:
        here, label = waiting.pop()
        if (real := _real(here)) in seen:
            continue
        seen.add(real)
        try:
            entries = _entries(here)
        except OSError:
            yield _Met(label, here, real)
            continue
        folders = frozenset(entry.name for entry in entries if _leads_to_folder(entry))
        saved, pages = _saved(folders), frozenset(_page(entry.name) for entry in entries)
        for entry in sorted(entries, key=attrgetter("name"), reverse=True):
            path, is_folder = here / entry.name, entry.name in folders
            # Only a link can lie elsewhere than where it is met.
            lies_here = not (is_folder or entry.is_symlink())
            lying = path if real == here else real / entry.name
            if (inside := lying if lies_here else _real(path)) in unwanted:
                continue
            named = _label(label, entry.name)
            if is_folder and inside.is_relative_to(root):
                waiting += [] if _stem(entry.name) in pages else [(path, named)]
            else:
                beside = saved.get(_page(entry.name))
                is_file = lies_here and entry.is_file()
                yield _Met(named, path, inside, here / beside if beside else None, is_file)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return [entry for entry in found if not entry.name.startswith(".")]


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    return _is_folder(Path(entry.path)) if entry.is_symlink() else entry.is_dir()


def _page(name: str) -> str:
    """What a page is called without its ending; empty if it is none."""
    return PurePath(name).stem if name.lower().endswith(tuple(_PAGES)) else ""


def _stem(folder: str) -> str | None:
    """The name of the page beside which a browser has saved a folder of this name, if it is such a name."""
    found = _BELONGING.fullmatch(folder)
    return found[1] if found else None


def _saved(folders: Iterable[str]) -> Mapping[str, str]:
    """The folders that may be saved with a page, by its name; of several the first by their signs and words."""
    named = {folder: stem for folder in folders if (stem := _stem(folder))}
    ordered = sorted(named, key=lambda folder: _BELONGINGS.index(folder.removeprefix(named[folder])), reverse=True)
    return {named[folder]: folder for folder in ordered}


def _saved_with(page: Path) -> Path | None:
    """The folder of pictures and scripts that a browser saved beside a page: `page_files` beside `page.html`."""
    if page.suffix.lower() not in _PAGES:
        return None
    return next(filter(_is_folder, (page.with_name(f"{page.stem}{ending}") for ending in _BELONGINGS)), None)


def _refusal(path: Path, root: Path) -> str | None:
    if _leads_out(path, root):
        return "It is a link that leads out of the folder; give what it leads to by itself."
    if _is_folder(path):
        return "The folder holds no file that could be read."
    if not (mode := _mode(path)):
        return "There is no such file or folder; check the name."
    return None if S_ISREG(mode) else "It is no regular file."


def _leads_out(real: Path, root: Path) -> bool:
    """Whether a file that was met in a given folder lies elsewhere; what is given by itself may lie anywhere."""
    return _is_folder(root) and not real.is_relative_to(_real(root))


def _is_folder(path: Path) -> bool:
    return S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    """The type and permissions of what is there, 0 if nothing can be reached."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _label(*parts: str) -> str:
    """Join names as a brief shows them; bytes that are no text in a name become “\ufffd”."""
    shown = (clean.line(os.fsencode(part).decode("utf-8", "replace")) or "unnamed" for part in parts if part)
    return "/".join(shown)
