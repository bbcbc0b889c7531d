"""The weights in versions, beginning with those that were written in the code until now."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FIRST = {
    "version": "2026-11",
    "note": "The first version, as the matcher was made.",
    "weights": {
        "topics": 400,
        "lived_experience": 100,
        "languages": 100,
        "hours": 150,
        "ways": 60,
        "place": 40,
        "preferences": 100,
        "waiting": 20,
        "enough_hours": 4,
    },
    "spread": 5,
    "offers_at_once": True,
    "made_at": datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
}


def write_the_first(apps, schema_editor):
    apps.get_model("matching", "Configuration").objects.create(**FIRST)


def nothing(apps, schema_editor):
    """The table goes with its rows."""


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Configuration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True)),
                ("made_at", models.DateTimeField()),
                ("note", models.TextField(verbose_name="why")),
                ("weights", models.JSONField()),
                ("spread", models.PositiveSmallIntegerField(default=5)),
                ("offers_at_once", models.BooleanField(default=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-pk"]},
        ),
        migrations.RunPython(write_the_first, nothing),
    ]
