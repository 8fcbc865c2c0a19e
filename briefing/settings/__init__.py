"""Templates and cue sets as data: what a person writes in TOML, checked and frozen.

A template is a folder. `template.toml` says what the brief holds; `brief.html`,
`brief.css` and `brief.docx` say how it looks. A template takes each file it does
not have, and each setting it does not make, from the one that it `extends`. A cue
set is a file: the sections that a kind of event needs, and what belongs in each.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
