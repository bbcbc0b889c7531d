"""Where files lie: static ones named by their content, and what people send in a folder that nobody serves."""

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Renames the imports between our modules too: under two names a browser would run the same module twice."""

    support_js_module_import_aggregation = True


class PrivateFiles(FileSystemStorage):
    """A folder for this program alone. What `save` has returned survives a power cut, like a row that is committed."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700, **facts)

    def _save(self, name: str, content: Any) -> str:
        saved = str(super()._save(name, content))  # type: ignore[misc]
        file = Path(self.path(saved))
        for path in (file, *file.relative_to(self.location).parents):
            _reach_the_disk(Path(self.location, path))
        return saved


def _reach_the_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
