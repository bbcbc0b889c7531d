"""Members and helpers may name whom they would like, first choice first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0005_every_round_has_weights"),
    ]

    operations = [
        migrations.AddField(
            model_name="helper",
            name="wish_names",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="request",
            name="wish_names",
            field=models.TextField(blank=True),
        ),
    ]
