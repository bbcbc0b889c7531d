"""`DEBUG=true .venv/bin/python manage.py write_protocol`: writes docs/protocol.md and docs/asyncapi.json anew."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from messaging.manual.asyncapi import asyncapi_document
from messaging.manual.page import manual_page


class Command(BaseCommand):
    help = "Write the manual of the socket's protocol. A test fails while it is stale."

    def handle(self, *args: Any, **options: Any) -> None:
        docs = Path(settings.BASE_DIR, "docs")
        document = json.dumps(asyncapi_document(), indent=2, ensure_ascii=False) + "\n"
        for name, text in {"protocol.md": manual_page(), "asyncapi.json": document}.items():
            docs.joinpath(name).write_text(text, encoding="utf-8")
            self.stdout.write(f"{docs / name} is written.")
