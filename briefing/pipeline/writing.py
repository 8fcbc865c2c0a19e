"""Step 5: a brief rendered, written, and read again."""

from collections.abc import Sequence
from pathlib import Path

from briefing.errors import BriefFileError, TemplateError
from briefing.model import Brief
from briefing.pipeline.gathering import Progress, silent
from briefing.render import files as on_disk
from briefing.render import formats as rendering
from briefing.render.json import read
from briefing.settings import Template, known_templates, load_template


def load(file: str | Path) -> Brief:
    """Read a brief from the `brief.json` that was written of it.

    Every format of it has the bytes that it had from the brief that was built, if this version wrote them.

    Raises:
        BriefFileError: there is no such file, or it is not the data of a brief.
    """
    try:
        return read(on_disk.newest(Path(file)).read_bytes())
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
    return on_disk.write(files, Path(folder))
