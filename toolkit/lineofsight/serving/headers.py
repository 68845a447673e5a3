"""What every answer carries: a strict content-security policy, which is also the offline guarantee."""

from __future__ import annotations

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

# Voila's bundle needs inline scripts and eval (Vega compiles its expressions); no other host, ever.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}


# Voila's own files change only with its version, and a page asks for about ninety of them: within these
# minutes a reload asks for none.
BUNDLE = ("/voila/static/", "/voila/labextensions/", "/voila/templates/")
KEEP_SECONDS = 600


class OurHeaders(OutputTransform):
    """Put :data:`HEADERS` on an answer, whoever made it (pages, static files, errors)."""

    def __init__(self, request: HTTPServerRequest) -> None:
        self._bundled = request.path.startswith(BUNDLE)

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Set the headers last, so that no handler can loosen them."""
        for name, value in HEADERS.items():
            headers[name] = value
        if self._bundled and status_code in (200, 304):
            headers["Cache-Control"] = f"max-age={KEEP_SECONDS}"
        headers.pop("Server", None)
        return status_code, headers, chunk
