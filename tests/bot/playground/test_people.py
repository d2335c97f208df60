"""The people of the playground, as the bot and the page know them."""

from bot.playground.people import BOT_USERNAME, Person, bot_user, first_people


def test_what_is_empty_is_not_said() -> None:
    """Telegram leaves out the surname and username of who has none."""
    jonas = Person(5, "Jonas", language_code="lt")
    assert jonas.user() == {
        "id": 5,
        "is_bot": False,
        "first_name": "Jonas",
        "language_code": "lt",
    }
    assert jonas.chat() == {"id": 5, "type": "private", "first_name": "Jonas"}


def test_the_page_knows_more_than_the_bot() -> None:
    """Role and blocking are for the page; the bot learns nothing of them."""
    rasa = Person(5, "Rasa", role="coordinator", blocked=True)
    assert (rasa.card()["role"], rasa.card()["blocked"]) == ("coordinator", True)
    assert not {"role", "blocked", "started"} & (rasa.user().keys() | rasa.chat().keys())


def test_the_first_people_are_different() -> None:
    """Two languages and both roles are there to try, nobody has started or shares an id."""
    people = first_people()
    assert {one.language_code for one in people} == {"lt", "en"}
    assert {one.role for one in people} == {"teacher", "coordinator"}
    assert len({one.id for one in people}) == len({one.username for one in people}) == 3
    assert not any(one.started for one in people)


def test_each_playground_has_people_of_its_own() -> None:
    """What happens to Ona in one world does not happen to her in another."""
    first_people()[0].toasts.append({"text": "x"})
    assert first_people()[0].toasts == []


def test_the_bot_is_a_bot() -> None:
    """Who asks getMe learns its name, and that it answers inline."""
    me = bot_user("Kvieslys")
    assert (me["first_name"], me["username"], me["is_bot"]) == ("Kvieslys", BOT_USERNAME, True)
    assert me["supports_inline_queries"] is True
    assert me["username"].endswith("bot")
