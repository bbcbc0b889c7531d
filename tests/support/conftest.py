"""Ada and Ben are alongside each other."""

import pytest

from matching.models import Pairing
from matching.operations import accept_offer
from people.models import Person
from tests.fixtures import NOW
from tests.matching.making import active_helper, offered, sent_request


@pytest.fixture
def pairing(ada: Person, ben: Person, dev: Person) -> Pairing:
    sent_request(ada)
    active_helper(ben, dev, capacity=3)
    [offer] = offered(dev, ada)
    return accept_offer(by=ada, proposal=offer, at=NOW)
