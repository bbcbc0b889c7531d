"""Keeps the agreements there are as their first version, and lets the hosts there are moderate."""

from django.db import migrations


def carry_over(apps, schema_editor):
    Network, Agreement, Membership = (apps.get_model('networks', name) for name in ('Network', 'Agreement', 'Membership'))
    Moderator = apps.get_model('safeguarding', 'Moderator')
    Agreement.objects.bulk_create(
        Agreement(network=network, version=1, text=network.agreement, begins_at=network.founded_at)
        for network in Network.objects.all()
    )
    Moderator.objects.bulk_create(
        Moderator(person_id=host.person_id, scope=f'network:{host.network_id}', began_at=host.since)
        for host in Membership.objects.filter(is_host=True, state='joined')
    )


class Migration(migrations.Migration):

    dependencies = [
        ('networks', '0002_communities'),
        ('safeguarding', '0006_when_somebody_has_to_have_looked'),
    ]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
