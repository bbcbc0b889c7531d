"""The queue gives the nearest first, also after some were brought nearer."""

from random import Random

from matching.engine.kernels.queue import FAR, bring, forget, queue_of, take_nearest


def test_the_nearest_comes_first_however_often_they_are_brought_nearer() -> None:
    for seed in range(200):
        chance = Random(seed)
        queue, known = queue_of(30), dict[int, int]()
        taken: list[tuple[int, int]] = []
        for _ in range(chance.randint(1, 120)):
            one = chance.randrange(30)
            if chance.random() < 0.3 and known:
                nearest = take_nearest(queue)
                taken.append((known.pop(nearest), min([*known.values(), FAR])))
            elif one not in known or known[one] > 0:
                known[one] = chance.randrange(known.get(one, 1000))
                bring(queue, one, known[one])
        rest = [int(queue.distance[take_nearest(queue)]) for _ in range(len(known))]
        assert all(distance <= next_one for distance, next_one in taken), seed
        assert rest == sorted(known.values()), seed


def test_who_is_forgotten_is_as_if_never_brought() -> None:
    queue = queue_of(3)
    bring(queue, 2, 5)
    assert take_nearest(queue) == 2
    forget(queue, 2)
    bring(queue, 2, 9)
    bring(queue, 1, 7)
    assert [take_nearest(queue), take_nearest(queue)] == [1, 2]
