"""The server in a real browser: nothing from outside, the banner, focus, whose kernel it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

TOY = Path(__file__).parents[1] / "serving" / "toy_server.py"
GONE = "Not connected: what you type now is not saved."
OPEN_SOCKET = """([kernel]) => new Promise((done) => {
  const socket = new WebSocket(`ws://${location.host}/api/kernels/${kernel}/channels`);
  socket.onopen = () => done("open");
  socket.onerror = socket.onclose = () => done("refused");
})"""
KERNEL = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"


@pytest.fixture
def toy(server, tmp_path):
    """Start the toy server, again and again on the same port if need be."""
    books = tmp_path / "books"
    books.mkdir()
    return lambda **more: server(command=[sys.executable, str(TOY), str(books)], **more)


@pytest.fixture
def study(visitor):
    """Open the toy case and wait until it can be used."""

    def one(server, **options):
        person = visitor(server, **options)
        person.page.goto(f"{server.address}study/toy-case")
        person.page.get_by_role("button", name="Press").wait_for(timeout=60_000)
        return person

    return one


def test_a_page_works_and_asks_nobody_else(toy, study):
    person = study(toy())
    page = person.page
    page.get_by_role("button", name="Press").click()
    page.locator("#heard").wait_for()
    page.locator("#los-live", has_text="heard").wait_for(state="attached")
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("main").get_by_role("heading", level=1).inner_text() == "A toy"
    assert page.locator("#los-loader").count() == 0
    assert page.title().startswith("A toy")
    assert page.evaluate("document.documentElement.lang") == "en"
    names = page.locator("#who").inner_text().split()
    assert names == ["LINEOFSIGHT_STORE", "LINEOFSIGHT_VISITOR"]
    assert not person.outside
    assert not person.errors


@pytest.mark.parametrize("path", ["", "study/none"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_pages_fit_a_phone_and_ask_nobody_else(toy, visitor, path, scheme):
    running = toy()
    person = visitor(running, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    person.page.goto(running.address + path)
    person.page.get_by_role("heading", level=1).wait_for()
    assert person.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert person.page.evaluate("document.fonts.check('16px Inter')")
    assert not person.outside


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1280, "dark")])
def test_choosing_needs_no_script_and_a_keyboard_is_enough(toy, visitor, width, scheme):
    running = toy()
    person = visitor(
        running, viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False
    )
    page = person.page
    page.goto(running.address)
    page.get_by_label("Sector").select_option("toys")
    page.get_by_label("Minutes").select_option(label="up to 30")
    page.get_by_label("Minutes").press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("1 of 2 cases").wait_for()
    assert page.get_by_label("Sector").input_value() == "toys"
    assert page.get_by_role("link", name="Study alone").count() == 1
    assert page.get_by_label("Sector").bounding_box()["height"] >= 44
    page.get_by_role("link", name="Show all").click()
    page.get_by_text("2 of 2 cases").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_the_gallery_and_the_teachers_page_are_accessible(toy, visitor, width, scheme):
    running = toy()
    teachers = running.process.stdout.readline().split()[-1]
    person = visitor(running, viewport={"width": width, "height": 800}, color_scheme=scheme)
    chosen = [f"{running.address}?sector={sector}&level=advanced" for sector in ("toys", "toyz", "games")]
    for address in (running.address, *chosen, teachers):
        assert person.page.goto(address).status == 200
        assert Axe().run(person.page, options={"resultTypes": ["violations"]}).response["violations"] == []
        assert person.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not person.outside
    assert not person.errors


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_a_teacher_finds_the_sheet_of_a_case_with_its_key(server, visitor, width, scheme):
    running = server()
    teachers = running.process.stdout.readline().split()[-1]
    person = visitor(running, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = person.page
    page.goto(teachers)
    page.get_by_role("link", name="Startup support backlash: sheet of 90 minutes").click()
    page.get_by_role("heading", level=1, name="Startup support backlash: 90 minutes").wait_for()
    page.get_by_role("heading", name="The date became final without the time that people take").wait_for()
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="60 minutes").click()
    page.get_by_role("heading", level=1, name="Startup support backlash: 60 minutes").wait_for()
    assert page.goto(page.url.split("?")[0]).status == 404
    assert not person.outside
    # The address without a key is not there, and the browser says so itself.
    assert [error for error in person.errors if "404" not in error] == []


def test_a_killed_server_is_said_and_its_return_offers_a_reload(toy, study):
    running = toy()
    page = study(running).page
    assert page.get_by_text(GONE).count() == 0
    running.kill()
    page.get_by_text(GONE).wait_for(timeout=9_000)
    toy(port=running.port)
    page.get_by_role("button", name="Reload").click(timeout=15_000)
    page.get_by_role("button", name="Press").click(timeout=60_000)
    page.locator("#heard").wait_for()
    assert page.get_by_text(GONE).count() == 0


def test_a_short_silence_passes_by_itself(toy, study):
    person = study(toy())
    person.context.set_offline(True)
    person.page.get_by_text(GONE).wait_for(timeout=9_000)
    person.context.set_offline(False)
    person.page.get_by_text(GONE).wait_for(state="hidden", timeout=9_000)


def test_only_the_owner_drives_a_kernel(toy, study):
    running = toy()
    mine = study(running)
    stranger = study(running)
    kernel = mine.page.evaluate(KERNEL)
    assert mine.page.evaluate(OPEN_SOCKET, [kernel]) == "open"
    assert stranger.page.evaluate(OPEN_SOCKET, [kernel]) == "refused"
    assert stranger.page.evaluate("document.cookie") == ""


def test_a_closed_page_ends_its_kernel(toy, study):
    import psutil

    running = toy()
    person = study(running)
    kernels = psutil.Process(running.process.pid).children()
    assert kernels
    person.page.close(run_before_unload=True)
    assert not psutil.wait_procs(kernels, timeout=15)[1]
