"""The theme: whole, local, in one order, under one name for exactly these files."""

from __future__ import annotations

import re

from lineofsight.serving.headers import POLICY
from lineofsight.serving.theme import FONTS, STATIC, THEME, addresses, style_sheet, version


def test_nothing_in_it_names_another_host():
    sheets = style_sheet()
    assert not re.findall(r"https?://|@import", sheets)
    for script in (THEME / "page.js", STATIC / "connection.js"):
        assert not re.findall(r"https?://", script.read_text())


def test_every_sheet_is_in_the_one_sheet_in_order():
    whole = style_sheet()
    names = sorted(sheet.name for sheet in THEME.glob("*.css"))
    assert names[0] == "10-tokens.css"
    first_lines = [(THEME / name).read_text().splitlines()[0] for name in names]
    places = [whole.index(line) for line in first_lines]
    assert places == sorted(places)
    assert all(line.startswith("/*") for line in first_lines)


def test_braces_balance():
    for sheet in THEME.glob("*.css"):
        text = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", sheet.read_text(), flags=re.S)
        assert text.count("{") == text.count("}"), sheet.name


def test_fonts_are_there_with_their_licence():
    licence = (THEME / "fonts" / "LICENSE-OFL.txt").read_text()
    assert "SIL Open Font License, Version 1.1" in licence
    for font in FONTS:
        assert (THEME / "fonts" / font).stat().st_size > 10_000
        assert font in licence
        assert f"fonts/{font}?v={version()}" in style_sheet()


def test_addresses_carry_the_version():
    assert all(version() in address for address in (addresses()["style"], addresses()["script"]))


def test_the_policy_lets_nobody_in():
    assert "*" not in POLICY
    assert "http" not in POLICY
    assert "default-src 'self'" in POLICY
