"""A consumer as tutorials have it: a group for each conversation, one insert and one `group_send` for each message."""

from typing import Any

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer

from .models import Message


class Talk(AsyncJsonWebsocketConsumer):  # type: ignore[misc]
    async def connect(self) -> None:
        self.user = self.scope["user"]
        if not self.user.is_authenticated:
            await self.close()
            return
        self.conversations = await self._conversations()
        for conversation in self.conversations:
            await self.channel_layer.group_add(f"conversation.{conversation}", self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        for conversation in getattr(self, "conversations", ()):
            await self.channel_layer.group_discard(f"conversation.{conversation}", self.channel_name)

    async def receive_json(self, content: dict[str, Any], **kwargs: Any) -> None:
        if content["conversation"] not in self.conversations:
            return
        message = await self._keep(content["conversation"], content["body"])
        await self.send_json({"type": "posted", "client_id": content["client_id"], "message": message.pk})
        event = {
            "type": "message.posted",
            "id": message.pk,
            "conversation": message.conversation_id,
            "client_id": content["client_id"],
            "author": self.user.pk,
            "name": self.user.username,
            "body": message.body,
            "sent_at": message.sent_at.isoformat(),
        }
        await self.channel_layer.group_send(f"conversation.{message.conversation_id}", event)

    async def message_posted(self, event: dict[str, Any]) -> None:
        await self.send_json(event)

    @database_sync_to_async  # type: ignore[untyped-decorator]
    def _conversations(self) -> set[int]:
        return set(self.user.conversations.values_list("pk", flat=True))

    @database_sync_to_async  # type: ignore[untyped-decorator]
    def _keep(self, conversation: int, body: str) -> Message:
        return Message.objects.create(conversation_id=conversation, author=self.user, body=body)
