"""E-mail: one notice at once, or what waited in one mail a day; each can be stopped from the mail itself."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from messaging.stopping import ALL, DAILY, stop_path
from messaging.ways_out.letter import CannotBeDelivered, Letter, TryLater

UNREACHABLE = "Our mail server could not be reached."
NOT_NOW = "The mail server would not take it for now."
REFUSED = "The mail server refused it. The address may no longer exist."
OUR_FAULT = "The mail server does not let us send. Its settings need a look."


class Mail:
    """One notice in one mail."""

    template = "messaging/mails/notice.txt"

    def is_set_up(self) -> bool:
        return True

    def send(self, letter: Letter) -> None:
        mail = self.written(letter)
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            (answer,) = error.recipients.values()
            raise answered(answer[0]) from error
        except (smtplib.SMTPAuthenticationError, smtplib.SMTPSenderRefused, smtplib.SMTPNotSupportedError) as error:
            raise TryLater(OUR_FAULT) from error
        except smtplib.SMTPDataError as error:
            raise answered(error.smtp_code) from error
        except (smtplib.SMTPException, OSError) as error:
            raise TryLater(UNREACHABLE) from error

    def written(self, letter: Letter) -> EmailMessage:
        site = settings.SITE_URL.rstrip("/")
        stop = site + stop_path(letter.person, self.scope(letter))
        words = render_to_string(
            self.template,
            {
                "letter": letter,
                "notice": letter.notices[0],
                "site": site,
                "stop": stop,
                "stop_all": site + stop_path(letter.person, ALL),
            },
        )
        headers = {
            # The same on every try, so that a mail server can drop a second copy.
            "Message-ID": f"<{letter.name}@alongside>",
            "Auto-Submitted": "auto-generated",
            # One press in the mail program itself, RFC 8058.
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        return EmailMessage(self.subject(letter), words, to=[letter.person.email or ""], headers=headers)

    def subject(self, letter: Letter) -> str:
        return letter.notices[0].subject

    def scope(self, letter: Letter) -> str:
        """What its link stops: mails of this kind."""
        return letter.notices[0].kind


class DailyMail(Mail):
    """What waited for somebody, in one mail."""

    template = "messaging/mails/daily.txt"

    def subject(self, letter: Letter) -> str:
        count = len(letter.notices)
        return "One thing is waiting for you" if count == 1 else f"{count} things are waiting for you"

    def scope(self, letter: Letter) -> str:
        return DAILY


def answered(code: int) -> TryLater | CannotBeDelivered:
    """What a refusal means: 4xx is for now, 5xx is for good."""
    return CannotBeDelivered(REFUSED) if code >= 500 else TryLater(NOT_NOW)
