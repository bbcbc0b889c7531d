"""Earlier rounds belong to the first version of the weights, the only one there was."""

from django.db import migrations


def belong_to_the_first(apps, schema_editor):
    first = apps.get_model("matching", "Configuration").objects.order_by("pk").first()
    apps.get_model("matching", "Round").objects.filter(configuration=None).update(configuration=first)


class Migration(migrations.Migration):
    dependencies = [("matching", "0003_rounds_as_jobs")]

    operations = [migrations.RunPython(belong_to_the_first, migrations.RunPython.noop)]
