import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('networks', '0001_initial'),
        ('people', '0006_topics_of_people'),
        ('safeguarding', '0006_when_somebody_has_to_have_looked'),
    ]

    operations = [
        migrations.AddField(
            model_name='Thread',
            name='changes',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='Network',
            name='agreement_version',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='Network',
            name='joining',
            field=models.CharField(choices=[('open', 'Anyone may join'), ('request', 'A host says yes first'), ('invitation', 'By invitation'), ('hidden', 'By invitation, and nobody else sees that it is there')], default='open', max_length=10),
        ),
        migrations.AddField(
            model_name='Network',
            name='circle',
            field=models.CharField(choices=[('everyone', 'Everyone'), ('advisers', 'Advisers, to learn from each other')], default='everyone', max_length=10),
        ),
        migrations.AddField(
            model_name='Network',
            name='first_look',
            field=models.CharField(choices=[('nobody', "Nobody's: posts are there at once"), ('newcomers', 'The first posts of who is new'), ('everyone', "Everybody's")], default='nobody', max_length=10),
        ),
        migrations.AddField(
            model_name='Network',
            name='is_sensitive',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='Network',
            name='area',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='networks', to='people.area'),
        ),
        migrations.AddField(
            model_name='Network',
            name='languages',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='Network',
            name='review_told_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Network',
            name='topics',
            field=models.ManyToManyField(blank=True, related_name='networks', to='people.topic'),
        ),
        migrations.AddField(
            model_name='Membership',
            name='is_leader',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='Membership',
            name='trained_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='Membership',
            name='state',
            field=models.CharField(choices=[('asked', 'Waiting for a host'), ('joined', 'Joined'), ('refused', 'Not this time'), ('left', 'Left'), ('removed', 'Taken out by a moderator'), ('banned', 'May not come back')], max_length=10),
        ),
        migrations.AddField(
            model_name='Membership',
            name='agreed_version',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='Membership',
            name='posts_let_through',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='Membership',
            name='muted_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Membership',
            name='digest',
            field=models.CharField(choices=[('quiet', 'Never'), ('daily', 'Every day on which there is something new'), ('weekly', 'Once a week')], default='quiet', max_length=10),
        ),
        migrations.AddField(
            model_name='Membership',
            name='digested_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Membership',
            name='visited_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Thread',
            name='kind',
            field=models.CharField(choices=[('talk', 'Talk'), ('ask', 'Ask or offer'), ('event', 'Event or course'), ('decision', 'Decision'), ('private', 'Between a few')], default='talk', max_length=10),
        ),
        migrations.AddField(
            model_name='Thread',
            name='standing',
            field=models.CharField(choices=[('waiting', 'A moderator reads it first'), ('shown', 'There for all'), ('held', 'Kept back until somebody has looked'), ('hidden', 'Hidden by a moderator'), ('withdrawn', 'Taken back by its writer')], default='shown', max_length=10),
        ),
        migrations.AddField(
            model_name='Thread',
            name='sensitive_note',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='Thread',
            name='is_announcement',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='Thread',
            name='announced_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Thread',
            name='pinned_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Thread',
            name='closed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Thread',
            name='answer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.post'),
        ),
        migrations.AddField(
            model_name='Post',
            name='edited_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Post',
            name='appeared_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='Post',
            name='state',
            field=models.CharField(choices=[('waiting', 'A moderator reads it first'), ('shown', 'There for all'), ('held', 'Kept back until somebody has looked'), ('hidden', 'Hidden by a moderator'), ('withdrawn', 'Taken back by its writer')], default='shown', max_length=10),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='networks.network')),
                ('version', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('why', models.CharField(blank=True, max_length=300)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.membership')),
                ('begins_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['network_id', '-version'],
                'constraints': [models.UniqueConstraint(fields=('network', 'version'), name='networks_one_agreement_per_version')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Ask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thread', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='ask', to='networks.thread')),
                ('kind', models.CharField(choices=[('ask', 'I need a hand'), ('offer', 'I can give a hand')], max_length=10)),
                ('way', models.CharField(choices=[('here', 'In writing, here'), ('public_place', 'In a public place'), ('video', 'By video call')], default='here', max_length=20)),
                ('where', models.CharField(blank=True, max_length=120)),
                ('needed_by', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('open', 'Open'), ('taken', 'Somebody said yes'), ('done', 'Done'), ('withdrawn', 'Taken back')], default='open', max_length=10)),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='taken', to='networks.membership')),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('talk', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='talk_of', to='networks.thread')),
                ('thanked_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.post')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'open'), _negated=True), models.Q(('taken_at', None), ('taken_by', None), ('talk', None)), _connector='OR'), name='networks_nobody_has_an_open_ask'), models.CheckConstraint(condition=models.Q(('way', 'public_place'), ('where', ''), _connector='OR'), name='networks_a_place_only_where_people_meet')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thread', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='decision', to='networks.thread')),
                ('kind', models.CharField(choices=[('single', 'A poll: choose one'), ('many', 'A poll: choose any number'), ('ranked', 'A poll: put them in order'), ('consent', 'A proposal that stands unless somebody objects with a reason'), ('budget', 'A sum of money for projects'), ('petition', 'A petition to the service')], max_length=10)),
                ('is_secret', models.BooleanField(default=True)),
                ('opened_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Counted'), ('answered', 'Answered'), ('withdrawn', 'Taken back')], default='open', max_length=10)),
                ('total', models.PositiveBigIntegerField(blank=True, null=True)),
                ('signatures_needed', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('answer_due_on', models.DateField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answer', models.TextField(blank=True)),
                ('result', models.JSONField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_because', models.TextField(blank=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'open')), fields=['closes_at'], name='networks_open_decisions')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'budget'), ('total__gt', 0), ('total__isnull', False)), models.Q(models.Q(('kind', 'budget'), _negated=True), ('total__isnull', True)), _connector='OR'), name='networks_only_a_budget_has_a_sum'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'petition'), ('signatures_needed__gt', 0), ('signatures_needed__isnull', False)), models.Q(models.Q(('kind', 'petition'), _negated=True), ('signatures_needed__isnull', True)), _connector='OR'), name='networks_only_a_petition_needs_signatures'), models.CheckConstraint(condition=models.Q(('is_secret', True), ('kind', 'consent'), _negated=True), name='networks_consent_is_open'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opened_at'))), name='networks_decisions_take_time')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='networks.membership')),
                ('thread', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='networks.thread')),
                ('title', models.CharField(blank=True, max_length=150)),
                ('body', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-saved_at'],
                'constraints': [models.UniqueConstraint(fields=('membership', 'thread'), name='networks_one_draft_of_a_reply'), models.UniqueConstraint(condition=models.Q(('thread', None)), fields=('membership',), name='networks_one_draft_of_a_beginning')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='EarlierPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier', to='networks.post')),
                ('body', models.TextField()),
                ('until', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thread', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='event', to='networks.thread')),
                ('kind', models.CharField(choices=[('meeting', 'A meeting'), ('course', 'A course of several sessions')], max_length=10)),
                ('way', models.CharField(choices=[('in_person', 'Face to face, in a public place'), ('phone', 'By phone'), ('video', 'By video call'), ('here', 'In writing, here')], max_length=10)),
                ('where', models.CharField(blank=True, max_length=200)),
                ('how_to_join', models.CharField(blank=True, max_length=500)),
                ('materials', models.TextField(blank=True)),
                ('capacity', models.PositiveSmallIntegerField()),
                ('places_taken', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('cancelled', 'Cancelled')], default='planned', max_length=10)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('leaders', models.ManyToManyField(related_name='leads', to='networks.membership')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('places_taken__lte', models.F('capacity'))), name='networks_event_not_overfull'), models.CheckConstraint(condition=models.Q(('capacity__gte', 1)), name='networks_event_has_a_place')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Following',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followings', to='networks.membership')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followings', to='networks.thread')),
                ('since', models.DateTimeField()),
                ('told_seq', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('membership', 'thread'), name='networks_followed_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='network_ideas', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=80)),
                ('purpose', models.TextField()),
                ('agreement', models.TextField()),
                ('joining', models.CharField(choices=[('open', 'Anyone may join'), ('request', 'A host says yes first'), ('invitation', 'By invitation'), ('hidden', 'By invitation, and nobody else sees that it is there')], max_length=10)),
                ('host_name', models.CharField(max_length=60)),
                ('why', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('asked', 'Waiting for a coordinator'), ('founded', 'Founded'), ('declined', 'Not this time'), ('withdrawn', 'Taken back')], default='asked', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('network', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='idea', to='networks.network')),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='networks.network')),
                ('code', models.CharField(max_length=40, unique=True)),
                ('note', models.CharField(blank=True, max_length=80)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='networks.membership')),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('may_be_used', models.PositiveSmallIntegerField(default=1)),
                ('used', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('used__lte', models.F('may_be_used'))), name='networks_no_invitation_overused')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='networks.post')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='networks.membership')),
                ('is_named', models.BooleanField(default=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('post', 'membership'), name='networks_one_mention_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Muting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mutings', to='networks.membership')),
                ('thread', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.thread')),
                ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.membership')),
                ('word', models.CharField(blank=True, max_length=40)),
                ('since', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('membership', 'thread'), name='networks_a_thread_muted_once'), models.UniqueConstraint(fields=('membership', 'member'), name='networks_a_member_muted_once'), models.UniqueConstraint(condition=models.Q(('word', ''), _negated=True), fields=('membership', 'word'), name='networks_a_word_muted_once'), models.CheckConstraint(condition=models.Q(models.Q(('member', None), ('thread__isnull', False), ('word', '')), models.Q(('member__isnull', False), ('thread', None), ('word', '')), models.Q(('member', None), ('thread', None), models.Q(('word', ''), _negated=True)), _connector='OR'), name='networks_muting_is_of_one_thing')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='NotForMe',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.network')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'network'), name='networks_not_for_me_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('name', models.CharField(max_length=100)),
                ('kind', models.CharField(choices=[('picture', 'Picture'), ('pdf', 'PDF')], max_length=10)),
                ('size', models.PositiveIntegerField()),
                ('width', models.PositiveSmallIntegerField(default=0)),
                ('height', models.PositiveSmallIntegerField(default=0)),
                ('sha256', models.CharField(max_length=64)),
                ('file', models.FileField(upload_to='')),
                ('preview', models.FileField(blank=True, upload_to='')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='networks.post')),
                ('alt', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Reaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reactions', to='networks.post')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reactions', to='networks.membership')),
                ('kind', models.CharField(choices=[('thanks', 'Thank you'), ('same', 'Same here'), ('thinking', 'Thinking of you')], max_length=10)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('post', 'by', 'kind'), name='networks_one_reaction_of_a_kind')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='networks.membership')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='networks.thread')),
                ('seq', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('membership', 'thread'), name='networks_one_reading_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='networks.network')),
                ('title', models.CharField(max_length=150)),
                ('body', models.TextField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('changed_at', models.DateTimeField()),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.membership')),
                ('reviewed_on', models.DateField(blank=True, null=True)),
                ('review_due_on', models.DateField(blank=True, null=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['title', 'pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='networks.network')),
                ('name', models.CharField(max_length=30)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('network', 'name'), name='networks_one_tag_per_name')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ThreadPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='networks.thread')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places_in_threads', to='networks.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('thread', 'membership'), name='networks_one_place_in_a_thread')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ballots', to='networks.decision')),
                ('choices', models.JSONField()),
                ('voter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ballots', to='networks.membership')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('voter__isnull', False)), fields=('decision', 'voter'), name='networks_one_open_ballot_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Consequence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consequences', to='networks.decision')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('words', models.TextField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='objections', to='networks.decision')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='networks.membership')),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='objection', to='networks.post')),
                ('at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('decision', 'by'), name='networks_one_objection_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='networks.decision')),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('words', models.TextField(blank=True)),
                ('cost', models.PositiveBigIntegerField(blank=True, null=True)),
            ],
            options={
                'ordering': ['decision_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('decision', 'number'), name='networks_one_option_per_number')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ResourceLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('resource', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='networks.resource')),
                ('url', models.URLField(max_length=500)),
                ('health', models.CharField(choices=[('unknown', 'Not looked at yet'), ('fine', 'Leads somewhere'), ('broken', 'Leads nowhere')], default='unknown', max_length=10)),
                ('finding', models.CharField(blank=True, max_length=100)),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('times_failed', models.PositiveSmallIntegerField(default=0)),
                ('failing_since', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('resource', 'url'), name='networks_one_link_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ResourceVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('resource', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='networks.resource')),
                ('version', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=150)),
                ('body', models.TextField()),
                ('why', models.CharField(blank=True, max_length=150)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='networks.membership')),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['resource_id', '-version'],
                'constraints': [models.UniqueConstraint(fields=('resource', 'version'), name='networks_one_page_per_version')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='networks.event')),
                ('uid', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(blank=True, max_length=120)),
                ('begins_at', models.DateTimeField(db_index=True)),
                ('ends_at', models.DateTimeField()),
                ('materials', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['event_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('event', 'number'), name='networks_one_session_per_number'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='networks_sessions_end_later')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Voted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voted', to='networks.decision')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('decision', 'person'), name='networks_one_person_one_vote')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='networks.event')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='event_places', to='networks.membership')),
                ('state', models.CharField(choices=[('waiting', 'On the waiting list'), ('going', 'Has a place'), ('gone', 'Does not come')], max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('reminded_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.session')),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('event', 'membership'), name='networks_one_place_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='networks.session')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='networks.place')),
                ('came', models.BooleanField()),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='networks.membership')),
                ('noted_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('session', 'place'), name='networks_one_attendance_each')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='feedback', to='networks.place')),
                ('helped', models.PositiveSmallIntegerField()),
                ('words', models.TextField(blank=True)),
                ('given_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('helped__range', (1, 5))), name='networks_helped_one_to_five')],
                'indexes': [],
            },
        ),
        migrations.AddField(
            model_name='Thread',
            name='tags',
            field=models.ManyToManyField(blank=True, related_name='threads', to='networks.tag'),
        ),
        migrations.AddIndex(
            model_name='Thread',
            index=models.Index(fields=['network', 'kind', '-last_at', '-id'], name='networks_th_network_997391_idx'),
        ),
        migrations.AddIndex(
            model_name='Thread',
            index=models.Index(condition=models.Q(('pinned_at__isnull', False)), fields=['network'], name='networks_pinned'),
        ),
        migrations.AddIndex(
            model_name='Post',
            index=models.Index(condition=models.Q(('state__in', ['waiting', 'held', 'hidden'])), fields=['thread'], name='networks_posts_kept_back'),
        ),
    ]
