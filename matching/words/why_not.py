"""Why not this helper, and what would open more, said to a coordinator."""

from collections.abc import Sequence

from matching.engine import Obstacle
from matching.engine.questions.difference import Difference
from matching.engine.questions.why_not import Because, WhyNot
from matching.words.suggestions import LANGUAGE_NAMES, WAY_WORDS
from people.vocabulary import Way

# Each rule about one helper, after "They cannot be a pair:".
RULES = {
    Obstacle.KIND: "The helper is not the kind of person that was asked for (adviser or peer).",
    Obstacle.VETTING: "The checks of the helper are not in date.",
    Obstacle.BLOCKED: "A block keeps the two apart.",
    Obstacle.CONFLICT: "The two are too close to each other.",
    Obstacle.AVOIDED: "The helper is on the list of people to avoid.",
    Obstacle.DECLINED_BEFORE: "It was tried before: declined, set aside, or stopped.",
    Obstacle.AGE_GROUP: "The helper works with other age groups.",
    Obstacle.LANGUAGE: "They share no language.",
    Obstacle.HOURS: "They are free at different times.",
    Obstacle.WAY: "They share no way of talking.",
    Obstacle.GENDER: "The helper is not of the gender that is needed.",
    Obstacle.TOPIC: "The helper knows about other topics.",
}

# What could be wider, after "If": what the person could say otherwise.
WIDER = {
    Obstacle.KIND: "an adviser or a peer were both fine",
    Obstacle.AVOIDED: "they would meet somebody on their list of people to avoid",
    Obstacle.DECLINED_BEFORE: "they would look again at somebody who was declined or set aside",
    Obstacle.LANGUAGE: "they could also talk in {value}",
    Obstacle.HOURS: "they were free at other times too",
    Obstacle.WAY: "they could also talk {value}",
    Obstacle.GENDER: "the gender were a wish and not a must",
    Obstacle.TOPIC: "they named other topics too",
}


def because(found: WhyNot, member: str, helper: str, *, taken: int) -> str:
    """The answer in a sentence or two; `taken` is how many people the helper has."""
    names = {"member": member, "helper": helper, "taken": taken}
    if found.difference is None:
        return SIMPLE[found.because].format(**names)
    return f"With {helper} for {member}, {lost(found.because, found.difference)}"


SIMPLE = {
    Because.THEY_ARE_PAIRED: "In a round now, {helper} would be proposed to {member}.",
    Because.NO_SUCH_PAIR: "{member} and {helper} cannot be a pair.",
    Because.LOCKED_WITH_ANOTHER: "{member} is kept with somebody else.",
    Because.HELPER_HAS_NO_PLACE: "{helper} has no free place: {taken} taken or kept for somebody who is deciding.",
    Because.BELOW_SET_FLOOR: "{member} and {helper} fit less well than this round allows.",
    Because.SOMEBODY_FITS_BETTER: "{member} or {helper} has somebody they fit better, and nobody is to rather swap.",
}


def lost(why: Because, found: Difference) -> str:
    """What a plan with the pair would lose."""
    before, after = found.before, found.after
    if why is Because.FEWER_PLACED:
        fewer = before.placed - after.placed
        return f"{fewer} {'person' if fewer == 1 else 'people'} fewer would have a place."
    if why is Because.LOWER_FLOOR:
        return (
            f"somebody would be worse off than anybody is now: {after.floor:,} points for the worst-off "
            f"instead of {before.floor:,}, waiting counted."
        )
    if why is Because.LOWER_TOTAL:
        less = f"{before.net - after.net:,} points less, of {before.net:,}"
        return f"all together would have {less}, with the load of helpers counted."
    return "it would be just as good. Between equals who has waited longer comes first, and then chance decides."


def wider(obstacle: Obstacle, value: str) -> str:
    """One wish made wider; `value` is the language or the way of talking it would be widened by."""
    if obstacle is Obstacle.LANGUAGE:
        return WIDER[obstacle].format(value=LANGUAGE_NAMES.get(value, value))
    if obstacle is Obstacle.WAY:
        return WIDER[obstacle].format(value=WAY_WORDS[Way(value)])
    return WIDER[obstacle]


def together(wishes: Sequence[str]) -> str:
    """Several wishes as one condition."""
    return f"If {' and '.join(wishes)}"
