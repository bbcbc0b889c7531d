"""`DEBUG=true .venv/bin/python manage.py draw_states`: writes docs/states.md anew, from every app's state machines."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from people.states import document


class Command(BaseCommand):
    help = "Draw the state machines into docs/states.md. A test fails while that page is stale."

    def handle(self, *args: Any, **options: Any) -> None:
        page = Path(settings.BASE_DIR, "docs", "states.md")
        page.write_text(document(), encoding="utf-8")
        self.stdout.write(f"{page} is drawn.")
