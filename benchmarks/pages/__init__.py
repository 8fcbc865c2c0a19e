"""Saved pages of many kinds with their article marked, and how well it is found."""
