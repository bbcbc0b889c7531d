"""Crisis help as it is in Great Britain; a service may change the lines."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LINES = [
    ("Emergency services", "Call 999", "tel:999", "If you or someone else is in danger now"),
    ("Samaritans", "Call 116 123", "tel:116123", "To talk to someone, day or night, free"),
    ("Shout", "Text SHOUT to 85258", "sms:85258?body=SHOUT", "To text with someone, day or night, free"),
    ("NHS", "Call 111, then 2", "tel:111", "For urgent help with your mental health"),
]


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    line = apps.get_model("safeguarding", "CrisisLine")
    for position, (name, how, href, when) in enumerate(LINES, start=1):
        line.objects.create(name=name, how=how, href=href, when=when, position=position)


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
