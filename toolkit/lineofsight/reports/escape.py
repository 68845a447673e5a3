"""The one place where text becomes HTML: nothing anybody wrote can be anything but text."""

from __future__ import annotations

import html
import re

# Control characters, lone surrogates and the marks that reorder what stands around them.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def escape(text: object) -> str:
    """Return any text as HTML that shows exactly this text (unshowable characters as �)."""
    return html.escape(_UNSHOWABLE.sub(REPLACEMENT, str(text)), quote=True)
