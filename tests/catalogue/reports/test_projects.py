"""What was done for each project, so that few are found nowhere."""

from datetime import timedelta

from catalogue.numbers.groups import Group, Other
from catalogue.reports.values import Report
from tests.catalogue.reports.made_up import a_line, counted, marks, takings
from tests.factories import NOW


def of(*events: tuple[str, int]) -> Report:
    """The project of each event and how many came; the later, the greater its number."""
    lines, taken, noted = [], [], []
    for number, (project, people) in enumerate(events, start=1):
        starts = NOW - timedelta(days=20 - number)
        lines.append(a_line(number, project=project, starts_at=starts, ended_at=starts))
        taken += takings(number, range(number * 100, number * 100 + people))
        noted += marks(number, range(number * 100, number * 100 + people))
    return counted(lines, taken, noted)


def test_a_project_and_its_events() -> None:
    """All are listed in their order; the one of few, and the next smallest with it, tell nothing by
    themselves.
    """
    found = of(("Tyrėjai", 12), ("tyrėjai", 2), ("Tyrėjai", 6), ("", 30), ("Tyrėjai", 0))
    whole = Group("Tyrėjai", 4, 20, 20, 80.0)
    assert found.projects == [whole]
    (project,) = found.lines
    assert project.whole == whole
    assert [(one.code, one.group and one.group.registrations) for one in project.events] == [
        ("E-1", 12),
        ("E-2", None),
        ("E-3", None),
        ("E-5", 0),
    ]
    assert project.others == Group(Other.OTHERS, 2, 8, 8, 32.0)


def test_of_a_project_among_others_nothing_stands_by_itself() -> None:
    """Else one could take what is told of its events off what is told of the others."""
    found = of(("Maža", 3), ("Vidutinė", 7), ("Didelė", 9))
    assert [(one.label, one.registrations) for one in found.projects] == [
        ("Didelė", 9),
        (Other.OTHERS, 10),
    ]
    assert [one.whole.label for one in found.lines] == ["Didelė"]


def test_without_projects_there_is_nothing() -> None:
    """Most centres have none."""
    found = of(("", 30))
    assert (found.projects, found.lines) == ([], [])
