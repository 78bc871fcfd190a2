"""files.getUploadURLExternal and files.completeUploadExternal: uploads in three steps.

https://docs.slack.dev/messaging/working-with-files#upload
"""

from __future__ import annotations

from typing import Any, Final

from tests.fakes.slack.posting import post
from tests.fakes.slack.records import Channel, Payload, UploadedFile
from tests.fakes.slack.web_api.arguments import Arguments
from tests.fakes.slack.web_api.conversations import channel_of
from tests.fakes.slack.workspace import BOT_USER, DOMAIN, Refused, Workspace


def get_upload_url(workspace: Workspace, arguments: Arguments) -> Payload:
    arguments.required("filename", "length")
    length = int(arguments.text("length"))
    if length <= 0:
        raise Refused("missing_argument")
    file = UploadedFile(workspace.ids.new("F"), arguments.text("filename"), length)
    file.alt_text = arguments.text("alt_txt")
    workspace.files[file.id] = file
    return {"ok": True, "file_id": file.id, "upload_url": f"{workspace.url}/upload/v1/{file.id}"}


def complete_upload(workspace: Workspace, arguments: Arguments) -> Payload:
    given = arguments.value("files")
    if not isinstance(given, list) or not given:
        raise Refused("invalid_arguments")
    files = [_uploaded(workspace, one) for one in given]
    names = [arguments.text("channel_id"), *arguments.text("channels").split(",")]
    for channel in [_channel(workspace, name) for name in names if name]:
        _share(workspace, channel, files, arguments)
    return {"ok": True, "files": [_file_object(file) for file in files]}


def _uploaded(workspace: Workspace, given: Payload) -> UploadedFile:
    file = workspace.files.get(str(given.get("id")))
    if file is None or file.content is None:
        raise Refused("file_not_found")
    file.title = str(given.get("title") or file.name)
    return file


def _channel(workspace: Workspace, name: str) -> Channel:
    if name in workspace.members:
        return workspace.im_with(name)
    channel = channel_of(workspace, name)
    if BOT_USER not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _share(
    workspace: Workspace, channel: Channel, files: list[UploadedFile], arguments: Arguments
) -> None:
    content = {
        "text": arguments.text("initial_comment"),
        "files": [_file_object(file) for file in files],
    }
    post(workspace, channel, content, thread_ts=arguments.text("thread_ts") or None)
    for file in files:
        file.shared_in.append(channel.id)


def _file_object(file: UploadedFile) -> Payload:
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "size": file.length,
        "user": BOT_USER,
        "permalink": f"https://{DOMAIN}.slack.com/files/{BOT_USER}/{file.id}/{file.name}",
    }


METHODS: Final[dict[str, Any]] = {
    "files.getUploadURLExternal": (get_upload_url, "files:write"),
    "files.completeUploadExternal": (complete_upload, "files:write"),
}
