"""Mails: what their header says, what of their text is their own, and what is attached."""

from collections.abc import Callable

import pytest
from post_notation import mail, zipped
from reading_notation import Draw, ReadText, Write

from briefing.model import Document, Skipped
from briefing.sources import Reading, read

CLOSED = "The ministry closed the bridge on Friday, the engineers said."
OPENS = "It will open again in June, the minister told the council."

ReadAll = Callable[[bytes], Reading]


@pytest.fixture
def everything(write: Write) -> ReadAll:
    """Read all that a file holds."""
    return lambda content: read([write("it", content)])


def kept(document: Document) -> str:
    return "\n".join(document.text[block.start : block.end] for block in document.blocks)


def dropped(document: Document, reason: str) -> str:
    return "\n".join(document.text[one.start : one.end] for one in document.dropped if one.reason == reason)


class DescribeTheHeader:
    def it_says_who_wrote_what_and_when(self, document: ReadText) -> None:
        made = document(
            bytes(
                mail(
                    CLOSED,
                    From="Ana Kovač <ana@example.org>",
                    Subject="Re: Fwd: Brücke gesperrt",
                    Date="Fri, 3 May 2024 23:30:00 -0500",
                    Organization="Ministry of Roads",
                    Archived_At="<https://lists.example.org/1>",
                )
            )
        ).source
        assert (made.author, made.title, made.published) == ("Ana Kovač", "Brücke gesperrt", "2024-05-03")
        assert (made.publisher, made.address) == ("Ministry of Roads", "https://lists.example.org/1")
        assert {one.manner for one in made.found} == {"metadata"}

    def it_stays_in_the_text_and_is_dropped(self, drawn: Draw) -> None:
        assert drawn(bytes(mail(CLOSED, Date="Fri, 3 May 2024 10:00:00 +0000"))).split("\n") == [
            "(mail header): From: Ana Kovac <ana@example.org>",
            "(mail header): Date: Fri, 03 May 2024 10:00:00 +0000",
            "(mail header): Subject: The bridge",
            f"paragraph: {CLOSED}",
        ]

    @pytest.mark.parametrize(
        ("field", "author"),
        [
            ("ana@example.org", "ana@example.org"),
            ('"Kovac, Ana" <ana@example.org>', "Kovac, Ana"),
            ("=?utf-8?q?Ana_Kova=C4=8D?= <a@b.c>", "Ana Kovač"),
            ("=?no-such-charset?q?Ana?= <a@b.c>", "=?no-such-charset?q?Ana?="),
            ("=?utf-8?b?%%%?= <a@b.c>", "a@b.c"),
        ],
    )
    def it_names_the_writer_by_name_or_else_by_address(self, document: ReadText, field: str, author: str) -> None:
        assert document(f"From: {field}\nSubject: a\n\n{CLOSED}").source.author == author

    @pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
    def it_is_read_where_it_is_not_encoded_as_it_should_be(self, document: ReadText, encoding: str) -> None:
        assert document(f"From: José <a@b.c>\nSubject: a\n\n{CLOSED}".encode(encoding)).source.author == "José"

    @pytest.mark.parametrize("date", ["", "yesterday", "31 Apr 2024 10:00:00 +0000", "Fri, 99 May 2024"])
    def it_states_no_date_where_there_is_none(self, document: ReadText, date: str) -> None:
        assert document(f"From: a@b.c\nSubject: a\nDate: {date}\n\n{CLOSED}").source.published is None


class DescribeTheText:
    def it_is_the_plain_one_of_two(self, document: ReadText) -> None:
        message = mail(CLOSED)
        message.add_alternative("<p>In colour.</p>", subtype="html")
        assert kept(document(bytes(message))) == CLOSED

    def it_is_that_of_the_page_where_there_is_no_other(self, document: ReadText) -> None:
        message = mail("")
        message.set_content(
            f"<html><head><title>x</title><style>p {{}}</style></head><body><p>{CLOSED}</p>"
            f"<ul><li>{OPENS}</ul><blockquote>Is it closed?</blockquote></body></html>",
            subtype="html",
        )
        made = document(bytes(message))
        assert kept(made) == f"{CLOSED}\n{OPENS}"
        assert dropped(made, "quoted mail") == "> Is it closed?"

    @pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "us-ascii", "no-such-charset", "rot13", "utf-7"])
    def it_is_decoded_as_declared_or_as_it_must_be(self, document: ReadText, charset: str) -> None:
        head = f"From: a@b.c\nSubject: a\nContent-Type: text/plain; charset={charset}\n\n"
        encoding = charset if charset == "utf-7" else "cp1252"
        text = "The café’s owner said: It is closed."
        assert kept(document(head.encode() + text.encode(encoding))) == text

    def it_is_without_what_it_answers(self, document: ReadText) -> None:
        made = document(
            bytes(
                mail(
                    f"""
                    {CLOSED}

                    On Thu, May 2, 2024 at 10:00 AM The Desk
                    <desk@example.org> wrote:
                    > Is the bridge closed?
                    > We heard that it is.

                    {OPENS}

                    -----Original Message-----
                    From: The Desk
                    The bridge is old, they say.
                    """
                )
            )
        )
        assert kept(made) == f"{CLOSED}\n{OPENS}"
        assert len(dropped(made, "quoted mail").split("\n")) == 7

    def it_is_without_the_mail_below_it_that_only_its_header_sets_apart(self, document: ReadText) -> None:
        header = "From: The Desk\nSent: Thursday, May 2, 2024 10:00 AM\nTo: Ana\nSubject: The bridge"
        made = document(bytes(mail(f"{CLOSED}\n\n{header}\n\nThe bridge is old, they say.")))
        assert kept(made) == CLOSED

    def it_keeps_what_only_looks_like_the_mail_of_another(self, document: ReadText) -> None:
        text = f"{CLOSED}\n\nOn Friday the minister wrote:\n\n“{OPENS}”"
        assert kept(document(bytes(mail(text)))) == text.replace("\n\n", "\n")

    def it_is_without_greeting_signature_and_small_print(self, document: ReadText) -> None:
        made = document(
            bytes(
                mail(
                    f"""
                    Dear all,

                    {CLOSED}

                    Kind regards,
                    Ana Kovac

                    This e-mail is confidential and intended solely for the addressee.

                    --
                    Ana Kovac, Ministry of Roads
                    """
                )
            )
        )
        assert kept(made) == CLOSED
        assert dropped(made, "greeting") == "Dear all,"
        assert dropped(made, "signature").split("\n")[::3] == ["Kind regards,", "--"]


class DescribeAMailThatIsPassedOn:
    FORWARD = f"""
        FYI

        ---------- Forwarded message ---------
        From: The Desk <desk@example.org>
        Date: Thu, May 2, 2024 at 10:00 AM
        Subject: The bridge

        {CLOSED}
        """

    def it_is_what_the_mail_is_for(self, document: ReadText) -> None:
        made = document(bytes(mail(self.FORWARD, Date="Fri, 3 May 2024 10:00:00 +0000")))
        assert kept(made) == CLOSED
        assert (made.source.author, made.source.published) == ("The Desk", "2024-05-02")
        assert made.notes == (
            (
                "It passes on a mail; author and date are those that the header of that one states. "
                "It was sent on 2024-05-03."
            ),
        )

    def it_may_be_told_by_the_subject_alone(self, document: ReadText) -> None:
        text = f"-----Original Message-----\nFrom: The Desk\nSent: 2 May 2024\nTo: Ana\n\n{CLOSED}"
        assert kept(document(bytes(mail(text, Subject="FW: The bridge")))) == CLOSED

    def it_may_be_marked_as_if_it_were_answered(self, document: ReadText) -> None:
        text = f"Begin forwarded message:\n\n> From: The Desk\n> Date: 2 May 2024\n>\n> {CLOSED}"
        made = document(bytes(mail(text)))
        assert (kept(made), made.source.published) == (CLOSED, "2024-05-02")

    def it_lends_no_date_where_its_own_cannot_be_read(self, document: ReadText) -> None:
        text = self.FORWARD.replace("Thu, May 2, 2024 at 10:00 AM", "last week")
        assert document(bytes(mail(text, Date="Fri, 3 May 2024 10:00:00 +0000"))).source.published is None


class DescribeAttachments:
    def it_makes_sources_of_them(self, everything: ReadAll) -> None:
        message = mail(CLOSED)
        message.add_attachment(OPENS, filename="note.txt")
        message.add_attachment(zipped({"a.txt": OPENS}), maintype="application", subtype="zip", filename="more.zip")
        message.add_attachment(mail(OPENS))
        paths = [document.source.path for document in everything(bytes(message)).documents]
        assert paths == ["demo/it", "demo/it/more.zip/a.txt", "demo/it/note.txt", "demo/it/part 4"]

    def it_tells_of_pictures_in_a_note(self, everything: ReadAll) -> None:
        message = mail(CLOSED)
        for number in range(7):
            message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename=f"{number}.png")
        reading = everything(bytes(message))
        assert reading.skipped == ()
        assert reading.documents[0].notes == (
            (
                "Pictures, sounds or signatures are attached to it, and not read: "
                "0.png, 1.png, 2.png, 3.png, 4.png and 2 more."
            ),
        )

    def it_takes_no_path_from_a_name(self, everything: ReadAll) -> None:
        message = mail(CLOSED)
        message.add_attachment(OPENS, filename="../../etc/\u202epasswd\n")
        paths = [document.source.path for document in everything(bytes(message)).documents]
        assert paths == ["demo/it", "demo/it/etc/passwd"]


class DescribeMailboxes:
    def it_gives_each_mail_its_number(self, everything: ReadAll) -> None:
        mails = [mail(f"{CLOSED}\n\nFrom Monday it is open, number {number} says.") for number in (1, 2)]
        box = b"\n".join(
            b"From ana@example.org Fri May  3 10:00:00 2024\n" + bytes(one).replace(b"\nFrom M", b"\n>From M")
            for one in mails
        )
        documents = everything(box).documents
        assert [one.source.path for one in documents] == ["demo/it/1", "demo/it/2"]
        assert "From Monday it is open, number 2 says." in kept(documents[1])

    def it_reads_the_rest_where_one_mail_is_broken(self, everything: ReadAll) -> None:
        line = b"From ana@example.org Fri May  3 10:00:00 2024\n"
        encrypted = b"From: a@b.c\nContent-Type: multipart/encrypted; boundary=b\n\n--b--\n"
        reading = everything(line + encrypted + b"\n" + line + bytes(mail(CLOSED)))
        assert [one.source.path for one in reading.documents] == ["demo/it/2"]
        assert reading.skipped == (Skipped("demo/it/1", "It is an encrypted mail; save it decrypted."),)
