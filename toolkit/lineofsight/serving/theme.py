"""The theme's files as the server hands them out: one style sheet, scripts, fonts, one version."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from tornado.web import HTTPError, RequestHandler
from voila.static_file_handler import TemplateStaticFileHandler

from ..paths import PACKAGE

THEME = PACKAGE / "activities" / "theme"
STATIC = Path(__file__).parent / "static"
FONTS = ("inter-latin-wght-normal.woff2", "source-serif-4-latin-wght-normal.woff2")


@cache
def version() -> str:
    """Return a name for exactly these files; a changed file gets a new address."""
    digest = sha256()
    for file in sorted(item for folder in (THEME, STATIC) for item in folder.rglob("*") if item.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def style_sheet() -> str:
    """Return the theme's style sheets as one, in the order of their names."""
    text = "\n".join(sheet.read_text("utf-8") for sheet in sorted(THEME.glob("*.css")))
    for font in FONTS:
        text = text.replace(f"fonts/{font}", f"fonts/{font}?v={version()}")
    return text


def addresses() -> dict[str, str | list[str]]:
    """Return the addresses a page's head needs: ``style``, ``script``, ``connection``, ``fonts``."""
    tail = f"?v={version()}"
    return {
        "style": f"/theme/lineofsight.css{tail}",
        "script": f"/theme/page.js{tail}",
        "connection": f"/theme/connection.js{tail}",
        "fonts": [f"/theme/fonts/{font}{tail}" for font in FONTS],
    }


class StyleSheet(RequestHandler):
    """``/theme/lineofsight.css``."""

    def get(self) -> None:
        """Send the sheet; under its version it may be kept for ever."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        if self.get_query_argument("v", "") == version():
            self.set_header("Cache-Control", "max-age=31536000, immutable")
        self.finish(style_sheet())


class TemplateFiles(TemplateStaticFileHandler):
    """Voila's template files; an address that names none is not there, where Voila's own would fail."""

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send the file."""
        try:
            await super().get(path, include_body)
        except (AssertionError, ValueError, UnboundLocalError) as error:
            raise HTTPError(404) from error
