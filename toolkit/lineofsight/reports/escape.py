"""The one place where text becomes HTML: nothing that a person typed can run, hide or reorder."""

from __future__ import annotations

import re
from html import escape as _html

# C0 and C1 controls but tab and newline; and the bidi controls that turn round what stands beside them.
_UNSAID = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: object) -> str:
    """Return text that can be sent and stored: no control characters, no half characters.

    Line ends become newlines, a lone surrogate becomes the replacement character; everything else
    (emoji, right-to-left scripts, length) stays as it was.
    """
    words = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _UNSAID.sub("", words))


def escape(text: object) -> str:
    """Return text as HTML text, safe between tags and inside a quoted attribute."""
    return _html(clean(text), quote=True)


def said(text: object) -> str:
    """Return a person's own words as HTML: lines kept, direction theirs, long words breakable.

    The isolate keeps right-to-left words from reordering the sentence that they stand in.
    """
    return f'<bdi dir="auto" class="los-own">{escape(text).replace(chr(10), "<br>")}</bdi>'
