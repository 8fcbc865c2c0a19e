"""The commands of `briefing templates`, and its `list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from briefing import settings
from briefing.cli import console, options, preview, table, template_check, template_new, template_show
from briefing.errors import TemplateError

if TYPE_CHECKING:
    from briefing.settings import Place, Template

HELP = """See, make and check the templates that a brief can be made with.

A template is a folder. To make one of your own, in an editor and in Word:

1. briefing templates list: what there is, and for whom

2. briefing templates new ministry: a folder templates/ministry/ with commented files

3. edit template.toml, where every key stands with what it means; style brief.docx in Word

4. briefing templates check ministry: all that is wrong, with file, line and the way out

5. briefing templates preview ministry --watch: how it looks, at every change

6. briefing build FOLDER --template ministry: the brief

A name is looked for in ./templates, then among your own, then among the shipped ones.
docs/templates.md leads through a template in an afternoon.
"""

app = typer.Typer(no_args_is_help=True, help=HELP)
app.command("show")(template_show.show)
app.command("new")(template_new.new)
app.command("check")(template_check.check)
app.command("preview")(preview.preview)


@app.command("list")
def list_templates(*, as_json: options.AsJson = False) -> None:
    """List the templates: for whom, how long, where each comes from, with which sections."""
    rows = [*_rows()]
    if as_json:
        return console.results().print_json(data=[dict(zip(_KEYS, row, strict=True)) for row in rows])
    table.show(("Template", "For", "Words", "Pages", "From", "Sections"), [row[:6] for row in rows])
    for place in settings.places():
        console.results().print(f"{place.whose}: {place.folder}", soft_wrap=True)
    return None


_KEYS = ("name", "audience", "words", "pages", "from", "sections", "folder")


def _rows() -> Iterator[tuple[str, ...]]:
    """A row for each template; of several with one name, the first is the one that the name takes."""
    seen: set[str] = set()
    for place in settings.places():
        for name in place.names():
            yield _row(name, place, hidden=name in seen)
            seen.add(name)


def _row(name: str, place: Place, *, hidden: bool) -> tuple[str, ...]:
    folder = place.folder / name
    whose = f"{place.whose}, hidden" if hidden else place.whose
    try:
        audience, words, pages, sections = _told(settings.load_template(folder))
    except TemplateError as error:
        audience, words, pages, sections = "cannot be used", "", "", str(error)
    return name, audience, words, pages, whose, sections, str(folder)


def _told(template: Template) -> tuple[str, str, str, str]:
    sections = ", ".join(spec.heading for spec in template.sections if spec.shown)
    return template.audience, f"{template.words:,}", str(template.pages or ""), sections
