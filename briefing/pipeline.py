"""The table of contents: a source file becomes a brief in five steps.

1. Reading (`sources`), 2. analysis (`language`), 3. merging (`merge`),
4. composition (`compose`), 5. rendering (`render`). Only this file knows the
order; the steps do not know one another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from briefing import cache as store
from briefing import compose, language, merge, sources
from briefing import render as rendering
from briefing.errors import BriefFileError, TemplateError
from briefing.model import Brief, Merged, Skipped, latest_date
from briefing.settings import CueSet, Template, known_templates, load_cue_set, load_template, shipped_cue_sets

Progress = Callable[[str, str], None]
"""Told (step, what it is at), for each step and each file."""


def silent(_step: str, _detail: str) -> None:
    """Progress that nobody watches."""


def build(
    paths: str | Path | Iterable[str | Path],
    template: str | Path | Template = "analyst",
    *,
    words: int | None = None,
    title: str | None = None,
    as_of: str | None = None,
    ranker: str | None = None,
    cue_set: str | None = None,
    pipeline: str | None = None,
    names: Sequence[str | Path] = (),
    concepts: Sequence[str | Path] = (),
    encoder: str | Path | None = None,
    generated: str | None = None,
    marking: str | None = None,
    cache: bool = False,
    progress: Progress = silent,
) -> Brief:
    """Make a brief from files and folders of sources.

    Args:
        paths: files, or folders that are read with all they hold; one or several.
        template: a shipped template's name, a template's folder, or a template.
        words: the length of all sentences together; the template's own if None.
        title: the brief's title; else that of the most central source.
        as_of: the date of the information, ISO 8601; else the latest date of
            publication among the sources.
        ranker: a sumy summariser to rank with (`"lexrank"`, …); else our own.
        cue_set: the name of the cue set whose sections the brief has (`"election"`, …); else the template's own.
        pipeline: the package or the folder of an installed spaCy pipeline that
            recognises names; else the one that comes with the program.
        names: files of names to know besides our own; see `docs/gazetteers.md`.
        concepts: files of words that mean the same, besides our own; see `docs/concepts.md`.
        encoder: the folder of a sentence-transformers model that judges sentences beside their words; none if None.
        generated: when the brief is made, such as `"2023-09-16T08:30:00Z"`; not stated if None, since a clock would
            give other bytes each time.
        marking: how the brief is to be handled, shown on each page; the template's own if None.
        cache: whether what is made of the sources is kept in the user's cache folder, and taken from there where an
            earlier build has left it; the brief is the same.
        progress: called with (step, detail) as the work goes on.

    Raises:
        NothingToBuildError: no source could be read.
        SettingError: the template, the cue set, the ranker, the pipeline, a file of names or of concepts, the
            encoder, the date or the length cannot be followed.
    """
    chosen = _chosen(template, cue_set)
    given = [paths] if isinstance(paths, str | Path) else paths
    known, meant = tuple(map(Path, names)), tuple(map(Path, concepts))
    judge = Path(encoder) if encoder is not None else None
    asked = _Asked(tuple(map(Path, given)), as_of, pipeline, known, meant, judge)
    settings = compose.Settings(chosen, words, title, as_of, ranker, asked.signature, generated, marking, _cue_sets())
    gathered = (_kept if cache else _gathered)(asked, progress)
    progress("Composition", f"{len(gathered.merged.statements)} statements")
    brief = compose.compose(gathered.merged, settings, gathered.lemmatize, gathered.skipped)
    if gathered.key:
        _keep(gathered)
    return brief


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that steps 1 to 3 go by."""

    paths: tuple[Path, ...]
    as_of: str | None = None
    pipeline: str | None = None
    names: tuple[Path, ...] = ()
    concepts: tuple[Path, ...] = ()
    encoder: Path | None = None

    @property
    def signature(self) -> str:
        """What they are named by in the signature of the brief."""
        return language.signature(self.pipeline, self.names, self.concepts) + merge.signature(self.encoder)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What steps 1 to 3 give; with the `key` under which it is to be kept, if it is."""

    merged: Merged
    skipped: tuple[Skipped, ...]
    lemmatize: language.Lemmatizer
    key: str = ""
    is_new: bool = True


def _gathered(asked: _Asked, progress: Progress) -> _Gathered:
    """Steps 1 to 3."""
    reading = sources.read(asked.paths, progress=progress)
    progress("Analysis", f"{len(reading.documents)} documents")
    as_of = asked.as_of or latest_date(reading.documents)
    sentences = language.analyse(reading.documents, as_of, asked.pipeline, asked.names, asked.concepts)
    progress("Merging", f"{len(sentences)} sentences")
    merged = merge.merge(reading.documents, sentences, asked.encoder)
    return _Gathered(merged, reading.skipped, language.lemmatizer())


def _kept(asked: _Asked, progress: Progress) -> _Gathered:
    """Steps 1 to 3, or what an earlier build has kept of them."""
    given = sources.fingerprints(asked.paths)
    key = _key(asked, given)
    if kept := store.find(key):
        for name, _ in given:
            progress("Reading", name)
        progress("Merging", "kept from an earlier build")
        known = language.Irregular(kept.weightless, kept.lemmas)
        return _Gathered(kept.merged, kept.skipped, language.lemmatizer(known), key, is_new=False)
    gathered = _gathered(asked, progress)
    read = {(document.source.path, document.source.sha256) for document in gathered.merged.documents}
    # A file that changed while it was read must not be kept under what it was before.
    return replace(gathered, key=key) if read <= set(given) else gathered


def _key(asked: _Asked, given: Iterable[tuple[str, str]]) -> str:
    """What tells these sources under these settings from all others."""
    files = ((what, file) for what in ("names", "concepts") for file in getattr(asked, what))
    settings = [f"{what} {sha256(file.read_bytes()).hexdigest()}" for what, file in files]
    models = [Path(model) for model in (asked.pipeline, asked.encoder) if model and Path(model).is_dir()]
    return store.key_of(given, [asked.signature, asked.as_of or "", *settings], models)


def _keep(gathered: _Gathered) -> None:
    """Keep what is new, also where composition asked for lemmas that were not known."""
    known = gathered.lemmatize.known
    if gathered.is_new or known != gathered.lemmatize.given:
        kept = store.Kept(gathered.merged, gathered.skipped, known.weightless, known.lemmas)
        store.keep(gathered.key, kept)


def _chosen(template: str | Path | Template, cue_set: str | None) -> Template:
    """The template with the cue set that is wanted."""
    if not isinstance(template, Template):
        return load_template(template, cue_set)
    return template if cue_set is None else load_template(template.folders[0], cue_set)


def fitting(paths: Iterable[str | Path], *, progress: Progress = silent) -> list[tuple[CueSet, float]]:
    """The shipped cue sets, those that fit the sources best first, each with the share of what is told that says so.

    Args:
        paths: files, or folders that are read with all they hold.
        progress: called with (step, detail) as the work goes on.

    Raises:
        NothingToBuildError: no source could be read.
    """
    gathered = _gathered(_Asked(tuple(map(Path, paths))), progress)
    return compose.fitting(gathered.merged.statements, _cue_sets(), gathered.lemmatize)


def _cue_sets() -> tuple[CueSet, ...]:
    return tuple(load_cue_set(name) for name in shipped_cue_sets())


def load(file: str | Path) -> Brief:
    """Read a brief from the `brief.json` that was written of it.

    Every format of it has the bytes that it had from the brief that was built, if this version wrote them.

    Raises:
        BriefFileError: there is no such file, or it is not the data of a brief.
    """
    try:
        return rendering.read(Path(file).read_bytes())
    except OSError as error:
        raise BriefFileError(f"{file} cannot be read: {error.strerror or error}. Give a brief.json.") from error
    except BriefFileError as error:
        raise BriefFileError(f"{file} cannot be used. {error}") from error


def render(
    brief: Brief,
    format: str,  # noqa: A002
    template: str | Path | Template | None = None,
    *,
    review: bool = False,
) -> bytes:
    """Render a brief as `"pdf"`, `"docx"`, `"html"`, `"json"` or `"md"` (Markdown).

    Args:
        brief: what `build` made.
        format: the format's name.
        template: how it looks; the brief's own template if None.
        review: whether a Word file has comments that tell an editor the other wordings.

    Raises:
        SettingError: the format or the template is unknown.
        MissingLibraryError: the system lacks a library that the format needs.
    """
    return rendering.render(brief, format, _look(brief, template), review=review)


def missing_glyphs(brief: Brief, template: str | Path | Template | None = None) -> tuple[str, ...]:
    """What a PDF or a page of the brief cannot show for want of a font, a sentence for each place.

    Args:
        brief: what `build` made.
        template: how it looks; the brief's own template if None.

    Raises:
        SettingError: the template is unknown, or a file of it is missing.
    """
    return rendering.missing_glyphs(brief, _look(brief, template))


def _look(brief: Brief, template: str | Path | Template | None) -> Template:
    if template is None:
        return _own(brief)
    return template if isinstance(template, Template) else load_template(template)


def _own(brief: Brief) -> Template:
    """The brief's own template, by its name alone: a brief may come from a file, which is to name no folder."""
    if (place := known_templates().get(brief.template)) is None:
        raise TemplateError(
            f"The brief is made with the template “{brief.template}”, which is not found. "
            "Give its folder with --template."
        )
    return load_template(place.folder / brief.template)


def write(
    brief: Brief,
    folder: str | Path = "output",
    *,
    name: str = "brief",
    formats: Sequence[str] = ("pdf", "docx", "json"),
    template: str | Path | Template | None = None,
    review: bool = False,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Render a brief in several formats and write the files, all or none.

    Args:
        brief: what `build` made.
        folder: where the files go; it is made if it is not there.
        name: the name of the files, without ending.
        formats: the names of the formats.
        template: how they look; the brief's own template if None.
        review: whether a Word file has comments that tell an editor the other wordings.
        progress: called with (step, detail) as the work goes on.

    Returns:
        The files written, in the order of the formats.

    Raises:
        SettingError: a format or the template is unknown.
        MissingLibraryError: the system lacks a library that a format needs.
        OutputError: the folder cannot be written; what it held is untouched.
    """
    files, look = {}, _look(brief, template)
    for format in formats:  # noqa: A001
        progress("Rendering", format)
        files[f"{name}.{format}"] = rendering.render(brief, format, look, review=review)
    return rendering.write(files, Path(folder))
