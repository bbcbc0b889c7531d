"""A personal budget: an agreed sum for a plan, what was spent of it, and the receipts. Money is whole pence."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet

from matching.models import Pairing
from messaging.models.kept_file import KeptFile
from people.models import Person


class BudgetQuerySet(models.QuerySet["Budget"]):
    def open(self) -> "BudgetQuerySet":
        """Of which something is or may be spent."""
        return self.filter(state__in=[Budget.State.PROPOSED, Budget.State.AGREED])

    def visible_to(self, viewer: Person) -> "BudgetQuerySet":
        """The two of the pairing, and the coordinators of the member."""
        theirs = Q(pairing__request__person=viewer) | Q(pairing__helper__person=viewer)
        coordinated: QuerySet[Person] = Person.objects.coordinated_by(viewer)
        return self.filter(theirs | Q(pairing__request__person__in=coordinated))

    def to_decide(self) -> "BudgetQuerySet":
        """Proposed, or with spending that waits."""
        waiting = Spending.objects.filter(state=Spending.State.WAITING).values("budget")
        return self.filter(Q(state=Budget.State.PROPOSED) | Q(state=Budget.State.AGREED, pk__in=waiting))


class Budget(models.Model):
    """`spent_pence` is the sum of what is approved, and the database holds it to the sum that was agreed.

    It goes on with the member; `pairing` is the one in which it is spent now.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        CLOSED = "closed", "Closed"

    pairing = models.ForeignKey(Pairing, on_delete=models.PROTECT, related_name="budgets")
    purpose = models.CharField(max_length=120)
    plan = models.TextField()
    pence = models.PositiveIntegerField()
    spent_pence = models.PositiveIntegerField(default=0)
    # What costs no more than this needs nobody's approval.
    approves_itself_up_to = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(spent_pence__lte=F("pence")), name="support_never_more_than_agreed"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="support_a_budget_has_a_sum"),
        ]

    def __str__(self) -> str:
        return self.purpose

    @property
    def left_pence(self) -> int:
        return self.pence - self.spent_pence


class SpendingQuerySet(models.QuerySet["Spending"]):
    def visible_to(self, viewer: Person) -> "SpendingQuerySet":
        """Of a budget that the viewer sees; who is alongside the member reads none from before they came."""
        coordinated: QuerySet[Person] = Person.objects.coordinated_by(viewer)
        theirs = Q(budget__pairing__request__person=viewer) | Q(budget__pairing__request__person__in=coordinated)
        return self.filter(theirs | Q(pairing=F("budget__pairing"), pairing__helper__person=viewer))


class Spending(models.Model):
    """One thing that was paid for, while the two of `pairing` were alongside each other."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for approval"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Not approved"
        TAKEN_BACK = "taken_back", "Taken back"

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="spendings")
    pairing = models.ForeignKey(Pairing, on_delete=models.PROTECT, related_name="spendings")
    words = models.CharField(max_length=200)
    pence = models.PositiveIntegerField()
    on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    # Empty where the rule approved it.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = SpendingQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(pence__gt=0), name="support_spending_costs_something")]

    def __str__(self) -> str:
        return self.words


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def visible_to(self, viewer: Person) -> "ReceiptQuerySet":
        return self.filter(spending__in=Spending.objects.visible_to(viewer))


class Receipt(KeptFile):
    """A picture or a PDF that shows what was paid."""

    spending = models.ForeignKey(Spending, on_delete=models.CASCADE, related_name="receipts")

    objects = ReceiptQuerySet.as_manager()

    class Meta(KeptFile.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.name} for {self.spending}"
