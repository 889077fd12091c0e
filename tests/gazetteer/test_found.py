from geobrief.gazetteer.found import Found
from geobrief.model import Candidate

PLACES = tuple(Candidate(f"geonames:{number}", f"Place {number}", "city", 0.0, 0.0) for number in range(5))


def test_it_is_the_sequence_of_what_it_makes() -> None:
    found = Found(5, PLACES.__getitem__)
    assert found == PLACES
    assert hash(found) == hash(PLACES)
    assert (found[0], found[-1], found[1:3]) == (PLACES[0], PLACES[4], PLACES[1:3])
    assert (len(found), bool(Found(0, PLACES.__getitem__))) == (5, False)
    assert "Place 3" in repr(found)


def test_each_is_made_once_and_only_when_asked_for() -> None:
    made: list[int] = []

    def make(number: int) -> Candidate:
        made.append(number)
        return PLACES[number]

    found = Found(5, make)
    assert found[-2] == found[3]
    assert made == [3]
