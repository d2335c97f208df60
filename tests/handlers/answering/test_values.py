from handlers.answering import Answer


async def test_plain_text_has_no_tags_and_keeps_what_people_wrote() -> None:
    """Entities become characters again."""
    from markupsafe import Markup

    text = Markup("<b>{}</b>\n<i>{}</i>").format("A & B", "<3")
    assert Answer(verdict="found", text=text).plain == "A & B\n<3"
