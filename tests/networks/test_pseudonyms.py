"""Friendly names, the same for the same seed."""

from itertools import islice

from networks.pseudonyms import FIRST, SECOND, pseudonyms


def test_the_same_seed_gives_the_same_names_and_another_seed_others() -> None:
    one = list(islice(pseudonyms("people"), 500))

    assert list(islice(pseudonyms("people"), 500)) == one
    assert [a for a, b in zip(one, pseudonyms("network carers"), strict=False) if a == b] == []


def test_no_name_comes_twice_even_when_the_list_is_used_up() -> None:
    many = list(islice(pseudonyms("people"), len(FIRST) * len(SECOND) * 2 + 10))

    assert len({name.casefold() for name in many}) == len(many)


def test_names_that_are_taken_are_left_out() -> None:
    first, second, third = islice(pseudonyms("people"), 3)

    assert list(islice(pseudonyms("people", [first.upper(), third]), 1)) == [second]
