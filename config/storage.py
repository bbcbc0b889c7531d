"""Names static files by their content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Renames the imports between our modules too: under two names a browser would run the same module twice."""

    support_js_module_import_aggregation = True
