"""Files and folders that are broken or mean harm, each made by its name, with what is to become of it.

A case is written beside a good source. `lines` are what the brief has to tell, each a
path below the folder and a reason, whole; `read` are the paths of what can be used after all.
"""

import json
import os
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_LZMA

from post_notation import mail, zipped

SENTENCE = "The two states signed the treaty on Tuesday, the minister said."
OTHER = "The council closed the old harbour in May, the mayor told the press."
CANARY = "The canary sings outside of the folder, where nobody may hear it."

KEYS = "Each article needs its text under “text”, “body” or “content”, and may have “title”, “date” and “url”."
BINARY = "It is a binary file, not text, whatever its name says."
DAMAGED = "It is a zip archive, or a Word or OpenDocument file, and damaged."
IN_ARCHIVE = "It is damaged within its archive; unpack that, or fetch it again."
NO_TEXT = "It holds no text that a brief could use."
OUTSIDE = "It is a link that leads out of the folder; give what it leads to by itself."
MISSING = "There is no such file or folder; check the name."
TOO_LARGE = "It has more than 100 MB, the most that is read of a file."
TOO_LONG = "It has more than 200,000 words or lines, the most that is read of one source; split it."
RATIO = "It unpacks to more than 100 times its size, as what is made to do harm; unpack its archive."

Make = Callable[[Path], object]


@dataclass(frozen=True)
class Hostile:
    """A file or a folder of files, and what becomes of it.

    Args:
        make: writes it into a folder.
        lines: what is told, by path.
        read: the paths of what is read.
    """

    make: Make
    lines: Mapping[str, str]
    read: tuple[str, ...] = ()


def file(name: str, content: bytes | str, reason: str) -> Hostile:
    """A file that cannot be used."""
    return Hostile(lambda folder: _write(folder, name, content), {name: reason})


def holding(name: str, content: bytes, lines: Mapping[str, str], read: tuple[str, ...] = ()) -> Hostile:
    """An archive or the like, by what becomes of what lies in it."""
    return Hostile(
        lambda folder: _write(folder, name, content),
        {f"{name}/{path}": reason for path, reason in lines.items()},
        tuple(f"{name}/{path}" for path in read),
    )


def usable(name: str, content: bytes | str) -> Hostile:
    """A file that looks bad, and can be used."""
    return Hostile(lambda folder: _write(folder, name, content), {}, (name,))


def _write(folder: Path, name: str, content: bytes | str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


# --- archives that lie about themselves ----------------------------------------


def patched(archive: bytes, at: int, *, local: bytes = b"", central: bytes = b"") -> bytes:
    """An archive with other bytes at a place of the first headers, counted as in the local one."""
    made = bytearray(archive)
    middle = archive.index(b"PK\x01\x02") + 2
    made[at : at + len(local)] = local
    made[middle + at : middle + at + len(central)] = central
    return bytes(made)


def encrypted(archive: bytes) -> bytes:
    return patched(archive, 6, local=b"\1\0", central=b"\1\0")


def understated(size: int) -> bytes:
    """An archive with a file that is larger than it says."""
    return patched(zipped({"a.txt": b"a" * 5000}), 22, local=struct.pack("<I", size), central=struct.pack("<I", size))


def overlapping(count: int) -> bytes:
    """Files that share their bytes, after Fifield's bomb: one body, and a directory that lists it again and again."""
    one = zipped({"a.txt": OTHER})
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entries = b"".join(one[start:end].replace(b"a.txt", b"%05d" % number) for number in range(count))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    return one[:start] + entries + tail


def nested(depth: int) -> bytes:
    archive = zipped({"a.txt": OTHER})
    for _ in range(depth):
        archive = zipped({"in.zip": archive})
    return archive


def with_link() -> bytes:
    archive = zipped({"link.txt": "../../canary.txt", "b.txt": OTHER})
    at = archive.index(b"PK\x01\x02") + 38
    return archive[:at] + struct.pack("<I", 0o120777 << 16) + archive[at + 4 :]


ARCHIVES = {
    "zip: cut off": file("a.zip", zipped({"a.txt": OTHER})[:-30], DAMAGED),
    "zip: its head alone": file("a.zip", b"PK\x03\x04", DAMAGED),
    "zip: empty": file("a.zip", b"", "It is empty."),
    "zip: a wrong sum": Hostile(
        lambda folder: _write(
            folder, "a.zip", patched(zipped({"a.txt": OTHER, "b.txt": OTHER}), 14, central=b"\0\0\0\0")
        ),
        {"a.zip/a.txt": IN_ARCHIVE},
        ("a.zip/b.txt",),
    ),
    "zip: noise for a file": holding(
        "a.zip", zipped({"a.txt": OTHER * 9}).replace(b"a.txt", b"a.txt\xff\xff\xff", 1), {"a.txt": IN_ARCHIVE}
    ),
    "zip: encrypted": holding(
        "a.zip",
        encrypted(zipped({"a.txt": OTHER, "b.txt": OTHER})),
        {"a.txt": "It is encrypted; unpack its archive."},
        ("b.txt",),
    ),
    "zip: of an odd method": holding(
        "a.zip",
        zipped({"a.txt": OTHER}, ZIP_LZMA),
        {"a.txt": "It is packed in a way that is not undone here; unpack its archive."},
    ),
    "zip: a bomb by its ratio": holding(
        "a.zip", zipped({"a.txt": bytes(20_000_000), "b.txt": OTHER}), {"a.txt": RATIO}, ("b.txt",)
    ),
    "zip: a bomb by its total": file(
        "a.zip",
        patched(zipped({"a.txt": OTHER}), 22, local=b"\xff\xff\xff\x7f", central=b"\xff\xff\xff\x7f"),
        "It holds more than 300,000,000 bytes when it is unpacked.",
    ),
    "zip: more than it says": holding("a.zip", understated(10), {"a.txt": IN_ARCHIVE}),
    "zip: less than it says": holding(
        "a.zip",
        understated(9000),
        {"a.txt": "It has another size than its archive says; unpack that, or fetch it again."},
    ),
    "zip: a bomb whose files overlap": file(
        "a.zip", overlapping(1000), "Its files lie one in another, as in an archive that is made to do harm."
    ),
    "zip: of more files than anybody reads": file(
        "a.zip", b"PK\x03\x04" + b"PK\x01\x02" * 100_001, "It is a zip archive of more than 100,000 files; unpack it."
    ),
    "zip: nested too deep": holding(
        "a.zip", nested(3), {"in.zip/in.zip/in.zip": "What it holds lies in 3 archives, one in another; unpack it."}
    ),
    "zip: nested, and well": holding("a.zip", nested(2), {}, ("in.zip/in.zip/a.txt",)),
    "zip: names that lead out": holding(
        "a.zip",
        zipped(
            {"../../canary.txt": OTHER, "/etc/passwd": f"{OTHER} 2", "C:\\win\\a.txt": f"{OTHER} 3", "..": f"{OTHER} 4"}
        ),
        {},
        ("canary.txt", "etc/passwd", "unnamed", "win/a.txt"),
    ),
    "zip: names that nobody sees": holding(
        "a.zip", zipped({"a\u202e\n.txt": OTHER, "\u200b": OTHER}), {}, ("a .txt", "unnamed")
    ),
    "zip: a link out": holding(
        "a.zip", with_link(), {"link.txt": "It is a link, and links in an archive are not followed."}, ("b.txt",)
    ),
    "zip: what systems leave in it": holding(
        "a.zip",
        zipped({"__MACOSX/._a.txt": b"\0", ".DS_Store": b"\0", "x/.git/a.txt": OTHER, "a.txt": OTHER}),
        {},
        ("a.txt",),
    ),
    "zip: an empty file in it": holding(
        "a.zip", zipped({"a.txt": "", "b.txt": OTHER}), {"a.txt": "It is empty."}, ("b.txt",)
    ),
    "zip: two files of one name": holding(
        "a.zip", zipped({"x/a.txt": OTHER, "x//a.txt": f"{OTHER} 2"}), {}, ("x/a.txt", "x/a.txt")
    ),
    "zip: a program in it": holding(
        "a.zip", zipped({"a.exe": b"MZ" + bytes(500), "b.txt": OTHER}), {"a.exe": BINARY}, ("b.txt",)
    ),
}

# --- text ------------------------------------------------------------------------

BOMS = {
    "utf-8-sig": b"",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}

TEXTS = {
    **{
        f"text: {encoding} with its mark": usable("a.txt", mark + OTHER.encode(encoding))
        for encoding, mark in BOMS.items()
    },
    "text: a mark alone": file("a.txt", b"\xef\xbb\xbf", NO_TEXT),
    "text: UTF-16 cut in a character": usable("a.txt", OTHER.encode("utf-16")[:-1]),
    "text: empty": file("a.txt", b"", "It is empty."),
    "text: blanks alone": file("a.txt", b" \n\t\r\n", NO_TEXT),
    "text: zero bytes alone": file("a.txt", bytes(5000), BINARY),
    "text: zero bytes in it": usable("a.txt", OTHER.replace(" ", "\0 ", 1)),
    "text: two encodings": usable("a.txt", f"{OTHER} “é”\n".encode() + f"{OTHER} “é”\n".encode("cp1252")),
    "text: old line ends": usable("a.txt", f"{OTHER}\r{SENTENCE}\x85{OTHER}\r\n{SENTENCE}\u2028{OTHER}"),
    "text: lone surrogates": usable("a.txt", OTHER.encode() + b"\n\xed\xa0\x80\xed\xb0\x80"),
    "text: overlong UTF-8": usable("a.txt", OTHER.encode() + b"\n\xc0\xaf\xe0\x80\xaf"),
    "text: unseen characters": usable("a.txt", "\u202e\u2066" + OTHER.replace(" ", "\u200b \ue000")),
    "text: a line of 1 MB": usable("a.txt", f"{OTHER} " * 14_000),
    "text: a line of 10 MB": file("a.txt", f"{OTHER} " * 140_000, TOO_LONG),
    "text: a word of 6 MB": file("a.txt", f"{OTHER} {'a' * 6_100_000}", TOO_LONG),
    "text: a million empty lines": usable("a.txt", OTHER + "\n" * 1_000_000 + SENTENCE),
    "text: 200,001 lines": file("a.txt", "a\n" * 200_001, TOO_LONG),
    "text: 200,001 lines of Markdown": file("a.md", "a\n" * 200_001, TOO_LONG),
    "text: a million empty lines of Markdown": file("a.md", OTHER + "\n" * 1_000_000 + SENTENCE, TOO_LONG),
    "text: more than fifty books": file(
        "a.txt", f"{OTHER}\n" * 150_000, "It is a text file of more than 10 MB, the most that is read of one."
    ),
    "text: in another language": file(
        "a.txt",
        "Le ministre a déclaré mardi que le traité serait signé par les deux États. " * 5,
        "It is in French, but the brief is in English.",
    ),
    "text: Markdown nested 5,000 deep": usable("a.md", f"{OTHER}\n\n" + ">" * 5000 + " deep\n\n" + "[" * 5000),
    "text: marks on marks": usable("a.txt", OTHER + "\n" + "e" + "\u0301" * 100_000),
    "text: nothing but noise": file("a.txt", bytes(range(256)) * 40, BINARY),
}

# --- mails and data ----------------------------------------------------------------

LINE = "From ana@example.org Fri May  3 10:00:00 2024\n"
HOSTILE_HEADERS = (
    b"From: =?utf-8?b?\xff\xfe?= <a@b>\n"
    b"To: " + b"<" * 3000 + b"\n"
    b"Date: Mon, 99 Foo 99999 99:99:99 +9999\n"
    b"Subject: =?x-no\0such?q?=ff?= =?utf-8?q?=?=\n"
    b"Content-Type: text/plain; charset*=a\0b''c; charset=\"\0\"; name*0*=x'y'\n"
    b"Content-Transfer-Encoding: x-uuencode\n"
)


def boundaries(depth: int) -> bytes:
    """Parts in parts."""
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth))
    return f"From: a@b.c\nSubject: a\nMIME-Version: 1.0\n{head}\n{OTHER}\n".encode()


def attached() -> bytes:
    message = mail(OTHER)
    message.add_attachment(bytes(range(256)) * 40, maintype="application", subtype="octet-stream", filename="a.bin")
    message.add_attachment(
        zipped({"a.txt": bytes(20_000_000)}), maintype="application", subtype="zip", filename="b.zip"
    )
    return bytes(message)


MAILS = {
    "mail: a header that makes parsers raise": usable("a.eml", HOSTILE_HEADERS + b"\n" + OTHER.encode()),
    "mail: a million encoded words in its header": file(
        "a.eml", "From: a@b.c\nSubject: a\nCc: " + "=?utf-8?q?a?= " * 1_000_000 + f"\n\n{OTHER}", TOO_LONG
    ),
    "mail: its header alone": file("a.eml", "From: a@b.c\nSubject: a\n\n", NO_TEXT),
    "mail: cut off in its parts": usable(
        "a.eml",
        bytes(mail(OTHER))
        .replace(b"text/plain", b"multipart/mixed; boundary=b")
        .replace(b"\n\n", b"\n\n--b\nContent-Type: text/plain\n\n", 1),
    ),
    "mail: encrypted": file(
        "a.eml",
        "From: a@b.c\nSubject: a\nContent-Type: application/pkcs7-mime\n\nMIIB",
        "It is an encrypted mail; save it decrypted.",
    ),
    "mail: parts 5,000 deep": file(
        "a.eml", boundaries(5000), "It is a mail whose parts nest too deep to be read; save its text by itself."
    ),
    "mail: passed on 5,000 times": file(
        "a.eml",
        "From: a@b.c\nSubject: Fwd: a\n\n" + "Forwarded message:\n\n" * 5000 + OTHER,
        "It is a mail whose parts nest too deep to be read; save its text by itself.",
    ),
    "mail: markup 20,000 deep": file(
        "a.eml",
        "From: a@b.c\nSubject: a\nContent-Type: text/html\n\n" + "<div>" * 20_000 + OTHER,
        "Its markup is nested too deep to be read; save it as text.",
    ),
    "mail: two million lines": file(
        "a.eml",
        "From: a@b.c\nSubject: a\n\n" + "\n" * 2_000_000,
        "It is a mail of more than 1,500,000 lines, the most that is read of one.",
    ),
    "mail: attachments that cannot be read": Hostile(
        lambda folder: _write(folder, "a.eml", attached()),
        {"a.eml/a.bin": BINARY, "a.eml/b.zip/a.txt": RATIO},
        ("a.eml",),
    ),
    "mail: broken base64": file(
        "a.eml", "From: a@b.c\nSubject: a\nContent-Transfer-Encoding: base64\n\n%%%=A", NO_TEXT
    ),
    "mail: an entity that leads out": usable(
        "a.eml",
        "From: a@b.c\nSubject: a\nContent-Type: text/html\n\n<!DOCTYPE html [<!ENTITY x SYSTEM 'file:../canary.txt'>]>"
        f"<p>{OTHER} &x;</p><iframe src='../canary.txt'></iframe>",
    ),
    "mailbox: one of three broken": holding(
        "a.mbox",
        f"{LINE}{mail(OTHER)}\n{LINE}From: a@b.c\nSubject: a\n\n\n{LINE}{mail(OTHER)}".encode(),
        {"2": NO_TEXT},
        ("1", "3"),
    ),
    "mailbox: of twelve, in their order": holding(
        "a.mbox",
        f"{LINE}{mail(OTHER)}\n".encode() * 12,
        {},
        tuple(f"{number:02}" for number in range(1, 13)),
    ),
    "mailbox: cut off": holding("a.mbox", f"{LINE}{mail(OTHER)}\n{LINE}{mail(OTHER)}"[:-30].encode(), {}, ("1", "2")),
}

NO_ARTICLE = f"It is no article. {KEYS}"
DATA = {
    "json: cut off": file("a.json", '[{"text": "It is cl', "It is JSON with a mistake in line 1; export it again."),
    "json: of other things": file("a.json", '{"killed": 12}', f"It is JSON without articles. {KEYS}"),
    "json: nested too deep": file("a.json", '[{"a":' + "[" * 200_000, "It is JSON that is nested too deep."),
    "json: a number of a million digits": file(
        "a.json", '{"a": ' + "1" * 1_000_000 + "}", "It is JSON with a mistake; export it again."
    ),
    "json: too large": file(
        "a.json",
        '[{"a":1}' + ',{"a":1}' * 4_000_000 + "]",
        "It is articles as JSON of more than 30 MB, the most that is read of one.",
    ),
    "json: entries that are none": holding(
        "a.json", json.dumps([{"text": OTHER}, {"a": 1}, 3]).encode(), {"2": NO_ARTICLE, "3": NO_ARTICLE}, ("1",)
    ),
    "json: lone surrogates": holding("a.json", b'[{"text": "\\ud800 ' + OTHER.encode() + b'"}]', {}, ("1",)),
    "json: values of odd kinds": holding(
        "a.json",
        json.dumps(
            [{"text": [OTHER], "title": {"x": 1}, "date": [[]], "author": [None, 3, {"name": "A"}], "url": True}]
        ).encode(),
        {},
        ("1",),
    ),
    "json: markup that means harm": holding(
        "a.json",
        json.dumps([{"text": f"<p>{OTHER}</p><script>alert(1)</script><img src='file:///etc/passwd'>"}]).encode(),
        {},
        ("1",),
    ),
    "jsonl: of twelve lines, in their order": holding(
        "a.jsonl",
        f'{{"text": "{OTHER}"}}\n'.encode() * 12,
        {},
        tuple(f"line {number:02}" for number in range(1, 13)),
    ),
    "jsonl: a broken line": holding(
        "a.jsonl",
        f'{{"text": "{OTHER}"}}\n{{"text": \n[]\n'.encode(),
        {"line 2": "It is no JSON; the other lines are read.", "line 3": NO_ARTICLE},
        ("line 1",),
    ),
}

# --- folders ------------------------------------------------------------------------


def _named(name: str | bytes) -> Make:
    return lambda folder: (folder / os.fsdecode(name)).write_text(OTHER)


def _linked(name: str, target: str, *, to_folder: bool = False) -> Make:
    return lambda folder: (folder / name).symlink_to(target, target_is_directory=to_folder)


def _deep(folder: Path) -> None:
    for _ in range(300):
        folder /= "d"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(OTHER)


def _many(folder: Path) -> None:
    for number in range(2000):
        (folder / f"{number:04}.txt").touch()


def _sparse(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as content:
        content.write(OTHER.encode())
        content.truncate(200_000_000)


NAMES = {
    "a newline": ("a\nb.txt", "a b.txt"),
    "turned around": ("a\u202etxt.exe", "atxt.exe"),
    "255 bytes": ("a" * 251 + ".txt", "a" * 251 + ".txt"),
    "no UTF-8": (b"a\xff.txt", "a\ufffd.txt"),
    "a picture": ("\U0001f4a5.txt", "\U0001f4a5.txt"),
    "a leading dash": ("--help.txt", "--help.txt"),
    "spaces alone": ("   ", "unnamed"),
    "what a shell follows": ("$(touch x);`y`.txt", "$(touch x);`y`.txt"),
    "markup": ("<script>.txt", "<script>.txt"),
    "a backslash": ("a\\..\\b.txt", "a\\..\\b.txt"),
}

FOLDERS = {
    **{f"name: {what}": Hostile(_named(name), {}, (shown,)) for what, (name, shown) in NAMES.items()},
    "name: alike but for their case": Hostile(
        lambda folder: [_named(name)(folder) for name in ("a.txt", "A.txt")], {}, ("A.txt", "a.txt")
    ),
    "link: out, to a file": Hostile(_linked("a.txt", "../canary.txt"), {"a.txt": OUTSIDE}),
    "link: out, to a folder": Hostile(_linked("a", "..", to_folder=True), {"a": OUTSIDE}),
    "link: out, to a file of the system": Hostile(_linked("a.txt", "/etc/passwd"), {"a.txt": OUTSIDE}),
    "link: to nothing": Hostile(_linked("a.txt", "missing.txt"), {"a.txt": MISSING}),
    "link: to itself": Hostile(_linked("a.txt", "a.txt"), {"a.txt": MISSING}),
    "link: to its own folder": Hostile(_linked("a", ".", to_folder=True), {}),
    "folder: named like a file": Hostile(lambda folder: _write(folder / "a.txt", "b.txt", OTHER), {}, ("a.txt/b.txt",)),
    "folder: empty": Hostile(lambda folder: (folder / "a").mkdir(), {}),
    "folder: 300 deep": Hostile(_deep, {}, ("d/" * 300 + "a.txt",)),
    "folder: 2,000 empty files": Hostile(_many, {f"{number:04}.txt": "It is empty." for number in range(2000)}),
    "pipe": Hostile(lambda folder: os.mkfifo(folder / "a.txt"), {"a.txt": "It is no regular file."}),
    "link: to a device": Hostile(_linked("a.txt", "/dev/zero"), {"a.txt": OUTSIDE}),
    "a text of 200 MB": Hostile(_sparse, {"a.txt": TOO_LARGE}),
}

CASES: Mapping[str, Hostile] = {**ARCHIVES, **TEXTS, **MAILS, **DATA, **FOLDERS}
