"""The topics a new service starts with."""

import pytest

from people.models import Topic
from people.topics import TOPICS


@pytest.mark.django_db
def test_every_topic_is_there_from_the_first_migration() -> None:
    expected = {slug: (theme, name) for theme, topics in TOPICS.items() for slug, name in topics}
    assert {topic.slug: (topic.theme, topic.name) for topic in Topic.objects.all()} == expected
