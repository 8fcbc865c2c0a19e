"""Step 1, reading: what readers of web pages share: `html`, `mhtml`, `webarchive`, and whoever meets HTML elsewhere."""
