"""On PostgreSQL, an index by which what was said is found by its words."""

from django.db import migrations

# The expression is the one that messaging.queries.search asks by, or the index would not be used.
MAKE = """
    CREATE INDEX messaging_message_words ON messaging_message
    USING gin (to_tsvector('english'::regconfig, COALESCE(body, '')))
"""


def make_the_index(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute(MAKE)


def drop_the_index(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute('DROP INDEX messaging_message_words')


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0002_one_number_for_every_change'),
    ]

    operations = [
        migrations.RunPython(make_the_index, drop_the_index),
    ]
