"""From now on no round is without the weights it was made with."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matching", "0004_weights_of_earlier_rounds")]

    operations = [
        migrations.AlterField(
            model_name="round",
            name="configuration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="matching.configuration"
            ),
        ),
    ]
