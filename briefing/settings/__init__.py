"""Templates and cue sets as data: what a person writes in TOML, checked and frozen.

A template is a folder. `template.toml` says what the brief holds; `brief.html`,
`brief.css` and `brief.docx` say how it looks. A template takes each file it does
not have, and each setting it does not make, from the one that it `extends`. A cue
set is a file: the sections that a kind of event needs, and what belongs in each.
"""

from briefing.settings.changed import with_changes, without_changes
from briefing.settings.colours import contrast, mixed, tinted
from briefing.settings.cue_sets import CueSet, load_cue_set, shipped_cue_sets
from briefing.settings.inherited import folders_of
from briefing.settings.languages import known_languages, language_file
from briefing.settings.meanings import key_meanings
from briefing.settings.mistakes import gathered, refuse
from briefing.settings.own_files import own_file
from briefing.settings.project import PROJECT, Project, load_project, project_sheet
from briefing.settings.sample import sample_sources
from briefing.settings.search import TEMPLATE, Place, known_templates, places, template_folder
from briefing.settings.sections import SHARED
from briefing.settings.shipped import PACKAGE, VERSION, shipped_folder
from briefing.settings.source_notes import NOTES, SIDECAR, NamedNote, Reliability, SourceNote, load_notes, load_sidecar
from briefing.settings.specs import Cues, Paper, SectionSpec, Sign, Template
from briefing.settings.tables import Sheet, Told, is_date, nearest, parsed
from briefing.settings.templates import Setting, load_template, settings_of

__all__ = [
    "NOTES",
    "PACKAGE",
    "PROJECT",
    "SHARED",
    "SIDECAR",
    "TEMPLATE",
    "VERSION",
    "CueSet",
    "Cues",
    "NamedNote",
    "Paper",
    "Place",
    "Project",
    "Reliability",
    "SectionSpec",
    "Setting",
    "Sheet",
    "Sign",
    "SourceNote",
    "Template",
    "Told",
    "contrast",
    "folders_of",
    "gathered",
    "is_date",
    "key_meanings",
    "known_languages",
    "known_templates",
    "language_file",
    "load_cue_set",
    "load_notes",
    "load_project",
    "load_sidecar",
    "load_template",
    "mixed",
    "nearest",
    "own_file",
    "parsed",
    "places",
    "project_sheet",
    "refuse",
    "sample_sources",
    "settings_of",
    "shipped_cue_sets",
    "shipped_folder",
    "template_folder",
    "tinted",
    "with_changes",
    "without_changes",
]
