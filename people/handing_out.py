"""How a file that somebody sent is handed out: looked at or downloaded, and in no case run."""

from django.utils.http import content_disposition_header

TYPES = {"picture": "image/jpeg", "pdf": "application/pdf"}


def headers_of(*, name: str, kind: str, size: int) -> dict[str, str]:
    """A picture may be looked at here; a document is opened by a program that does not know our address."""
    return {
        "Content-Type": TYPES[kind],
        "Content-Length": str(size),
        "Content-Disposition": content_disposition_header(kind != "picture", name) or "inline",
        # Whatever it is, it runs nothing, and no other site may show it.
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
