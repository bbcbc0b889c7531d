"""What the manual says beyond what the classes of the protocol say of themselves; tests hold it complete."""

from collections.abc import Mapping

# What each part of a frame means, wherever it stands.
PARTS: Mapping[str, str] = {
    "body": "The words, up to 10,000 characters. Blank ends are taken off; every line ends in a plain newline.",
    "client_id": "Made by the device for each message; stays the same when the message is sent again.",
    "code": "What was wrong, for programs.",
    "conversation": "The id of the conversation.",
    "conversations": "By the id of the conversation.",
    "help": "There when the writer may want help now: show them where to turn.",
    "here": "The ids of the others who are here, of those one talks with.",
    "key": "The part of the frame that was wrong.",
    "kind": "`thanks`, `heart`, `smile`, `hug` or `yes`.",
    "message": "The id of the message; in an event the whole of it.",
    "messages": "Whole messages, in the order of their changes.",
    "more": "There is more: ask again from `seq`.",
    "on": "Whether it holds from now on.",
    "person": "The id of the person.",
    "ref": "Up to 64 characters, of the sender's choosing; the answer repeats them.",
    "reply_to": "The id of the message that this one answers.",
    "reset": "The ids of conversations that cannot be brought up to date: load them anew.",
    "sent_at": "When it was kept, in ISO 8601.",
    "seq": "A number of the conversation, as told above.",
    "sure": "Send it as it is, after a first refusal with the code `contact_details`.",
    "unread": "How many messages of others wait to be read, in all conversations.",
    "until": "From when on it may be tried again, in ISO 8601.",
    "why": "What was wrong, in words for people.",
}

# What answers each command when it can be done; each may also be refused, or answered with `rate_limited`.
DONE_WITH: Mapping[str, str] = {
    "post": "posted",
    "edit": "done",
    "withdraw": "done",
    "react": "done",
    "read": "done",
    "typing": "done",
    "resume": "resumed",
    "ping": "pong",
}
NOT_DONE_WITH = ("refused", "rate_limited")

CODES: Mapping[str, str] = {
    "contact_details": "It gives away contact details to a peer. Ask the writer, and send it again with `sure`.",
    "double_key": "One key is there twice.",
    "empty": "There are no words in it.",
    "may_not": "This person may see it, and may still not do this; `why` says what stops it.",
    "missing_key": "A key that the command needs is not there.",
    "no_such_reaction": "A message cannot be taken in this way.",
    "not_an_object": "The frame is JSON, and no object.",
    "not_found": "It does not exist, or is not this person's to see.",
    "not_json": "The frame is not JSON.",
    "not_text": "The frame is not text.",
    "nothing_to_answer": "What it answers is not there any more.",
    "said_before": "This client id belongs to other words. To say these too, make a new one.",
    "too_big": "The frame is larger than 64 KiB.",
    "too_long": "There are too many words in it.",
    "try_again": "Something went wrong on our side. Nothing is lost: send the same again after a pause.",
    "unknown_key": "The command has no such key.",
    "unknown_type": "There is no such command.",
    "unreadable": "There is a character in it that cannot be sent.",
    "wrong_type": "A value is not of the kind that belongs there.",
}
