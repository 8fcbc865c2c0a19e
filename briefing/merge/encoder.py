"""Step 3: a sentence encoder of the user's own, which judges sentences beside their words.

Enters: a folder that holds a sentence-transformers model (Reimers and Gurevych
2019). Leaves: what turns texts into vectors. The program needs none and fetches
none: the folder must be there.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from briefing.errors import SettingError

Encode = Callable[[Sequence[str]], np.ndarray]
"""Texts to vectors of length 1, a row for each."""


def load(folder: Path) -> Encode:
    """The encoder of a folder.

    Raises:
        SettingError: the folder is no encoder, or the library that runs it is not installed.
    """
    _config(folder)
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        message = (
            "An encoder needs the package sentence-transformers; install briefing[encoder] or leave --encoder out."
        )
        raise SettingError(message) from error
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)

    def encode(texts: Sequence[str]) -> np.ndarray:
        return np.asarray(model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False))

    return encode


def signature(folder: Path) -> str:
    """Name an encoder by its folder's name and its configuration, for the brief's signature.

    Raises:
        SettingError: the folder is no encoder.
    """
    return f"encoder {folder.name} {sha256(_config(folder)).hexdigest()[:8]}"


def _config(folder: Path) -> bytes:
    try:
        return (folder / "config.json").read_bytes()
    except OSError as error:
        message = f"{folder} holds no encoder: name the folder of a sentence-transformers model, with its config.json."
        raise SettingError(message) from error
