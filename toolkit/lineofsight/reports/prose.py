"""Markdown of cases as HTML: no HTML passes through, headings fit the page, nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from .escape import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# A page's h1 is its step, its h2 a paper or a section: what prose calls a heading begins at h3.
HIGHEST = 3


def markdown(text: str, highest: int = HIGHEST) -> str:
    """Return Markdown as HTML, its headings from ``highest`` on down.

    Tags in the text are shown, not obeyed; pictures are not fetched.
    """
    parser = _parser()
    tokens = parser.parse(clean(text))
    _demote(tokens, highest)
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("link_open", _link_open)
    return parser


def _demote(tokens: Sequence[Token], highest: int) -> None:
    depths = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    if not depths:
        return
    down = highest - min(depths)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + down)}"


def _table_open(*_: object) -> str:
    return '<div class="los-scroll" role="region" aria-label="Table" tabindex="0"><table>'


def _table_close(*_: object) -> str:
    return "</table></div>\n"


def _link_open(renderer: object, tokens: Sequence[Token], at: int, *_: object) -> str:
    from .escape import escape

    address = escape(tokens[at].attrGet("href") or "")
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">'
