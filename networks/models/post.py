"""What members wrote in a thread, its earlier words, pictures, mentions and what others felt about it."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from messaging.models.kept_file import KeptFile
from networks.models.membership import Membership
from networks.models.standing import FOR_ALL, Standing
from networks.models.thread import Thread
from people.models import Person
from safeguarding.queries import blocked_ids


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, viewer: Person) -> "PostQuerySet":
        """Those of the threads one sees, except by someone with whom there is a block.

        What is kept back is seen by its author and by the hosts.
        """
        hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
        readable = Q(state__in=FOR_ALL) | Q(author__person=viewer) | Q(thread__network__in=hosted)
        inside = self.filter(readable, thread__in=Thread.objects.visible_to(viewer))
        return inside.exclude(author__person__in=blocked_ids(viewer))

    def for_all(self) -> "PostQuerySet":
        return self.filter(state__in=FOR_ALL)

    def there_after(self, moment: datetime | F) -> "PostQuerySet":
        """What others could not read before then: posted since, or let through since."""
        return self.filter(Q(posted_at__gt=moment) | Q(appeared_at__gt=moment))


class Post(models.Model):
    """What a member of the network wrote in a thread; the first post opens it."""

    State = Standing

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    seq = models.PositiveIntegerField()
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="posts")
    client_id = models.UUIDField()
    body = models.TextField()
    posted_at = models.DateTimeField()
    # When others could read it at last, where it was kept back from the beginning.
    appeared_at = models.DateTimeField(null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=Standing)

    # Set on a post just written or changed, when its words make one think of the writer: help is shown to them at once.
    calls_for_help = False
    # Whether it was written just now, and not by an earlier copy of the same request.
    is_new = False

    objects = PostQuerySet.as_manager()

    class Meta:
        # Not "thread", which would sort by the activity of the thread first.
        ordering = ["thread_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "seq"], name="networks_one_post_per_seq"),
            models.UniqueConstraint(fields=["author", "client_id"], name="networks_one_post_per_client_id"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="networks_posts_count_from_one"),
        ]
        indexes = [
            # What is kept back is rare, and every count leaves it out.
            models.Index(
                fields=["thread"],
                condition=Q(state__in=["waiting", "held", "hidden"]),
                name="networks_posts_kept_back",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread}, post {self.seq}"


class EarlierPost(models.Model):
    """What a post said until then; for its author and for those who moderate."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="earlier")
    body = models.TextField()
    until = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.post} until {self.until}"


class Reaction(models.Model):
    """What somebody felt about a post, in one of three ways."""

    class Kind(models.TextChoices):
        THANKS = "thanks", "Thank you"
        SAME = "same", "Same here"
        THINKING = "thinking", "Thinking of you"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions")
    by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["post", "by", "kind"], name="networks_one_reaction_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} for {self.post}"


class MentionQuerySet(models.QuerySet["Mention"]):
    def named(self) -> "MentionQuerySet":
        """Those whose name still stands in the post."""
        return self.filter(is_named=True)


class Mention(models.Model):
    """A post names somebody with an @ and the name they have in the network.

    Of one that was edited out a row stays where its person was told, so that nobody is told twice.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="mentions")
    is_named = models.BooleanField(default=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "membership"], name="networks_one_mention_each")]

    def __str__(self) -> str:
        return f"{self.membership} in {self.post}"


class PictureQuerySet(models.QuerySet["Picture"]):
    def visible_to(self, viewer: Person) -> "PictureQuerySet":
        """Whoever may read the post sees its pictures, until it is taken back; of a hidden one nobody does."""
        readable = Post.objects.visible_to(viewer).exclude(state__in=[Standing.WITHDRAWN, Standing.HIDDEN])
        return self.filter(post__in=readable)


class Picture(KeptFile):
    """A picture in a post, made anew from what was sent."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="pictures")
    # What is to be seen on it, for who does not see it.
    alt = models.CharField(max_length=200, blank=True)

    objects = PictureQuerySet.as_manager()

    class Meta(KeptFile.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.name} in {self.post}"
