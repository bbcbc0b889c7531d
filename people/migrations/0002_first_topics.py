"""The topics a new service starts with; a service may change them."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from people.topics import TOPICS


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    topic = apps.get_model("people", "Topic")
    topic.objects.bulk_create(
        topic(slug=slug, name=name, theme=theme) for theme, topics in TOPICS.items() for slug, name in topics
    )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
