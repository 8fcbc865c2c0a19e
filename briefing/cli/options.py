"""The options of `briefing build` and `briefing render`, as their help tells them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from briefing.cli import checks
from briefing.render import FORMATS
from briefing.settings import known_templates, shipped_cue_sets


def complete_template(start: str) -> list[str]:
    """The names of templates that begin so."""
    return [name for name in known_templates() if name.startswith(start)]


def _complete_cue_set(start: str) -> list[str]:
    return [name for name in shipped_cue_sets() if name.startswith(start)]


def _complete_format(start: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(start)]


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files, or folders with all they hold."),
]
AnyPaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Files or folders to try the sets on. Without them: only the list."),
]
TemplateName = Annotated[
    str,
    typer.Option(
        metavar="NAME|DIR",
        autocompletion=complete_template,
        help="The name of a template, see “briefing templates list”, or a template's folder.",
    ),
]
TemplateOf = Annotated[
    str,
    typer.Argument(
        metavar="NAME|DIR",
        autocompletion=complete_template,
        help="The name of a template, see “briefing templates list”, or a template's folder.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print data for other programs.")]
BriefFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A brief.json that was written with a brief."),
]
OwnTemplateName = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="NAME|DIR",
        autocompletion=complete_template,
        help="A template's name, or its folder. Without it: the brief's own, by its name.",
    ),
]
CueSetName = Annotated[
    str | None,
    typer.Option(
        "--cue-set",
        metavar="NAME",
        autocompletion=_complete_cue_set,
        help="The kind of event, whose sections the brief has. Without it: the template's.",
    ),
]
Output = Annotated[
    Path,
    typer.Option(metavar="DIR", help="The folder to write to. It is made where it is missing."),
]
FileName = Annotated[
    str,
    typer.Option(metavar="NAME", callback=checks.file_name, help="The name of the files, without ending."),
]


def _formats(*default: str) -> Any:
    """The option `--format`, with the formats that are written without it."""
    return typer.Option(
        "--format",
        metavar="FORMAT",
        callback=checks.formats,
        autocompletion=_complete_format,
        default_factory=lambda: [*default],
        show_default=", ".join(default),
        help=f"A format to write: {', '.join(FORMATS)}. Give it once for each.",
    )


Formats = Annotated[list[str], _formats("pdf", "docx", "json")]
PaperFormats = Annotated[list[str], _formats("pdf", "docx")]
Title = Annotated[
    str | None,
    typer.Option(metavar="TEXT", callback=checks.title, help="The title. Without it: that of the most central source."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=checks.as_of,
        help="The date of the information, such as 2023-09-16. Without it: that of the newest source.",
    ),
]
Marking = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        callback=checks.marking,
        help="How the brief is to be handled, shown on each page. Without it: the template's marking, if any.",
    ),
]
Words = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        parser=checks.words,
        help="The most words in all sentences. Without it: the template's length.",
    ),
]
Ranker = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A summariser to rank sentences with. Without it: the program's own."),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        metavar="NAME|DIR",
        help="An installed spaCy pipeline to recognise names with. Without it: the program's own.",
    ),
]
Names = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="A file of names to know besides the program's own. Give it once for each."),
]
Concepts = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE", help="A file of words that mean the same besides the program's own. Give it once for each."
    ),
]
Encoder = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="A sentence encoder that judges sentences beside their words; by default none."
    ),
]
Review = Annotated[
    bool,
    typer.Option("--review", help="Tell the other wordings of each sentence in comments of the Word file."),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", help="Print errors and nothing else."),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit with 3 if a source was skipped or set apart, or a required section is empty."),
]
