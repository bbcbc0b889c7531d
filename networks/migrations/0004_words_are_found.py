"""On PostgreSQL, indexes by which threads and posts are found by their words."""

from django.db import migrations

# The expressions are those that messaging.finding asks by, or the indexes would not be used.
INDEXES = {'networks_post_words': ('networks_post', 'body'), 'networks_thread_words': ('networks_thread', 'title')}


def make_the_indexes(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        for name, (table, column) in INDEXES.items():
            words = f"to_tsvector('english'::regconfig, COALESCE({column}, ''))"
            schema_editor.execute(f'CREATE INDEX {name} ON {table} USING gin ({words})')


def drop_the_indexes(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        for name in INDEXES:
            schema_editor.execute(f'DROP INDEX {name}')


class Migration(migrations.Migration):

    dependencies = [
        ('networks', '0003_agreements_and_moderators'),
    ]

    operations = [
        migrations.RunPython(make_the_indexes, drop_the_indexes),
    ]
