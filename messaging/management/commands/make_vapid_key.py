"""Makes the key by which push services know this service, to be put into the settings once."""

from typing import Any

from django.core.management.base import BaseCommand

from messaging.vapid import make_private_key


class Command(BaseCommand):
    help = "Print a new key for web push, as a line for .env. A new key ends every subscription made with the old one."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"VAPID_PRIVATE_KEY={make_private_key()}")
