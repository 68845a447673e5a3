"""The plan says what one must know before one chooses."""

from __future__ import annotations

import re
from html import unescape
from typing import Any


def test_what_an_action_needs_is_on_its_card_before_anybody_chooses(person: Any) -> None:
    person.to("plan")
    titles = {action.id: action.title for action in person.case.planning.actions}
    needing = [action for action in person.case.planning.actions if action.needs]
    assert needing
    open_text = unescape(re.sub(r"<details.*?</details>", "", person.markup, flags=re.DOTALL))
    for action in needing:
        assert f"Works only with “{titles[action.needs[0]]}”" in open_text
