"""`DEBUG=true .venv/bin/python manage.py write_api`: writes docs/openapi.json anew, from what the API answers to."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config.api import openapi_document


class Command(BaseCommand):
    help = "Write the document of the HTTP API. A test fails while it is stale."

    def handle(self, *args: Any, **options: Any) -> None:
        page = Path(settings.BASE_DIR, "docs", "openapi.json")
        page.write_text(json.dumps(openapi_document(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        self.stdout.write(f"{page} is written.")
