"""When something in an event was last changed, as calendars ask for."""

from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):

    dependencies = [
        ('networks', '0004_posts'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='changed_at',
            field=models.DateTimeField(default=timezone.now),
            preserve_default=False,
        ),
    ]
