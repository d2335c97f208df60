import pytest

from catalogue.people.rights import EVERYWHERE, RIGHTS, Realm, Right
from catalogue.people.tables import Role


def test_every_role_has_its_rights() -> None:
    """A role without a line in the table could do nothing and nobody would know why."""
    assert set(RIGHTS) == set(Role)
    assert RIGHTS[Role.OWNER] == frozenset(Right)


@pytest.mark.parametrize(
    ("realm", "centre_id", "event_id", "expected"),
    [
        (EVERYWHERE, None, None, True),
        (EVERYWHERE, 7, 9, True),
        (Realm(), 7, 9, False),
        (Realm(frozenset({7})), 7, None, True),
        (Realm(frozenset({7})), 8, 9, False),
        (Realm(frozenset({7})), None, None, False),
        (Realm(events=frozenset({9})), 7, 9, True),
        (Realm(events=frozenset({9})), 7, None, False),
    ],
)
def test_where_a_right_reaches(
    realm: Realm, centre_id: int | None, event_id: int | None, *, expected: bool
) -> None:
    """To one's centres and one's own events, and to no other."""
    assert realm.has(centre_id=centre_id, event_id=event_id) is expected


def test_a_realm_of_nothing_is_false() -> None:
    """So that „anywhere at all“ can be asked."""
    assert [bool(one) for one in (Realm(), EVERYWHERE, Realm(events=frozenset({1})))] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("realm", "only"),
    [
        (Realm(frozenset({7})), 7),
        (Realm(frozenset({7, 8})), None),
        (Realm(events=frozenset({9})), None),
        (EVERYWHERE, None),
    ],
)
def test_the_only_centre(realm: Realm, only: int | None) -> None:
    """Where there is exactly one, what is done for nothing in particular is done for it."""
    assert realm.only == only
