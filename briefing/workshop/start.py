"""A new template: a folder with commented files that change nothing until they are edited.

In: a name, and the template that it extends. Out: the files. Each key stands in
`template.toml` with what it means and the value that it has without it.
"""

from pathlib import Path

from briefing.errors import OutputError, SettingError
from briefing.render import words_of, write
from briefing.render.html.page import properties, style_sheet
from briefing.settings import load_template
from briefing.workshop.commented import template_toml, words_toml


def start(name: str, extends: str = "analyst", beside: str | Path = "templates") -> tuple[Path, ...]:
    """Make the folder of a new template.

    Args:
        name: that of the template and of its folder.
        extends: the name of the template that it takes from what it does not say.
        beside: the folder in which its folder is made.

    Returns:
        The files.

    Raises:
        SettingError: the name is no name of a folder, or there is no template to extend.
        OutputError: there is something of that name, or it cannot be written.
    """
    if not name.replace("-", "").replace("_", "").isalnum():
        raise SettingError(f"“{name}” is no name for a template. Use letters, digits, “-” and “_”.")
    if name == extends:
        raise SettingError(f"“{name}” cannot extend itself. Give it a name of its own.")
    folder, base = Path(beside) / name, load_template(extends)
    if folder.exists():
        raise OutputError(f"{folder} is there already. Choose another name, or take it away first.")
    colours = {key: value for key, value in properties(style_sheet(base)).items() if value.startswith("#")}
    files = {
        "template.toml": template_toml(name, extends),
        "brief.css": _css(extends, colours),
        "brief.html": _html(extends),
        "words.toml": words_toml(extends, words_of(base)),
        "README.md": _readme(name, extends),
    }
    made = {file: text.encode() for file, text in files.items()}
    return write({**made, "brief.docx": base.file("brief.docx").read_bytes()}, folder)


def _css(extends: str, colours: dict[str, str]) -> str:
    shown = "\n".join(f"  {name}: {value};" for name, value in colours.items())
    return f"""\
@import "{extends}/brief.css"; /* the style of {extends}; what you write below goes before it */

/* A line between these marks says nothing yet. Take the marks away, and it counts. */

/* The colours. `accent` in template.toml changes them all alike, in Word too.
:root {{
{shown}
}}
*/

/* A font of your own: put its file in this folder.
@font-face {{ font-family: "House"; src: url(house.woff2) }}
:root {{ --serif: "House", serif; --sans: "House", sans-serif }}
*/

/* The measures of the page and of the letters.
@page {{ margin: 25mm 21mm 20mm }}
body {{ font-size: 10pt }}
*/
"""


def _html(extends: str) -> str:
    return f"""\
{{#- The page of {extends}. Each block of it can be set anew: style, header, section, footer, screen.
    docs/templates.md lists what a page is given. What stands between these marks says nothing. -#}}
{{% extends "{extends}/brief.html" %}}

{{#- Take the marks around this example away, and a line of your house stands at the end.
{{% block footer %}}
<footer>The Ministry · {{{{ brief.signature }}}}</footer>
{{% endblock %}}
-#}}
"""


def _readme(name: str, extends: str) -> str:
    return f"""\
# The template “{name}”

It takes from “{extends}” all that its files do not say.

| file | open it with | for |
|---|---|---|
| `template.toml` | a text editor | length, sections, headings, cues |
| `words.toml` | a text editor | the words that a document says by itself |
| `brief.css` | a text editor | colours, fonts and measures of PDF and page |
| `brief.html` | a text editor | what else stands on the page |
| `brief.docx` | Word | the Word file: header, footer, logo, all styles |

Take away each file that you do not change: it is then that of “{extends}”, and stays as new as the program.

    briefing templates check {name}
    briefing templates preview {name} --watch
    briefing build FOLDER --template {name}
"""
