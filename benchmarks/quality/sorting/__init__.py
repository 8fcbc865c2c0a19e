"""How well statements are sorted into sections, on sentences labelled by hand."""
