"""Training, step 8: the trained pipeline becomes the folder that ships.

    python -m training.assemble TRAINED [OUT]

Weights are rounded to the precision of half floats, which costs nothing and
packs well; strings that only training needed are left out. The folder says
what it is made of: meta.json, LICENSE and README.md.
"""

import argparse
import shutil
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from briefing import language
from briefing.language import features  # noqa: F401  registers the model's architecture
from training.policy import DATA

SHIPPED = Path(language.__file__).parent / "model"
HEAD = """# The names model of briefing

A spaCy pipeline of one component, `ner`, for English text.
It finds people (PERSON), bodies (ORG), places (LOC), peoples (NORP) and events (EVENT).
MISC, other names, is there so that they are not taken for one of these.
This project trained it from the openly licensed corpora below; `docs/training.md` tells how, and how well it does.
Where the package is installed, `spacy.load` loads the folder.

It is licensed under CC BY-SA 4.0 (see LICENSE), apart from the program, which is under the MIT licence.

| made from | by | licence |
|---|---|---|
"""


def assemble(trained: Path, out: Path) -> None:
    """Write the folder."""
    nlp = spacy.load(trained)
    halve(nlp)
    sources = tomllib.loads((DATA / "sources.toml").read_text("utf-8"))["source"]
    nlp.meta.update(_meta(sources))
    licence = (SHIPPED / "LICENSE").read_text("utf-8")
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab"])
    rows = [f"| [{one['name']}]({one['url']}) | {one['author']} | {one['license']} |" for one in sources]
    (out / "README.md").write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    (out / "LICENSE").write_text(licence, "utf-8")


def halve(nlp: Language) -> None:
    """Round all weights to what half floats hold."""
    ner: Any = nlp.get_pipe("ner")
    for node in ner.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, node.get_param(name).astype(np.float16).astype(np.float32))


def _meta(sources: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "name": "briefing_names",
        "version": "1.0.0",
        "description": "People, bodies, places, peoples and events in English news.",
        "author": "briefing",
        "license": "CC BY-SA 4.0",
        "spacy_version": ">=3.8.0,<3.9.0",
        "sources": sources,
    }


def main() -> None:
    """Read the command line and assemble."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=SHIPPED)
    given = parser.parse_args()
    assemble(given.trained, given.out)


if __name__ == "__main__":
    main()
