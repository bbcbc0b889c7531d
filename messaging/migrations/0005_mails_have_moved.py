from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0004_an_outbox_for_every_channel'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='notice',
            name='messaging_notices_waiting',
        ),
        migrations.RemoveField(
            model_name='notice',
            name='gave_up_at',
        ),
        migrations.RemoveField(
            model_name='notice',
            name='next_try_at',
        ),
        migrations.RemoveField(
            model_name='notice',
            name='sent_at',
        ),
        migrations.RemoveField(
            model_name='notice',
            name='tries',
        ),
    ]
