"""Step 4 behind the others: a brief of the sources, as long as its template gives it room."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import cache as remembered
from pathlib import Path

from briefing import compose
from briefing.errors import MissingLibraryError
from briefing.model import Brief, Changes, Selection
from briefing.pipeline.gathering import Asked, Gathered, Progress, ask, by_dates, gather, keep, ready, silent
from briefing.pipeline.keeping import keeping_all
from briefing.pipeline.wanted import Wanted
from briefing.render import formats, languages
from briefing.settings import (
    CueSet,
    Project,
    Template,
    load_cue_set,
    load_template,
    shipped_cue_sets,
    with_changes,
    without_changes,
)

DEFAULT = "analyst"
"""The template of a build that names none."""


@keeping_all()
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
    since: Brief | None = None,
    project: Project | None = None,
    without: Iterable[str | Path] = (),
    wanted: Wanted | None = None,
    cache: bool = False,
    executor: Executor | None = None,
    workers: int = 1,
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
        since: the brief before it, which `load` reads: a section then tells what has changed.
        project: what a project file says, see `load_project`. Where an argument is None, what it says of that
            is followed, and always what it says of the sources.
        without: files and folders that are no sources, though they lie in a folder that is given.
        wanted: what is wanted of the sources, where that is not all: what bears on a topic, which an index of them
            finds, what was published within dates, or both.
        cache: whether what is made of the sources is kept in the user's cache folder, and taken from there where an
            earlier build has left it; the brief is the same.
        executor: where documents are read and analysed, such as the processes of `concurrent.futures` or a cluster;
            on this machine if None. The brief is the same.
        workers: in how many processes of this machine they are, where there is work enough for them. A script that
            asks for more than one needs `if __name__ == "__main__":`, for each of them imports it.
        progress: called with (step, detail) as the work goes on.

    Raises:
        NothingToBuildError: no source could be read, or none bears on the topic.
        OutputError: the index of the archive cannot be written.
        SettingError: the template, the cue set, the ranker, the pipeline, a file of names or of concepts, the
            encoder, the date or the length cannot be followed.
    """
    told = project or Project()
    chosen = choose_template(template, cue_set, told)
    # What is wrong with its words is told before the work, not after it.
    languages.words_of(chosen)
    asked = ask(
        paths,
        as_of=as_of,
        pipeline=pipeline,
        names=names,
        concepts=concepts,
        encoder=encoder,
        project=told,
        without=without,
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
        since,
    )
    if wanted and wanted.topic is not None:
        with ready(asked, executor, workers) as where:
            asked, by_topic = _on_topic(asked, wanted, where, progress)
            found = gather(asked, progress, cache=cache, executor=where)
        selection: Selection | None = by_topic
    else:
        asked = replace(asked, bounds=wanted.bounds) if wanted else asked
        found = gather(asked, progress, cache=cache, executor=executor, workers=workers)
        selection = by_dates(found, asked.bounds)
    progress("Composition", f"{len(found.merged.statements)} statements")
    brief = _composed(found, settings, selection)
    keep(found)
    return brief


def _on_topic(asked: Asked, wanted: Wanted, executor: Executor | None, progress: Progress) -> tuple[Asked, Selection]:
    """What steps 1 to 3 are to go by where what bears on a topic is wanted, and how that was chosen."""
    from briefing.pipeline import archiving

    found = archiving.find(
        asked.paths, wanted, project=asked.project, without=asked.without, executor=executor, progress=progress
    )
    return replace(asked, chosen=found.chosen), found.selection


def compare(old: Brief, new: Brief) -> Changes:
    """Say what a brief tells otherwise than an earlier one: the sentences, and the sources."""
    return compose.compare(old, new)


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


def _composed(found: Gathered, settings: compose.Settings, selection: Selection | None = None) -> Brief:
    """Step 4, as often as it takes to fill the pages that the template gives."""
    at_hand = with_changes if settings.since else without_changes
    template = at_hand(_fitted(settings.template, found))

    def made(wanted: compose.Settings) -> Brief:
        brief = compose.compose(found.merged, wanted, found.lemmatize, found.skipped)
        return replace(brief, topic=selection.topic, selection=selection) if selection else brief

    fitted = replace(settings, template=template)
    return _on_pages(template.pages, fitted, made) if template.pages else made(fitted)


def composed(found: Gathered, template: Template) -> Brief:
    """The brief of a template.

    Args:
        found: what the sources say.
        template: what is made of it.

    Raises:
        TemplateError: the template has a number of pages, and its page cannot be laid out.
    """
    return _composed(found, compose.Settings(template, pipeline=Asked(()).signature, cue_sets=_cue_sets()))


def _on_pages(pages: int, settings: compose.Settings, composed: Callable[[compose.Settings], Brief]) -> Brief:
    """The longest brief that fits on so many pages of its PDF, else the shortest there is.

    Where this system cannot lay out a PDF, the brief has the length that its settings ask for.
    """
    lengths = compose.lengths(settings)

    @remembered
    def measured(n: int) -> tuple[Brief, int]:
        brief = composed(lengths[n])
        return brief, formats.pages(brief, settings.template)

    def fits(n: int) -> bool:
        return measured(n)[1] <= pages

    try:
        # Each layout takes its time, so the most likely comes first, and then the half of what is left.
        chosen = 0 if fits(0) else bisect_left(range(len(lengths) - 1), x=True, lo=1, key=fits)
        brief, filled = measured(chosen)
    except MissingLibraryError:
        return composed(settings)
    return replace(brief, pages=filled)


def _fitted(template: Template, found: Gathered) -> Template:
    """The template with that of its cue sets that fits the sources best; of equal ones the first."""
    if not template.cue_sets:
        return template
    sets = [load_cue_set(name, template.folders) for name in template.cue_sets]
    (best, _), *_others = compose.fitting(found.merged.statements, sets, found.lemmatize)
    fitted = load_template(template.folders[0], best.name)
    return replace(template, sections=fitted.sections, cue_set=fitted.cue_set, cue_sets=())


def fitting(
    paths: Iterable[str | Path], *, workers: int = 1, progress: Progress = silent
) -> list[tuple[CueSet, float]]:
    """The shipped cue sets, those that fit the sources best first, each with the share of what is told that says so.

    Args:
        paths: files, or folders that are read with all they hold.
        workers: as for `build`.
        progress: called with (step, detail) as the work goes on.

    Raises:
        NothingToBuildError: no source could be read.
    """
    found = gather(Asked(tuple(map(Path, paths))), progress, workers=workers)
    return compose.fitting(found.merged.statements, _cue_sets(), found.lemmatize)


def _cue_sets() -> tuple[CueSet, ...]:
    return tuple(load_cue_set(name) for name in shipped_cue_sets())
