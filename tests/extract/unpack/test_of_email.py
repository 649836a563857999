"""One newsletter as different mail programs put it down: the same article every time."""

from email import policy
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from pipeline.extract.articles import extract_article
from tests.extract.unpack.reading import opened

SUBJECT = "Die Fähre – zehn Tage ohne sie, und was der Hafen bis dahin mit dem alten Anleger in Ost vorhat"
PAGE = (
    "<h1>The ferry stops</h1><p>It will not sail from 18 to 28 March – the yard in Ost has room for the ship only now, "
    "and two of its three engines need new bearings before the summer.</p>"
)


def by_program(cte: str, how: policy.EmailPolicy) -> bytes:
    """Two renderings, as `email` writes them with a transfer encoding and a policy."""
    message = EmailMessage(policy=how)
    message["From"] = "Jürgen Fäll <fall@example.org>"
    message["Subject"] = SUBJECT
    message["Date"] = "Mon, 11 Mar 2024 09:00:00 +0100"
    message.set_content("The ferry stops\n\nIt will not sail – read the page.\n", cte=cte)
    message.add_alternative(PAGE, subtype="html", cte=cte)
    return message.as_bytes()


def by_older_program(charset: str) -> bytes:
    """The page with a picture's place beside it, in base64 and an old encoding, as `email.mime` writes it."""
    message = MIMEMultipart("related")
    message["From"] = "=?iso-8859-1?q?J=FCrgen_F=E4ll?= <fall@example.org>"
    message["Subject"] = SUBJECT
    message["Date"] = "11 Mar 2024 09:00 GMT"
    message.attach(MIMEText(PAGE, "html", charset))
    return message.as_bytes()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(by_program("quoted-printable", policy.SMTP), id="as it is sent: CRLF, quoted-printable"),
        pytest.param(by_program("base64", policy.default), id="LF, base64"),
        pytest.param(by_program("8bit", policy.SMTPUTF8), id="headers and bodies in bare UTF-8"),
        pytest.param(by_older_program("utf-8"), id="older: a page and what belongs to it"),
        pytest.param(by_older_program("windows-1252"), id="older: in Windows-1252"),
    ],
)
def test_one_newsletter(content: bytes) -> None:
    (found,) = opened("a.eml", content).documents
    article = extract_article((found, None))
    assert article.text.startswith("The ferry stops\n\nIt will not sail from 18 to 28 March – the yard in Ost has room")
    said = article.metadata
    assert (said.title, said.author, said.published) == (SUBJECT, "Jürgen Fäll", "2024-03-11")
    assert (found.path, article.format, opened("a.eml", content).rejects) == ("a.eml", "html", ())
