"""Step 5, rendering: a brief becomes bytes, and bytes become files.

In: a `Brief` and the `Template` that says how it looks. Out: a document, the
same bytes for the same brief; and from its data the brief again. No decision is made here: every format shows the
same items with the same numbers in the same order.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
