"""Step 5, rendering: the seal of `brief.json`, which breaks where anything in it is changed.

In: the record as data. Out: the digest that it is sealed with. Whoever changes the record can seal it anew, so
an unbroken seal says that nothing was changed by accident or by a stranger to the program; what a change means is
told by other checks.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

SEAL = "seal"


def seal_of(record: Mapping[str, Any]) -> str:
    """The SHA-256 of all of a record but its seal, written as JSON in ASCII, its keys in order, without spaces."""
    sealed = {key: value for key, value in record.items() if key != SEAL}
    return sha256(json.dumps(sealed, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()
