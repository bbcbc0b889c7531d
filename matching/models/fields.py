"""A kind of column that Django does not have."""

import zlib
from typing import Any

from django.db import models


class CompressedTextField(models.BinaryField):  # type: ignore[type-arg]
    """A long text that is compressed in the database."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        packed = value if value is None else zlib.compress(value.encode())
        return super().get_db_prep_value(packed, connection, prepared)

    def from_db_value(self, value: Any, *_: Any) -> str | None:
        return value if value is None else zlib.decompress(value).decode()
