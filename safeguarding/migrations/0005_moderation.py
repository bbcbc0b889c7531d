import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('safeguarding', '0004_evidence_files'),
    ]

    operations = [
        migrations.AddField(
            model_name='Concern',
            name='scope',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='Concern',
            name='severity',
            field=models.CharField(choices=[('danger', 'Danger'), ('high', 'High'), ('normal', 'Normal'), ('low', 'Low')], default='normal', max_length=10),
        ),
        migrations.AddField(
            model_name='Concern',
            name='due_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='Concern',
            name='taken_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='Concern',
            name='escalated_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Concern',
            name='risk',
            field=models.CharField(blank=True, choices=[('', 'Not judged yet'), ('low', 'Low'), ('medium', 'Medium'), ('high', 'High')], max_length=10),
        ),
        migrations.AddField(
            model_name='Concern',
            name='plan',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='Concern',
            name='evidence_place',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='Concern',
            name='evidence_before',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.CreateModel(
            name='ConcernNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='safeguarding.concern')),
                ('kind', models.CharField(choices=[('note', 'A note'), ('contact', 'Somebody was spoken with'), ('risk', 'The risk was judged'), ('plan', 'The plan was changed'), ('severity', 'How soon somebody has to look was changed'), ('escalation', 'It was passed on to the safeguarding lead')], max_length=10)),
                ('words', models.TextField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('note', 'A word of advice'), ('hold', 'Kept back until somebody has looked'), ('hide', 'Hidden'), ('mute', 'May read and not write for some days'), ('remove', 'Taken out'), ('ban', 'May not come back')], max_length=10)),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='safeguarding.concern')),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='measures', to=settings.AUTH_USER_MODEL)),
                ('scope', models.CharField(blank=True, max_length=40)),
                ('subject_kind', models.CharField(blank=True, max_length=20)),
                ('subject_reference', models.CharField(blank=True, max_length=80)),
                ('reason', models.CharField(choices=[('harm', 'Somebody may be in danger'), ('abuse', 'Bullying, threats or abuse'), ('private', 'Sharing private details'), ('spam', 'Selling something, or a fake account'), ('other', 'Something else'), ('noticed', 'Noticed by a program')], max_length=10)),
                ('words', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rule', models.CharField(blank=True, choices=[('three', 'Three people reported it'), ('five', 'Five people reported what one person wrote')], max_length=10)),
                ('at', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('lifted_at', models.DateTimeField(blank=True, null=True)),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lifted_because', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('lifted_at', None)), fields=['about', 'scope'], name='safeguarding_in_force')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('kind__in', ['hold', 'hide']), ('lifted_at', None)), fields=('kind', 'subject_kind', 'subject_reference'), name='safeguarding_words_kept_back_once')],
            },
        ),
        migrations.CreateModel(
            name='Moderator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderates', to=settings.AUTH_USER_MODEL)),
                ('scope', models.CharField(max_length=40)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'scope'), name='safeguarding_moderates_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='QuarterFigures',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('quarter', models.PositiveSmallIntegerField()),
                ('figures', models.JSONField()),
                ('published_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-year', '-quarter'],
                'constraints': [models.UniqueConstraint(fields=('year', 'quarter'), name='safeguarding_figures_once_a_quarter')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Sharing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sharings', to='safeguarding.concern')),
                ('with_whom', models.CharField(max_length=120)),
                ('what', models.TextField()),
                ('ground', models.CharField(choices=[('consent', 'They agreed to it'), ('vital', "To protect somebody's life"), ('child', 'To protect a child or an adult at risk'), ('law', 'The law asks for it')], max_length=10)),
                ('why', models.TextField(blank=True)),
                ('person_was_told', models.BooleanField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='appeal', to='safeguarding.measure')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('against', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('words', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('open', 'Waiting for somebody else to decide'), ('upheld', 'They were right: it is taken back'), ('rejected', 'It stays')], default='open', max_length=10)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['made_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_by', models.F('against')), _negated=True), ('decided_by', None), ('against', None), _connector='OR'), name='safeguarding_somebody_else_decides'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', models.F('by')), _negated=True), ('decided_by', None), ('by', None), _connector='OR'), name='safeguarding_nobody_decides_their_own_appeal')],
                'indexes': [],
            },
        ),
        migrations.AddIndex(
            model_name='Concern',
            index=models.Index(condition=models.Q(('state__in', ['open', 'taken'])), fields=['scope'], name='safeguarding_open_in_scope'),
        ),
        migrations.AddIndex(
            model_name='Concern',
            index=models.Index(fields=['evidence_kind', 'evidence_reference'], name='safeguarding_evidence'),
        ),
    ]
