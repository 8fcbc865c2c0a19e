"""The table of contents: a source file becomes a brief in five steps.

1. Reading (`sources`), 2. analysis (`language`), 3. merging (`merge`),
4. composition (`compose`), 5. rendering (`render`). Only this file knows the
order; the steps do not know one another.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from briefing import cache as store
from briefing import compose, language, merge, sources
from briefing import render as rendering
from briefing.errors import BriefFileError, MissingLibraryError, TemplateError
from briefing.model import Brief, Merged, Skipped, latest_date
from briefing.settings import CueSet, Project, Template, known_templates, load_cue_set, load_template, shipped_cue_sets

DEFAULT = "analyst"
"""The template of a build that names none."""
Progress = Callable[[str, str], None]
"""Told (step, what it is at), for each step and each file."""


def silent(_step: str, _detail: str) -> None:
    """Progress that nobody watches."""


def build(
    paths: str | Path | Iterable[str | Path],
    template: str | Path | Template | None = None,
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
    embargo: str | None = None,
    project: Project | None = None,
    without: Iterable[str | Path] = (),
    cache: bool = False,
    progress: Progress = silent,
) -> Brief:
    """Make a brief from files and folders of sources.

    Args:
        paths: files, or folders that are read with all they hold; one or several.
        template: a template's name, a template's folder, or a template; `"analyst"` if None.
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
        embargo: until when it is not to be published, an ISO 8601 moment or other words; the template's own if None.
        project: what a project file says, see `load_project`. Where an argument is None, what it says of that
            is followed, and always what it says of the sources.
        without: files and folders that are no sources, though they lie in a folder that is given.
        cache: whether what is made of the sources is kept in the user's cache folder, and taken from there where an
            earlier build has left it; the brief is the same.
        progress: called with (step, detail) as the work goes on.

    Raises:
        NothingToBuildError: no source could be read.
        SettingError: the template, the cue set, the ranker, the pipeline, a file of names or of concepts, the
            encoder, the date or the length cannot be followed.
    """
    told = project or Project()
    chosen = choose_template(template, cue_set, told)
    # What is wrong with its words is told before the work, not after it.
    rendering.words_of(chosen)
    asked = _Asked(
        tuple(map(Path, [paths] if isinstance(paths, str | Path) else paths)),
        as_of or told.as_of,
        pipeline,
        tuple(map(Path, names or told.names)),
        tuple(map(Path, concepts or told.concepts)),
        Path(encoder) if encoder is not None else None,
        told,
        tuple(map(Path, without)),
    )
    settings = compose.Settings(
        chosen,
        told.words if words is None else words,
        title or told.title,
        asked.as_of,
        ranker or told.ranker,
        asked.signature,
        generated,
        told.marking if marking is None else marking,
        told.embargo if embargo is None else embargo,
        _cue_sets(),
    )
    gathered = (_kept if cache else _gathered)(asked, progress)
    progress("Composition", f"{len(gathered.merged.statements)} statements")
    brief = _composed(gathered, settings)
    keep(gathered)
    return brief


def _composed(gathered: "Gathered", settings: compose.Settings) -> Brief:
    """Step 4, as often as it takes to fill the pages that the template gives."""
    template = _fitted(settings.template, gathered)

    def composed(wanted: compose.Settings) -> Brief:
        return compose.compose(gathered.merged, wanted, gathered.lemmatize, gathered.skipped)

    fitted = replace(settings, template=template)
    return _on_pages(template.pages, fitted, composed) if template.pages else composed(fitted)


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that steps 1 to 3 go by."""

    paths: tuple[Path, ...]
    as_of: str | None = None
    pipeline: str | None = None
    names: tuple[Path, ...] = ()
    concepts: tuple[Path, ...] = ()
    encoder: Path | None = None
    project: Project = field(default_factory=Project)
    without: tuple[Path, ...] = ()

    @property
    def signature(self) -> str:
        """What they are named by in the signature of the brief."""
        return language.signature(self.pipeline, self.names, self.concepts) + merge.signature(self.encoder)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What steps 1 to 3 give; with the `key` under which it is to be kept, if it is."""

    merged: Merged
    skipped: tuple[Skipped, ...]
    lemmatize: language.Lemmatizer
    key: str = ""
    is_new: bool = True


def _gathered(asked: _Asked, progress: Progress) -> Gathered:
    """Steps 1 to 3."""
    reading = sources.read(asked.paths, project=asked.project, without=asked.without, progress=progress)
    progress("Analysis", f"{len(reading.documents)} documents")
    as_of = asked.as_of or latest_date(reading.documents)
    sentences = language.analyse(reading.documents, as_of, asked.pipeline, asked.names, asked.concepts)
    progress("Merging", f"{len(sentences)} sentences")
    merged = merge.merge(reading.documents, sentences, asked.encoder)
    return Gathered(merged, reading.skipped, language.lemmatizer())


def _kept(asked: _Asked, progress: Progress) -> Gathered:
    """Steps 1 to 3, or what an earlier build has kept of them."""
    given = sources.fingerprints(asked.paths, project=asked.project, without=asked.without)
    key = _key(asked, given)
    if kept := store.find(key):
        for name, _ in given:
            progress("Reading", name)
        progress("Merging", "kept from an earlier build")
        known = language.Irregular(kept.weightless, kept.lemmas)
        return Gathered(kept.merged, kept.skipped, language.lemmatizer(known), key, is_new=False)
    gathered = _gathered(asked, progress)
    read = {(document.source.path, document.source.sha256) for document in gathered.merged.documents}
    # A file that changed while it was read must not be kept under what it was before.
    return replace(gathered, key=key) if read <= set(given) else gathered


def _key(asked: _Asked, given: Iterable[tuple[str, str]]) -> str:
    """What tells these sources under these settings from all others."""
    files = ((what, file) for what in ("names", "concepts") for file in getattr(asked, what))
    settings = [f"{what} {sha256(file.read_bytes()).hexdigest()}" for what, file in files]
    notes = [f"{path} {note}" for path, note in sorted(asked.project.sources.items())]
    models = [Path(model) for model in (asked.pipeline, asked.encoder) if model and Path(model).is_dir()]
    return store.key_of(given, [asked.signature, asked.as_of or "", *settings, *notes], models)


def keep(gathered: Gathered) -> None:
    """Keep what is new, also lemmas that were asked for and not known; nothing where nothing is to be kept."""
    known = gathered.lemmatize.known
    if gathered.key and (gathered.is_new or known != gathered.lemmatize.given):
        kept = store.Kept(gathered.merged, gathered.skipped, known.weightless, known.lemmas)
        store.keep(gathered.key, kept)


def _on_pages(pages: int, settings: compose.Settings, composed: Callable[[compose.Settings], Brief]) -> Brief:
    """The longest brief that fits on so many pages of its PDF, else the shortest there is.

    Where this system cannot lay out a PDF, the brief has the length that its settings ask for.
    """
    lengths = compose.lengths(settings)

    @cache
    def measured(n: int) -> tuple[Brief, int]:
        brief = composed(lengths[n])
        return brief, rendering.pages(brief, settings.template)

    def fits(n: int) -> bool:
        return measured(n)[1] <= pages

    try:
        # Each layout takes its time, so the most likely comes first, and then the half of what is left.
        chosen = 0 if fits(0) else bisect_left(range(len(lengths) - 1), x=True, lo=1, key=fits)
        brief, filled = measured(chosen)
    except MissingLibraryError:
        return composed(settings)
    return replace(brief, pages=filled)


def _fitted(template: Template, gathered: Gathered) -> Template:
    """The template with that of its cue sets that fits the sources best; of equal ones the first."""
    if not template.cue_sets:
        return template
    sets = [load_cue_set(name, template.folders) for name in template.cue_sets]
    (best, _), *_others = compose.fitting(gathered.merged.statements, sets, gathered.lemmatize)
    fitted = load_template(template.folders[0], best.name)
    return replace(template, sections=fitted.sections, cue_set=fitted.cue_set, cue_sets=())


def choose_template(
    template: str | Path | Template | None = None, cue_set: str | None = None, project: Project | None = None
) -> Template:
    """The template that a build has: the one that is given, else the project's, else `analyst`.

    Args:
        template: a template's name, a template's folder, or a template.
        cue_set: the name of the cue set whose sections it is to have; the project's if None, else its own.
        project: what a project file says.

    Raises:
        SettingError: there is no such template or cue set.
    """
    told = project or Project()
    template, cue_set = template or told.template or DEFAULT, cue_set or told.cue_set
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


def gathered(paths: Iterable[str | Path], *, cache: bool = False) -> Gathered:
    """What the sources say, for `composed` with one template after another.

    Args:
        paths: files, or folders that are read with all they hold.
        cache: as for `build`.

    Raises:
        NothingToBuildError: no source could be read.
    """
    return (_kept if cache else _gathered)(_Asked(tuple(map(Path, paths))), silent)


def composed(gathered: Gathered, template: Template) -> Brief:
    """The brief of a template.

    Raises:
        TemplateError: the template has a number of pages, and its page cannot be laid out.
    """
    return _composed(gathered, compose.Settings(template, pipeline=_Asked(()).signature, cue_sets=_cue_sets()))


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
