"""The application: Voila with our routes only, our headers on every answer, and a calm end."""

from __future__ import annotations

import secrets
import socket
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyterlab_server.themes_handler import ThemesHandler
from tornado.httpserver import HTTPServer
from tornado.web import GZipContentEncoding
from traitlets.config import Config
from voila.app import Voila
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from .. import paths
from ..errors import ServingError
from .headers import OurHeaders
from .kernels import Kernels, OwnPython
from .liveness import Beat, Goodbye, Health
from .logs import log_request
from .pages import Gallery, Missing, Sheet, Study, Teachers
from .theme import STATIC, THEME, StyleSheet, TemplateFiles, addresses
from .visitors import OwnersOnly, Visitors, cookie_secret

TEMPLATE = Path(__file__).parent / "template" / "lineofsight"
KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
# Of Voila's own routes only what a page needs; no tree, files, contents, render or login.
ALLOWED = (
    KernelHandler,
    VoilaKernelWebsocketHandler,
    TemplateStaticFileHandler,
    MultiStaticFileHandler,
    ThemesHandler,
    FileFindHandler,
)
ERROR = "{{ status_code }} {{ status_message }}"
IDLE_SECONDS = 120
LOOK_EVERY_SECONDS = 30


def configuration(store_address: str, folder: Path) -> Config:
    """Return every setting of ours; no configuration file of the machine is read."""
    config = Config()
    config.Voila.root_dir = str(paths.workshops())
    config.Voila.connection_dir_root = str(folder)
    config.Voila.open_browser = False
    config.Voila.identity_provider_class = Visitors
    config.Voila.authorizer_class = OwnersOnly
    config.Voila.cookie_secret = cookie_secret()
    config.VoilaConfiguration.multi_kernel_manager_class = Kernels
    config.VoilaConfiguration.kernel_spec_manager_class = OwnPython
    config.VoilaConfiguration.template = "lab"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.resources = {"lineofsight": addresses()}
    config.VoilaConfiguration.extension_allowlist = [
        "@jupyter-widgets/jupyterlab-manager",
        "@voila-dashboards/widgets-manager8",
    ]
    config.Kernels.store_address = store_address
    config.MappingKernelManager.cull_idle_timeout = IDLE_SECONDS
    config.MappingKernelManager.cull_interval = LOOK_EVERY_SECONDS
    config.KernelManager.transport = "ipc"
    # A restarted kernel is an empty one: the page says that it is gone, and offers a reload.
    config.KernelManager.autorestart = False
    return config


class Workshop(Voila):
    """Voila behind our own door, on sockets that are bound already."""

    template_paths: list[str]
    name = "voila"  # its handlers look the application up under this name

    def __init__(self, sockets: list[socket.socket], **more: Any) -> None:
        super().__init__(**more)
        self._sockets = sockets
        self.teachers_key = secrets.token_urlsafe(24)

    def load_config_file(self, *_: Any, **__: Any) -> None:
        """Read none: a setting from elsewhere could break the promise to stay offline."""

    def setup_template_dirs(self) -> None:
        """Put our page before Voila's ``lab`` template, which it extends."""
        super().setup_template_dirs()
        self.template_paths = [str(TEMPLATE), *self.template_paths]

    def init_settings(self) -> dict[str, Any]:
        """Return Voila's settings with our headers, our 404 and our log."""
        settings: dict[str, Any] = super().init_settings()
        settings |= {
            "transforms": [GZipContentEncoding, OurHeaders],
            "default_handler_class": Missing,
            "log_function": log_request,
            # The server's own error page wants files that we do not serve.
            "jinja2_env": Environment(loader=DictLoader({"error.html": ERROR}), autoescape=True),
        }
        return settings

    def init_handlers(self) -> list[Any]:
        """Return our routes, and of Voila's own the allowed ones."""
        theirs = [route for route in super().init_handlers() if route[1] in ALLOWED]
        absent = set(ALLOWED) - {route[1] for route in theirs}
        if absent:
            names = ", ".join(sorted(handler.__name__ for handler in absent))
            raise ServingError(f"this Voila lacks {names}; install the version in requirements.lock")
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        return [
            (r"/", Gallery),
            (r"/teachers", Teachers, {"key": self.teachers_key}),
            (r"/teachers/([a-z0-9-]+)", Sheet, {"key": self.teachers_key}),
            (r"/study/([^/]+)", Study, voila),
            (r"/healthz", Health),
            (r"/beat", Beat),
            (rf"/voila/api/shutdown/{KERNEL}", Goodbye),
            (r"/theme/lineofsight\.css", StyleSheet),
            (r"/theme/(.*)", MultiStaticFileHandler, {"paths": [str(THEME), str(STATIC)]}),
            (r"/voila/templates/(.*)", TemplateFiles),
            *theirs,
        ]

    def listen(self) -> None:
        """Answer on our sockets (the caller runs the loop)."""
        self.server = HTTPServer(self.app)
        self.server.add_sockets(self._sockets)

    async def close(self) -> None:
        """Take no more callers and end every kernel."""
        self.server.stop()
        await self.kernel_manager.end_all()


def private_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a new 0700 folder with a short path: Unix sockets allow about 100 characters."""
    # mkdtemp makes it 0700 and with a name that nobody can guess.
    short = "/tmp" if len(tempfile.gettempdir()) > 40 else None  # noqa: S108
    return tempfile.TemporaryDirectory(prefix="los-", dir=short, ignore_cleanup_errors=True)
