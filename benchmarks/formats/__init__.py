"""The same articles in every format, and how far their briefs agree."""
