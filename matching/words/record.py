"""The words of the transparency record: what the matcher reads, weighs, forbids and aims at, thing by thing.

Each table has an entry for everything the engine knows; a test fails when the engine learns something that nobody
has put into words here.
"""

from collections.abc import Mapping

# What is read of somebody who asks, by the name of the field in the engine.
OF_WHO_ASKS: Mapping[str, str] = {
    "id": "A number that stands for the request. It decides nothing, except between plans that are equally good.",
    "topics": "What they would like support with, as they ticked it.",
    "languages": "The languages they would like to talk in.",
    "hours": "The parts of a usual week in which they are free, if they said so.",
    "area": "The area they live in, if they said so.",
    "ways": "How they would like to talk: by message, phone, video call or face to face.",
    "wants": "Whether they would like an adviser, a peer, or either.",
    "age_group": "Their age group. Under-18s and adults are never put together as peers.",
    "prefers_gender": "Whether they would rather talk with a woman or with a man, if they said so.",
    "gender_required": "Whether that is a must.",
    "wants_lived_experience": "Whether they would like someone who has been through it themselves.",
    "waited_days": "For how many days they have waited. Declining an offer, stopping or being left never shortens it.",
    "avoids": "Which helpers they named as people to stay away from. The names themselves are not passed on.",
    "ranked": "Which helpers they named as people they would like, first choice first. "
    "The names themselves are not passed on, and nothing says whether there is anybody of a name.",
    "blocked": "Which helpers they are kept apart from, whoever of the two asked for it.",
    "declined_before": "Which helpers were suggested for this request before and are not to be again.",
    "conflicts": "Which helpers are too close to them to help, their own offer of help among them.",
    "groups": "Age group, gender and area once more, only to measure fairness afterwards. "
    "No rule and no score looks at them.",
}

# The same of somebody who offers help.
OF_WHO_HELPS: Mapping[str, str] = {
    "id": "A number that stands for the offer of help. It decides nothing, except between plans that are equally good.",
    "kind": "Adviser or peer.",
    "capacity": "How many more people they can be alongside, less the places kept for somebody who is deciding.",
    "topics": "What they can help with, as they ticked it.",
    "languages": "The languages they talk in.",
    "hours": "The parts of a usual week in which they are free, if they said so.",
    "area": "The area they live in, if they said so.",
    "ways": "How they like to talk.",
    "gender": "Their gender, if they said so. It counts only where somebody asked for a woman or a man.",
    "age_groups": "The age groups they work with.",
    "age_group": "Their own age group, so that under-18s and adults are never put together as peers.",
    "lived_experience": "Whether they have been through some of it themselves.",
    "vetted_until": "Until when their checks are valid.",
    "load": "How many people they are alongside, or kept a place for, so that the work is spread.",
    "minimum": "How many people they wish to have at least.",
    "ranked": "Which members they named as people they would like to be alongside, first choice first. "
    "The names themselves are not passed on, and nothing says whether there is anybody of a name.",
}

# Each rule that forbids a pair, whatever its points.
RULES: Mapping[str, str] = {
    "kind": "An adviser was asked for and this is a peer, or the other way round.",
    "vetting": "The helper’s checks have not been done, or are not valid any more.",
    "blocked": "One of the two has blocked the other.",
    "conflict": "The two are too close to each other; nobody is matched with themselves.",
    "avoided": "The helper has a name that the member asked to stay away from.",
    "declined_before": "One of the two has said no to the other for this request, a coordinator has set the pair "
    "aside, or they have been alongside each other and stopped.",
    "age_group": "The helper does not work with this age group; or they would be peers and one is under 18 "
    "and the other is not, or an age is not known.",
    "language": "They have no language in common.",
    "hours": "They are never free at the same time.",
    "way": "There is no way of talking that both like; face to face only within one area.",
    "gender": "A woman or a man was asked for as a must, and the helper is not, or has not said so.",
    "topic": "The helper helps with none of the things that were named.",
}

# What a plan is to reach, by the name of the objective in the engine.
AIMS: Mapping[str, str] = {
    "placed": "As many people as possible get a place.",
    "floor": "Whoever fits worst is to fit as well as can be.",
    "total": "All fits together are as good as can be, while the work is spread over the helpers.",
    "stable": "No member and helper would both rather have each other than whom they have.",
}
