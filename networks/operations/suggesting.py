"""Verbs about suggestions: somebody does not want a network suggested, or wants to see all again."""

from networks.models import Network, NotForMe
from people.models import Person


def hide_suggestion(*, by: Person, network: Network) -> None:
    """Suggest this network to them no more; twice changes nothing. The network and everybody in it learn nothing."""
    NotForMe.objects.get_or_create(person=by, network=network)


def show_suggestions_again(*, by: Person) -> None:
    """Suggest to them whatever fits, also what they hid before."""
    NotForMe.objects.filter(person=by).delete()
