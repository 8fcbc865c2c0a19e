"""The table of contents: a source file becomes a brief in five steps.

1. Reading (`sources`), 2. analysis (`language`), 3. merging (`merge`),
4. composition (`compose`), 5. rendering (`render`). Only this folder knows the
order; the steps do not know one another.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
