from .changed import with_changes, without_changes
from .colours import contrast, mixed, tinted
from .cue_sets import CueSet, load_cue_set, shipped_cue_sets
from .inherited import folders_of
from .languages import known_languages, language_file
from .meanings import key_meanings
from .mistakes import gathered, refuse
from .own_files import own_file
from .project import PROJECT, Project, load_project, project_sheet
from .sample import sample_sources
from .search import TEMPLATE, Place, known_templates, places, template_folder
from .sections import SHARED
from .shipped import PACKAGE, VERSION, shipped_folder
from .source_notes import NOTES, SIDECAR, NamedNote, Reliability, SourceNote, load_notes, load_sidecar
from .specs import Cues, Paper, SectionSpec, Sign, Template
from .tables import Sheet, Told, is_date, nearest, parsed
from .templates import Setting, load_template, settings_of

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
