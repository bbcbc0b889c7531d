"""Delivers the notices that are due, for those who run no worker."""

from typing import Any

from django.core.management.base import BaseCommand

from messaging.tasks import deliver_due


class Command(BaseCommand):
    help = "Send the e-mails, texts and pushes that wait in the outbox and are due."

    def handle(self, *args: Any, **options: Any) -> None:
        sent = deliver_due()
        self.stdout.write(f"Sent: {sent}")
