import pytest

from scheduler.trouble import tell


def _break(name: str) -> None:
    raise LookupError(f"no such person: {name}")


def test_the_log_knows_where_but_not_of_whom(capsys: pytest.CaptureFixture[str]) -> None:
    """The log has the kind of an error, its place and the row; never its message."""
    try:
        _break("Jonas Jonaitis")
    except LookupError as error:
        tell("reminder_failed", error, row=17)
    out = capsys.readouterr().out
    assert "reminder_failed" in out
    assert "LookupError" in out
    assert "17" in out
    assert "Jonaitis" not in out


def test_the_innermost_call_stands_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Where it broke is read before how it was reached, and a deep fall is cut short."""

    def fall(depth: int) -> None:
        if depth:
            fall(depth - 1)
        _break("x")

    try:
        fall(30)
    except LookupError as error:
        tell("fell", error)
    out = capsys.readouterr().out
    assert out.count(" < ") == 7
    assert out.index(" _break") < out.index(" fall")


def test_an_error_without_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    """An error that was handed over and never raised is told all the same."""
    tell("refused", ValueError("Jonas"))
    out = capsys.readouterr().out
    assert "ValueError" in out
    assert "Jonas" not in out
