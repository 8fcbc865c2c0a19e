"""The workshop: where templates are made and checked, above the five steps.

In: a template's name or folder. Out: its findings, or a new folder to edit. It asks the
steps what they make of the template, and decides nothing that they decide.
"""

from briefing.workshop.check import check
from briefing.workshop.findings import RULES, Finding, Rule
from briefing.workshop.start import start

__all__ = ["RULES", "Finding", "Rule", "check", "start"]
