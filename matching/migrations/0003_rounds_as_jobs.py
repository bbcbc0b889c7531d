"""Rounds say with what they were made, how far they are and what proves them; publications approve them."""

import django.db.models.deletion
import django.db.models.functions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import matching.models.fields

STATES = [
    ("queued", "Waiting to begin"),
    ("running", "Under way"),
    ("done", "Done"),
    ("cancelled", "Cancelled"),
    ("failed", "Failed"),
]


class Migration(migrations.Migration):
    dependencies = [("matching", "0002_configurations")]

    operations = [
        # With a value to go back with.
        migrations.AlterField(
            model_name="round", name="weights", field=models.CharField(default="2026-11", max_length=20)
        ),
        migrations.RemoveField(model_name="round", name="weights"),
        # Every round there is has been done.
        migrations.AddField(
            model_name="round", name="state", field=models.CharField(choices=STATES, default="done", max_length=10)
        ),
        migrations.AlterField(
            model_name="round", name="state", field=models.CharField(choices=STATES, default="queued", max_length=10)
        ),
        migrations.AddField(
            model_name="round",
            name="heard_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="round",
            name="configuration",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="matching.configuration",
            ),
        ),
        # Until now a round had no floor.
        migrations.AddField(
            model_name="round",
            name="order",
            field=models.CharField(
                choices=[
                    ("fair", "Fair to the worst-off"),
                    ("best", "Best total"),
                    ("stable", "No pair would rather swap"),
                ],
                default="best",
                max_length=10,
                verbose_name="what comes first",
            ),
        ),
        migrations.AlterField(
            model_name="round",
            name="order",
            field=models.CharField(
                choices=[
                    ("fair", "Fair to the worst-off"),
                    ("best", "Best total"),
                    ("stable", "No pair would rather swap"),
                ],
                default="fair",
                max_length=10,
                verbose_name="what comes first",
            ),
        ),
        migrations.AddField(
            model_name="round",
            name="occasion",
            field=models.CharField(
                choices=[("round", "A round"), ("arrival", "Somebody came between two rounds")],
                default="round",
                max_length=10,
            ),
        ),
        migrations.AddField(model_name="round", name="percent", field=models.PositiveSmallIntegerField(default=0)),
        migrations.AddField(
            model_name="round",
            name="step",
            field=models.CharField(blank=True, max_length=80, verbose_name="what is being done"),
        ),
        migrations.AddField(
            model_name="round", name="error", field=models.TextField(blank=True, verbose_name="why it failed")
        ),
        migrations.AddField(model_name="round", name="seed", field=models.PositiveBigIntegerField(default=0)),
        migrations.AddField(
            model_name="round",
            name="floor",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="points of the worst-off"),
        ),
        migrations.AddField(model_name="round", name="load_cost", field=models.BigIntegerField(default=0)),
        migrations.AddField(
            model_name="round",
            name="blocking_pairs",
            field=models.PositiveIntegerField(default=0, verbose_name="pairs who would rather swap"),
        ),
        migrations.AddField(model_name="round", name="solved_again", field=models.BooleanField(default=False)),
        migrations.AddField(
            model_name="round", name="problem_hash", field=models.CharField(blank=True, max_length=80)
        ),
        migrations.AddField(model_name="round", name="solver", field=models.CharField(blank=True, max_length=80)),
        migrations.AddField(model_name="round", name="figures", field=models.JSONField(blank=True, default=list)),
        migrations.AlterField(
            model_name="round",
            name="waiting",
            field=models.PositiveIntegerField(default=0, verbose_name="people who waited"),
        ),
        migrations.AlterField(model_name="round", name="placed", field=models.PositiveIntegerField(default=0)),
        migrations.AlterField(model_name="round", name="total", field=models.BigIntegerField(default=0)),
        migrations.AlterField(model_name="round", name="seconds", field=models.FloatField(default=0)),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                django.db.models.functions.Coalesce("area", 0),
                condition=models.Q(("state__in", ["queued", "running"])),
                name="matching_one_round_at_once",
            ),
        ),
        migrations.CreateModel(
            name="RoundRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("problem", matching.models.fields.CompressedTextField()),
                ("plan", matching.models.fields.CompressedTextField()),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="record", to="matching.round"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(choices=STATES, default="queued", max_length=10)),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("step", models.CharField(blank=True, max_length=80, verbose_name="what is being done")),
                ("heard_at", models.DateTimeField()),
                ("error", models.TextField(blank=True, verbose_name="why it failed")),
                ("began_at", models.DateTimeField()),
                ("approved", models.PositiveIntegerField(default=0)),
                ("refused", models.JSONField(default=list)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="publications", to="matching.round"
                    ),
                ),
            ],
            options={
                "ordering": ["-began_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=("round",),
                        name="matching_one_publication_at_once",
                    )
                ],
            },
        ),
    ]
