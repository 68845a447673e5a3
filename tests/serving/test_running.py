"""Starting, refusing to start, and ending without leaving anything behind."""

from __future__ import annotations

import signal
import socket
import stat
import time

import psutil
import pytest

from lineofsight.errors import ServingError
from lineofsight.serving import application, serve
from lineofsight.serving.running import bound


def test_a_taken_port_is_said_and_never_left(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert serve("127.0.0.1", port, False) == 2
    said = capsys.readouterr()
    assert f"port {port} on 127.0.0.1 is taken" in said.err
    assert "--port" in said.err
    assert "Ready" not in said.out


@pytest.mark.parametrize(
    ("ip", "port", "says"),
    [
        ("127.0.0.1", 70000, "does not exist"),
        ("nobody.invalid", 0, "no address"),
        ("198.51.100.7", 0, "not an address"),
    ],
)
def test_what_cannot_be_bound_is_explained(ip, port, says):
    with pytest.raises(ServingError, match=says):
        bound(ip, port)


def test_a_voila_without_what_a_page_needs_is_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("LINEOFSIGHT_STORE", "memory:")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(application, "ALLOWED", (*application.ALLOWED, type("NewHandler", (), {})))
    try:
        assert serve("127.0.0.1", 0, False) == 2
    finally:
        application.Workshop.clear_instance()
    said = capsys.readouterr()
    assert "this Voila lacks NewHandler" in said.err
    assert "Ready" not in said.out


def test_a_cookie_key_that_cannot_be_kept_is_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("LINEOFSIGHT_STORE", "memory:")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "lineofsight" / "cookie.secret").mkdir(parents=True)
    assert serve("127.0.0.1", 0, False) == 2
    assert "cannot keep the cookie key" in capsys.readouterr().err


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_and_its_kernels(start, how):
    server = start()
    assert server.ask("/study/toy-case").status == 200
    kernels = psutil.Process(server.process.pid).children(recursive=True)
    assert kernels
    server.process.send_signal(how)
    assert server.process.wait(20) == 0
    assert not psutil.wait_procs(kernels, timeout=10)[1]


def test_kernels_die_with_a_killed_server(start):
    server = start()
    server.ask("/study/toy-case")
    kernels = psutil.Process(server.process.pid).children(recursive=True)
    server.process.kill()
    server.process.wait()
    assert kernels
    assert not psutil.wait_procs(kernels, timeout=15)[1]


def test_a_visitor_stays_known_over_a_restart(start, tmp_path):
    server = start()
    cookie = server.ask("/study/toy-case").getheader("Set-Cookie").split(";")[0]
    secret = server.data / "cookie.secret"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    server.process.terminate()
    server.process.wait(20)
    again = start()
    page = again.ask("/study/toy-case", Cookie=cookie)
    kernel = page.text.split('"kernelId": "')[1].split('"')[0]
    assert again.ask(f"/api/kernels/{kernel}", Cookie=cookie).status == 200


def test_a_kernel_knows_its_visitor_and_nothing_of_the_request(start):
    server = start()
    server.ask("/study/toy-case?secret=in-the-address")
    children = psutil.Process(server.process.pid).children()
    (kernel,) = (child for child in children if "ipykernel_launcher" in child.cmdline())
    until = time.monotonic() + 10
    while "LINEOFSIGHT_VISITOR" not in kernel.environ() and time.monotonic() < until:
        time.sleep(0.1)
    env = kernel.environ()
    assert len(env["LINEOFSIGHT_VISITOR"]) > 30
    assert env["LINEOFSIGHT_STORE"].startswith("service:/")
    assert not {"QUERY_STRING", "VOILA_REQUEST_URL", "HTTP_COOKIE"} & set(env)
    assert "in-the-address" not in str(env)
