"""What the server answers, and what it does not."""

from __future__ import annotations

import asyncio
import json

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

ASKED = [
    "/",
    "/?sector=none",
    "/teachers",
    "/nowhere",
    "/healthz",
    "/study/toy-cas",
    "/theme/lineofsight.css",
    "/theme/page.js",
    "/theme/none.js",
    "/theme/fonts/inter-latin-wght-normal.woff2",
    "/voila/static/voila.js",
    "/voila/static/none.js",
    "/voila/templates/lab/static/voila-style.js",
    "/api/kernels/00000000-0000-0000-0000-000000000000",
]


@pytest.mark.parametrize("path", ASKED)
def test_every_answer_carries_the_policy(toy, path):
    answer = toy.ask(path)
    policy = answer.getheader("Content-Security-Policy")
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/voila/tree",
        "/voila/tree/",
        "/voila/render/toy-case.ipynb",
        "/voila/files/toy-case.ipynb",
        "/login",
        "/logout",
        "/voila/api/contents/",
        "/api/contents/",
        "/api/kernels",
        "/study/",
        "/study/toy-case.ipynb",
        "/static/x",
        "/theme/../../__init__.py",
        "/theme/..%2f..%2f__init__.py",
        "/voila/templates/lab",
        "/voila/templates/lab/x",
        "/voila/templates/lab/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd",
        "/voila/templates/..%2f..%2fx/static/y",
        "/voila/query/x",
        "/voila/execution/x",
    ],
)
def test_nothing_else_is_there_and_nothing_is_listed(toy, path):
    answer = toy.ask(path)
    assert answer.status in (403, 404)
    assert "ipynb" not in answer.text.replace("toy-case.ipynb", "")


def test_health_names_version_boot_and_cases(toy):
    said = json.loads(toy.ask("/healthz").text)
    assert said["status"] == "ok"
    assert said["cases"] == ["other-toy", "toy-case"]
    assert set(said) == {"status", "version", "boot", "cases"}


def test_gallery_offers_sound_cases_escaped(toy):
    page = toy.ask("/").text
    assert "A &lt;toy&gt;" in page
    assert 'href="/study/toy-case"' in page
    assert "broken-case" not in page
    assert "Why &lt;b&gt;?" in page


def test_unknown_slug_is_a_page_that_says_what_was_meant(toy):
    answer = toy.ask("/study/toy-cas")
    assert answer.status == 404
    assert "did you mean &#x27;toy-case&#x27;" in answer.text
    assert "/theme/lineofsight.css" in answer.text


def test_wrong_slugs_are_escaped(toy):
    assert "<script>alert" not in toy.ask("/study/%3Cscript%3Ealert(1)%3C%2Fscript%3E").text


def test_study_sets_a_cookie_that_scripts_cannot_read(toy):
    answer = toy.ask("/study/toy-case")
    cookie = answer.getheader("Set-Cookie")
    assert cookie.startswith("lineofsight=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "https://" not in answer.text.replace("https://schema.org", "")


@pytest.mark.parametrize("path", ["/", "/healthz", "/theme/page.js", "/nowhere"])
def test_other_pages_set_no_cookie(toy, path):
    assert toy.ask(path).getheader("Set-Cookie") is None


def test_template_and_theme_cannot_be_chosen_from_outside(toy):
    assert "cdn" not in toy.ask("/study/toy-case?template=classic&voila-theme=dark&theme=dark").text


def test_a_stranger_cannot_reach_a_kernel(toy):
    page = toy.ask("/study/toy-case")
    kernel = page.text.split('"kernelId": "')[1].split('"')[0]
    mine = page.getheader("Set-Cookie").split(";")[0]
    theirs = toy.ask("/study/toy-case").getheader("Set-Cookie").split(";")[0]
    assert toy.ask(f"/api/kernels/{kernel}").status == 403
    assert toy.ask(f"/api/kernels/{kernel}", Cookie=theirs).status == 403
    assert toy.ask(f"/voila/api/shutdown/{kernel}", "POST", Cookie=theirs).status == 403
    assert toy.ask(f"/api/kernels/{kernel}", Cookie=mine).status == 200
    asked = json.dumps({"kernel": kernel})
    assert json.loads(toy.ask("/beat", "POST", asked, Cookie=theirs).text)["kernel"] == "gone"
    assert json.loads(toy.ask("/beat", "POST", asked, Cookie=mine).text)["kernel"] == "alive"
    assert toy.ask("/beat", "POST", asked, Cookie=mine, Origin="http://elsewhere.example").status == 403
    assert toy.ask(f"/voila/api/shutdown/{kernel}", "POST", Cookie=mine).status == 204
    assert json.loads(toy.ask("/beat", "POST", asked, Cookie=mine).text)["kernel"] == "gone"
    assert toy.ask(f"/voila/api/shutdown/{kernel}", "POST", Cookie=mine).status == 204


def test_nobody_but_its_owner_hears_a_kernel(toy):
    page = toy.ask("/study/toy-case")
    kernel = page.text.split('"kernelId": "')[1].split('"')[0]
    mine = page.getheader("Set-Cookie").split(";")[0]
    theirs = toy.ask("/study/toy-case").getheader("Set-Cookie").split(";")[0]
    address = toy.address.replace("http", "ws") + f"api/kernels/{kernel}/channels"

    async def heard(**headers):
        try:
            (await websocket_connect(HTTPRequest(address, headers=headers))).close()
        except HTTPClientError as refused:
            return refused.code
        return 101

    async def all_of_them():
        elsewhere = "http://elsewhere.example"
        return [
            await heard(),
            await heard(Cookie=theirs),
            await heard(Cookie=mine, Origin=elsewhere),
            await heard(Cookie=mine),
        ]

    assert asyncio.run(all_of_them()) == [403, 403, 403, 101]


@pytest.mark.parametrize("body", ["", "[]", "{", '{"kernel": 3}', "\ufffd" * 9])
def test_a_beat_without_sense_is_answered(toy, body):
    assert json.loads(toy.ask("/beat", "POST", body.encode()).text)["kernel"] == "gone"
