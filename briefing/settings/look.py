"""What `template.toml` says of the look, beyond what its type tells."""

from pathlib import Path

from briefing.errors import TemplateError
from briefing.settings.colours import is_colour
from briefing.settings.mistakes import refuse
from briefing.settings.tables import Sheet

LOGOS = (".svg", ".png", ".jpg", ".jpeg")
"""How the name of a logo ends."""


def check_look(told: Sheet) -> None:
    """Refuse an accent that is no colour, and a logo that is no picture in the template's folder.

    Raises:
        TemplateError: with the file that says it, and how it is written.
    """
    if (accent := told.get("accent")) and accent.value and not is_colour(accent.value):
        sentence = (
            f'{accent.where}: “accent” cannot be {accent.value!r}. Write it as "#7a1f3d": two hexadecimal digits each '
            "for red, green and blue."
        )
        refuse(TemplateError(sentence, rule="value", where=accent.where, key="accent"))
    if (logo := told.get("logo")) and logo.value and Path(logo.value).suffix.lower() not in LOGOS:
        sentence = (
            f"{logo.where}: “logo” cannot be {logo.value!r}. Name a picture in the template’s folder that ends in "
            f"{', '.join(LOGOS)}."
        )
        refuse(TemplateError(sentence, rule="value", where=logo.where, key="logo"))
