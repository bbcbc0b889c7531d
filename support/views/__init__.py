"""Pages of the work inside a pairing."""

from support.views.together import together

__all__ = ["together"]
