"""Gives the concerns there are the clock that new ones have."""

from datetime import timedelta

from django.db import migrations

# As safeguarding.clock had them when this was written.
CLOCKS = {
    'harm': ('danger', timedelta(hours=1)),
    'abuse': ('high', timedelta(hours=4)),
    'private': ('high', timedelta(hours=4)),
    'noticed': ('high', timedelta(hours=4)),
    'other': ('normal', timedelta(days=1)),
    'spam': ('low', timedelta(days=3)),
}


def set_the_clocks(apps, schema_editor):
    from django.db.models import F

    Concern = apps.get_model('safeguarding', 'Concern')
    for reason, (severity, time) in CLOCKS.items():
        Concern.objects.filter(reason=reason).update(severity=severity, due_at=F('raised_at') + time)


class Migration(migrations.Migration):

    dependencies = [
        ('safeguarding', '0005_moderation'),
    ]

    operations = [
        migrations.RunPython(set_the_clocks, migrations.RunPython.noop),
    ]
