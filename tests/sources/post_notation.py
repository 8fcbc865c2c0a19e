"""Mails and archives, written in the test that reads them."""

import io
import zipfile
from email.message import EmailMessage
from textwrap import dedent


def mail(text: str, **header: str) -> EmailMessage:
    """A mail of this text; a field `Archived_At` stands for `Archived-At`."""
    message = EmailMessage()
    for name, value in {"From": "Ana Kovac <ana@example.org>", "Subject": "The bridge", **header}.items():
        message[name.replace("_", "-")] = value
    message.set_content(dedent(text).strip("\n"))
    return message


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()
