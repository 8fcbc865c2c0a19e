"""What can go wrong, each told in a sentence that says what to do next."""

from pathlib import Path


class BriefingError(Exception):
    """Base of every error that a user can mend."""


class NothingToBuildError(BriefingError):
    """No source could be used.

    Args:
        reasons: one sentence per file or folder, saying why.
    """

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


class SettingError(BriefingError):
    """A setting has a value that the program cannot follow."""


class TemplateError(SettingError):
    """A template cannot be found, or says something that cannot be followed.

    Args:
        sentence: what is wrong, and the way out.
        rule: the name of the check that finds it, as `briefing templates check` knows it.
        where: the file that says it.
        section: the id of the section in it.
        key: the key.
    """

    def __init__(
        self, sentence: str, *, rule: str = "value", where: Path | None = None, section: str = "", key: str = ""
    ) -> None:
        self.rule, self.where, self.section, self.key = rule, where, section, key
        super().__init__(sentence)


class BriefFileError(BriefingError):
    """A `brief.json` cannot be read, or holds what no brief holds; the message names the place."""


class OutputError(BriefingError):
    """A document could not be written."""


class MissingLibraryError(BriefingError):
    """A library of the system is missing; the message holds the line that installs it."""


class ClusterError(BriefingError):
    """The machines that were to read and analyse are not there, or have another program."""
