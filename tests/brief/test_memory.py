"""What was worked out is not worked out again, and is forgotten when it is not asked for."""

from geobrief.brief.memory import Memory


def test_an_answer_is_made_once_while_it_is_asked_for_in_each_round() -> None:
    memory: Memory[str, int] = Memory()
    made = []

    def make() -> int:
        made.append(1)
        return len(made)

    for _ in range(3):
        assert memory.get("a", make) == 1
        memory.turn()
    memory.turn()
    assert memory.get("a", make) == 2
