"""What counts as contact details, and the many numbers and signs that do not."""

import pytest

from messaging.details import Detail, contact_details_in, warning_about

PHONE, EMAIL, ADDRESS, PROFILE = Detail


@pytest.mark.parametrize(
    ("words", "details"),
    [
        ("Call me on 07700 900123", [PHONE]),
        ("07700900123", [PHONE]),
        ("it's 0770 090 0123, after 6", [PHONE]),
        ("07700.900.123 any time", [PHONE]),
        ("07700-900-123", [PHONE]),
        ("0 7 7 0 0 9 0 0 1 2 3", [PHONE]),
        ("ring 07700 900123 2 times", [PHONE]),
        ("077 then 00 900 then 123", [PHONE]),
        ("oh seven seven double oh nine double oh one two three", [PHONE]),
        ("Zero one six three two, then 960 001", [PHONE]),
        ("my landline is (01632) 960001", [PHONE]),
        ("020 7946 0958", [PHONE]),
        ("+44 7700 900123", [PHONE]),
        ("+44 (0)20 7946 0958", [PHONE]),
        ("0044 7700 900123", [PHONE]),
        ("447700900123", [PHONE]),
        ("+1 202-555-0143", [PHONE]),
        ("+353 20 912 0012", [PHONE]),
        ("write to ada@example.org", [EMAIL]),
        ("ADA.S+talk@mail.example.co.uk please", [EMAIL]),
        ("ada at example dot org", [EMAIL]),
        ("ada (at) example (dot) com", [EMAIL]),
        ("it's ada.smith @ gmail", [EMAIL]),
        ("adasmith at hotmail", [EMAIL]),
        ("I'm in M1 1AE", [ADDRESS]),
        ("sw1a 1aa is mine", [ADDRESS]),
        ("come to 12 Rose Street", [ADDRESS]),
        ("Flat 3, 112b St Mary's Road", [ADDRESS]),
        ("I live at 12 rose hill by the park", [ADDRESS]),
        ("my address is flat 2, oak house", [ADDRESS]),
        ("instagram.com/adawrites", [PROFILE]),
        ("https://wa.me/447700900123", [PHONE, PROFILE]),
        ("I'm @ada_s92 on there", [PROFILE]),
        ("my insta is adawrites", [PROFILE]),
        ("Snapchat: ada_92", [PROFILE]),
        ("find me on facebook under ada smith", [PROFILE]),
        ("07700 900123 or ada@example.org, 12 Rose Street", [PHONE, EMAIL, ADDRESS]),
    ],
)
def test_found(words: str, details: list[Detail]) -> None:
    assert contact_details_in(words) == details


@pytest.mark.parametrize(
    "words",
    [
        "See you at 10:30 on 07/11/2026",
        "on 07.11.2026 at 16.30, or 08.11.2026",
        "2026-11-07 09:15",
        "It cost £1,250.00 and then £07.50",
        "I take 50 mg at 8 and 100 mg at 20.00",
        "Sertraline 100mg, then 150mg, 2 x 25mg",
        "Call 111 and choose option 2",
        "Ring Samaritans on 116 123, or text SHOUT to 85258, or 999",
        "Mind's line is 0300 123 3393",
        "The helpline 0808 2000 247 is free",
        "My NHS number is 943 476 5919",
        "order 4500123987",
        "one two three four five six seven eight nine",
        "I have two kids, one is seven and one is nine",
        "from 1990 to 2015, 25 years",
        "Look at example dot dot dot",
        "we met at yahoo street",
        "I was at home at 7pm",
        "T4 7pm works, or B12 5mg tablets",
        "A1 paper and M25 traffic",
        "12 Good Reasons to walk",
        "it is 2 miles down the road",
        "I live at home with 2 dogs",
        "@ben thanks for that",
        "lunch @ 12",
        "https://www.nhs.uk/mental-health is good",
        "I saw it on facebook",
        "I left instagram, it is not good for me",
        "my whatsapp is broken",
        "score was 3-2, then 11-9",
        "bus 142 at 8.15, then the 33",
        "",
    ],
)
def test_not_found(words: str) -> None:
    assert contact_details_in(words) == []


@pytest.mark.parametrize(
    "words", ["1 " * 5000, "a at " * 2000, "@" * 10_000, "a." * 5000, "0770090012" * 1000, "A1 " * 3333]
)
def test_long_and_odd_words_are_read_all_the_same(words: str) -> None:
    assert PHONE not in contact_details_in(words)


def test_the_warning_names_what_was_found() -> None:
    assert "a telephone number in it" in warning_about([PHONE])
    assert "has a telephone number, an e-mail address and a home address in it" in warning_about(
        [PHONE, EMAIL, ADDRESS]
    )
