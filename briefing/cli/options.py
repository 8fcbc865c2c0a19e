"""The options of `briefing build` and `briefing render`, as their help tells them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from briefing import settings
from briefing.cli import checks
from briefing.render import FORMATS


def complete_template(start: str) -> list[str]:
    """The names of templates that begin so."""
    return [name for name in settings.known_templates() if name.startswith(start)]


def _complete_cue_set(start: str) -> list[str]:
    return [name for name in settings.shipped_cue_sets() if name.startswith(start)]


def _complete_format(start: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(start)]


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files, or folders with all they hold."),
]
AnySources = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Files, or folders with all they hold. Without it: this folder's project."),
]
AnyPaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Files or folders to try the sets on. Without them: only the list."),
]
TemplateName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|DIR",
        autocompletion=complete_template,
        help="The name of a template, see “briefing templates list”, or a template's folder.",
        show_default="analyst",
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
TemplateGiven = Annotated[
    str,
    typer.Argument(
        metavar="NAME|DIR",
        autocompletion=complete_template,
        help="The name of a template, see “briefing templates list”, or a template's folder.",
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


PreviewOutput = Annotated[
    Path,
    typer.Option("--output", metavar="DIR", help="The folder for preview.pdf and the pictures of its pages."),
]
PreviewSources = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="Sources of your own to make the brief from. Give it once for each. Without it: the sample's.",
    ),
]
Page = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="The only page to make a picture of. Without it: all of them."),
]
Watch = Annotated[
    bool,
    typer.Option("--watch", help="Render again whenever a file of the template, or of one it extends, changes."),
]


def _formats(*default: str) -> Any:
    """The option `--format`, with the formats that are written without it."""
    return typer.Option(
        "--format",
        metavar="FORMAT",
        callback=checks.formats,
        autocompletion=_complete_format,
        show_default=", ".join(default),
        help=f"A format to write: {', '.join(FORMATS)}. Give it once for each.",
    )


FORMATS_OF_A_BUILD = ("pdf", "docx", "json")
FORMATS_ON_PAPER = ("pdf", "docx")
Formats = Annotated[list[str] | None, _formats(*FORMATS_OF_A_BUILD)]
PaperFormats = Annotated[list[str] | None, _formats(*FORMATS_ON_PAPER)]
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
Embargo = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        callback=checks.embargo,
        help="Until when the brief is not to be published, shown on each page: 2026-05-18T06:00Z, or other words."
        " Without it: the template's embargo, if any.",
    ),
]
Since = Annotated[
    list[str] | None,
    typer.Option(
        metavar="DATE|FILE",
        help="The first day of publication that is wanted, such as 2023-07-01; or the brief.json of the brief before:"
        " a section tells what has changed. Give it once for each.",
    ),
]
FirstDay = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", callback=checks.as_of, help="The first day of publication that is wanted."),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", callback=checks.as_of, help="The last day of publication that is wanted, such as 2023-10-01."
    ),
]
Topic = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        help="Brief what bears on this alone, as an index of the sources finds it. Phrases stand in quotation marks.",
    ),
]
TopicGiven = Annotated[
    str, typer.Argument(metavar="WORDS", help="What the sources are to tell of. Phrases stand in quotation marks.")
]
LISTED = 20
Limit = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="The most sources that are taken on a topic.", show_default="200"),
]
Listed = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most sources that are listed.")]
Index = Annotated[
    Path | None,
    typer.Option("--index", metavar="FILE", help="The file of the index. Without it: one in your cache folder."),
]
OldBrief = Annotated[Path, typer.Argument(metavar="OLD", help="The brief.json of the earlier brief.")]
NewBrief = Annotated[Path, typer.Argument(metavar="NEW", help="The brief.json of the later brief.")]
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
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Keep nothing of the sources in your cache folder, and take nothing from there."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="In how many processes many sources are read and analysed: 1 for none besides the program."
        " Without it: as many as there are processor cores, at most 8.",
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The scheduler of a Dask cluster that is to read and analyse, such as tcp://host:8786."
        " Without it: this machine does.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", help="Print errors and nothing else."),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit with 3 if a source was skipped or set apart, or a required section is empty."),
]
