"""Logs that name paths and never queries: what people put into addresses is not ours to keep."""

from __future__ import annotations

import logging
import re

from tornado.web import RequestHandler

_QUERY = re.compile(r"\?[^\s'\")]+")
# About stored outputs (ours are stripped); about a setting of the server's own making.
_NOISE = ("is not trusted", "websocket_ping_timeout")
LOGGERS = ("tornado.access", "tornado.application", "tornado.general", "lineofsight")


class WithoutQueries(logging.Filter):
    """Cut ``?...`` out of a record's text, and drop what says nothing to whoever runs the server."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; return whether it is worth a line."""
        text = record.getMessage()
        if any(noise in text for noise in _NOISE):
            return False
        if "?" in text:
            record.msg, record.args = _QUERY.sub("", text), ()
        return True


def set_up(more: logging.Logger) -> None:
    """Put the filter on the server's loggers and show warnings and worse."""
    for logger in (*(logging.getLogger(name) for name in LOGGERS), more):
        logger.addFilter(WithoutQueries())
        logger.setLevel(logging.WARNING)


def log_request(handler: RequestHandler) -> None:
    """Log a failed answer with its path only."""
    if handler.get_status() >= 500:
        logging.getLogger("tornado.access").error(
            "%s %s %s", handler.get_status(), handler.request.method, handler.request.path
        )
