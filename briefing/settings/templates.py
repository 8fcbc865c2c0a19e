"""Templates, read from their folders."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.inherited import Inherited, inherited
from briefing.settings.languages import ENGLISH, headings, language_file, translated
from briefing.settings.look import check_look
from briefing.settings.mistakes import refuse
from briefing.settings.sections import MAIN, specs
from briefing.settings.specs import SectionSpec, Template
from briefing.settings.tables import Sheet, Told, built


def load_template(name: str | Path, cue_set: str | None = None) -> Template:
    """Read a template by its name or from its folder.

    Args:
        name: a template's name, which is looked for in `places()`, or a template's folder.
        cue_set: the name of the cue set whose sections it is to have; its own if None.

    Raises:
        TemplateError: there is none, its `template.toml` says what cannot be followed, or it has no place for a
            cue set.
    """
    return _built(inherited(name, cue_set))


def _built(told: Inherited) -> Template:
    known = _headings(told)
    sections = [_in_language(section, "heading", known) for section in told.sections.values()]
    own = {
        "sections": Told(specs(sections, told.where), told.where),
        "folders": Told(told.folders, told.where),
        "word_files": Told(told.word_files, told.where),
    }
    name = told.settings.get("name")
    if name is None or name.where != told.where:
        own["name"] = Told(told.folders[0].name, told.where)
    settings = _in_language(told.settings, "audience", known)
    template = built(Template, {**settings, **own}, told.where, others=("extends",))
    check_look(told.settings)
    return template


def _headings(told: Inherited) -> Mapping[str, str]:
    """What the shipped headings are in the template's language."""
    language = told.settings.get("language", Told(ENGLISH, told.where))
    if sentence := _unspoken(language.value):
        refuse(TemplateError(f"{language.where}: {sentence}", where=language.where, key="language"))
        return {}
    return headings(language.value, told.word_files)


def _unspoken(language: Any) -> str:
    """What is wrong with a language; the rest of the template can be read without it."""
    if not isinstance(language, str):
        return f"“language” cannot be {language!r}; it must be a text."
    try:
        language_file(language)
    except TemplateError as error:
        return str(error)
    return ""


def _in_language(sheet: Sheet, key: str, known: Mapping[str, str]) -> Sheet:
    """What is told, with one text of it in the template's language."""
    return {**sheet, key: translated(sheet[key], known)} if key in sheet else sheet


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of a template: its key, of a section as `background.heading`; its value; and the file that says it.

    Without `where` no file says it, and the value is what the program does then.
    """

    key: str
    value: Any
    where: Path | None


def settings_of(name: str | Path, cue_set: str | None = None) -> Iterator[Setting]:
    """All settings of a template, those of the whole before those of its sections.

    Args:
        name: as for `load_template`.
        cue_set: likewise.

    Raises:
        TemplateError: as `load_template`.
    """
    told = inherited(name, cue_set)
    template = _built(told)
    for field in fields(Template):
        if field.name not in {"sections", "folders", "word_files", "cue_sets"}:
            said = told.settings.get(field.name)
            # A name that is not its own is that of its folder.
            own = field.name != "name" or (said and said.where == told.where)
            several = template.cue_sets if field.name == "cue_set" else ()
            yield _setting(field.name, several or getattr(template, field.name), said if own else None)
    for spec in template.sections:
        sheet = told.sections[spec.id]
        for field in fields(SectionSpec):
            if field.name not in {"id", "cues"}:
                said = sheet.get(field.name)
                yield _setting(f"{spec.id}.{field.name}", _as_written(spec, field.name, said), said)
        yield from (_setting(f"{spec.id}.{key}", one.value, one) for key, one in sheet.items() if "." in key)


def _as_written(spec: SectionSpec, key: str, said: Told | None) -> Any:
    """The value of a section's key as a file writes it, whichever cue set is used."""
    if key != "lift_from":
        return getattr(spec, key)
    if said:
        return said.value
    return [MAIN] if spec.lift_from else []


def _setting(key: str, value: Any, told: Told | None) -> Setting:
    return Setting(key, value, told.where if told else None)
