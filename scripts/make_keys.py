"""Make `briefing/settings/keys.toml`: what each key of a template means, as `docs/templates.md` says it.

    python scripts/make_keys.py

`briefing templates new` writes it beside each key. A test holds the file to the page.
"""

# ruff: noqa: INP001  a script is no package
import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEYS = ROOT / "briefing" / "settings" / "keys.toml"
_HEADS = {
    "template": "| key | meaning | if left out |",
    "section": "### The keys of a section",
    "cues": "| key of `[section.cues]` |",
}
"""What stands before the table of each kind of key on the page."""
_ROW = re.compile(r"^\| `([a-z_]+)` \| (.+?) \|", re.MULTILINE)
_LINK = re.compile(r"[,;] see (?:\[[^\]]*\]\([^)]*\)|below)")


def made(page: str) -> str:
    """The file, from the text of the page."""
    return "# Made by scripts/make_keys.py from docs/templates.md.\n" + "".join(
        f"\n[{kind}]\n" + "".join(_lines(page.partition(head)[2])) for kind, head in _HEADS.items()
    )


def _lines(part: str) -> Iterator[str]:
    """A line for each row of the first table."""
    (table,) = re.findall(r"\A.*?^(\|.*?\n)(?!\|)", part, re.MULTILINE | re.DOTALL)
    for key, meaning in _ROW.findall(table):
        yield f"{key} = {json.dumps(_LINK.sub('', meaning), ensure_ascii=False)}\n"


if __name__ == "__main__":
    KEYS.write_text(made((ROOT / "docs" / "templates.md").read_text("utf-8")), "utf-8")
