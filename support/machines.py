"""How what two people do together moves from state to state."""

from people.states import Machine
from support.models import Agreement, Appointment, Budget, CheckIn, Goal, Spending, Step, StepDown

AGREEMENT = Machine(
    name="support.agreement",
    start=Agreement.State.PROPOSED,
    moves={
        Agreement.State.PROPOSED: [Agreement.State.IN_FORCE, Agreement.State.WITHDRAWN],
        Agreement.State.IN_FORCE: [Agreement.State.REPLACED],
        Agreement.State.REPLACED: [],
        Agreement.State.WITHDRAWN: [],
    },
)

# Whatever became of a goal or a step, it can be taken up again.
GOAL = Machine(
    name="support.goal",
    start=Goal.State.PROPOSED,
    moves={
        Goal.State.PROPOSED: [Goal.State.ACTIVE, Goal.State.REACHED, Goal.State.LET_GO],
        Goal.State.ACTIVE: [Goal.State.REACHED, Goal.State.LET_GO],
        Goal.State.REACHED: [Goal.State.ACTIVE],
        Goal.State.LET_GO: [Goal.State.ACTIVE],
    },
)

STEP = Machine(
    name="support.step",
    start=Step.State.OPEN,
    moves={
        Step.State.OPEN: [Step.State.DONE, Step.State.LET_GO],
        Step.State.DONE: [Step.State.OPEN],
        Step.State.LET_GO: [Step.State.OPEN],
    },
)

# Whoever takes back an answer has skipped: what they said is gone.
CHECK_IN = Machine(
    name="support.checkin",
    start=CheckIn.State.ASKED,
    moves={
        CheckIn.State.ASKED: [CheckIn.State.ANSWERED, CheckIn.State.SKIPPED, CheckIn.State.LAPSED],
        CheckIn.State.ANSWERED: [CheckIn.State.SKIPPED],
        CheckIn.State.SKIPPED: [],
        CheckIn.State.LAPSED: [],
    },
)


# What was noted by mistake can be put right: whether it took place is no judgement on anybody.
APPOINTMENT = Machine(
    name="support.appointment",
    start=Appointment.State.BOOKED,
    moves={
        Appointment.State.BOOKED: [Appointment.State.CANCELLED, Appointment.State.HELD, Appointment.State.MISSED],
        Appointment.State.HELD: [Appointment.State.MISSED],
        Appointment.State.MISSED: [Appointment.State.HELD],
        Appointment.State.CANCELLED: [],
    },
)

STEP_DOWN = Machine(
    name="support.stepdown",
    start=StepDown.State.PROPOSED,
    moves={
        StepDown.State.PROPOSED: [StepDown.State.AGREED, StepDown.State.CALLED_OFF],
        StepDown.State.AGREED: [StepDown.State.CALLED_OFF, StepDown.State.DONE],
        StepDown.State.CALLED_OFF: [],
        StepDown.State.DONE: [],
    },
)

BUDGET = Machine(
    name="support.budget",
    start=Budget.State.PROPOSED,
    moves={
        Budget.State.PROPOSED: [Budget.State.AGREED, Budget.State.DECLINED],
        Budget.State.AGREED: [Budget.State.CLOSED],
        Budget.State.DECLINED: [],
        Budget.State.CLOSED: [],
    },
)

SPENDING = Machine(
    name="support.spending",
    start=Spending.State.WAITING,
    moves={
        Spending.State.WAITING: [Spending.State.APPROVED, Spending.State.REFUSED, Spending.State.TAKEN_BACK],
        Spending.State.APPROVED: [Spending.State.TAKEN_BACK],
        Spending.State.REFUSED: [],
        Spending.State.TAKEN_BACK: [],
    },
)
