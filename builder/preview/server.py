"""Serves the site of the moment on loopback and tells open pages when there is a newer one."""

from __future__ import annotations

import asyncio
import mimetypes
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from builder.preview.network import HOST_NAMES
from builder.preview.site import (
    SCRIPT_PATH,
    STYLE_PATH,
    Site,
    find_file,
    make_overview,
    read_asset,
)

Follow = Callable[["Stage"], Awaitable[None]]
"""Runs beside the server and puts a new site on the stage whenever there is one."""

GRACE_S = 1
"""How long open connections may hold up the end."""

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_OWN_POLICY = {"Content-Security-Policy": "default-src 'self'; img-src data:"}
_TYPES = {
    ".js": "text/javascript",
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


class Stage:
    """Holds the site of the moment; wakes those who wait when it changes or the show is over."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.is_over = False
        self.failure: Exception | None = None
        self._changed = asyncio.Event()

    def show(self, site: Site) -> None:
        """From now on this site."""
        self.site = site
        self._wake()

    def end(self) -> None:
        """Lets everybody who waits go home."""
        self.is_over = True
        self._wake()

    def fail(self, error: Exception) -> None:
        """Ends the show because it can no longer follow what happens."""
        self.failure = error
        self.end()

    async def wait_for_end(self) -> None:
        """Returns when the show is over."""
        while not self.is_over:
            await self._changed.wait()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def generations(self) -> AsyncIterator[str]:
        """The generation now, then each new one, until the end."""
        while not self.is_over:
            changed = self._changed
            yield self.site.generation
            await changed.wait()


def make_app(stage: Stage, follow: Follow) -> Starlette:
    """The application; ``follow`` runs as long as it does."""

    @asynccontextmanager
    async def live(_app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            task = asyncio.create_task(_run(follow, stage))
            stack.push_async_callback(_cancel, task)
            yield

    async def home(_request: Request) -> Response:
        names = list(stage.site.courses)
        if len(names) == 1:
            return RedirectResponse(f"/{names[0]}/", headers=_HEADERS)
        return _answer(make_overview(stage.site), "index.html", own=True)

    async def course_folder(request: Request) -> Response:
        name = request.path_params["course"]
        if name not in stage.site.courses:
            return _not_found()
        return RedirectResponse(f"/{name}/", headers=_HEADERS)

    async def course_file(request: Request) -> Response:
        name, path = request.path_params["course"], request.path_params["path"]
        view = stage.site.courses.get(name)
        content = find_file(stage.site, name, path)
        if view is None or content is None:
            return _not_found()
        answer = _answer(content, path or "index.html", own=view.files is None)
        if view.files is None:
            return answer
        return _cut(answer, content, request.headers.get("range", ""))

    async def script(_request: Request) -> Response:
        return _answer(read_asset("preview.js"), "preview.js")

    async def style(_request: Request) -> Response:
        return _answer(read_asset("preview.css"), "preview.css")

    async def no_icon(_request: Request) -> Response:
        return Response(status_code=204, headers=_HEADERS)

    async def events(_request: Request) -> Response:
        async def stream() -> AsyncIterator[str]:
            async for generation in stage.generations():
                yield f"data: {generation}\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream", headers=_HEADERS)

    return Starlette(
        routes=[
            Route("/", home),
            Route(SCRIPT_PATH, script),
            Route(STYLE_PATH, style),
            Route("/__preview/events", events),
            Route("/favicon.ico", no_icon),
            Route("/{course}", course_folder),
            Route("/{course}/{path:path}", course_file),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(HOST_NAMES), www_redirect=False)
        ],
        lifespan=live,
    )


def _answer(content: bytes, path: str, *, own: bool = False) -> Response:
    ending = "." + path.rpartition(".")[2]
    kind = _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return Response(content, media_type=kind, headers=_HEADERS | (_OWN_POLICY if own else {}))


def _cut(whole: Response, content: bytes, asked: str) -> Response:
    """The part that a browser asks for: some play films only in parts (RFC 9110 §14.2).

    Anything but one range of bytes that lies in the file is answered with all of it.
    """
    whole.headers["Accept-Ranges"] = "bytes"
    found = _RANGE.fullmatch(asked.strip())
    if found is None or not any(found.groups()):
        return whole
    size = len(content)
    first = int(found[1]) if found[1] else max(0, size - int(found[2]))
    last = min(int(found[2]), size - 1) if found[1] and found[2] else size - 1
    if first > last:
        return whole
    part = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {first}-{last}/{size}"}
    return Response(
        content[first : last + 1], 206, headers=_HEADERS | part, media_type=whole.media_type
    )


def _not_found() -> Response:
    return Response("404\n", 404, headers=_HEADERS, media_type="text/plain")


async def _run(follow: Follow, stage: Stage) -> None:
    try:
        await follow(stage)
    except Exception as error:
        stage.fail(error)


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


class _Server(uvicorn.Server):
    """Ends the streams of open pages at the first Ctrl-C, so that nothing holds up the end."""

    def __init__(self, config: uvicorn.Config, stage: Stage) -> None:
        super().__init__(config)
        self._stage = stage
        self._loop: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        leaving = asyncio.create_task(self._leave_at_the_end())
        await super().serve(sockets)
        await _cancel(leaving)

    async def _leave_at_the_end(self) -> None:
        await self._stage.wait_for_end()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stage.end)


def serve(site: Site, follow: Follow, listener: socket.socket) -> None:
    """Serves until Ctrl-C; then returns. Another signal to end has its usual effect.

    Raises what ``follow`` raised: a preview that stands still without a word would be worse.
    """
    stage = Stage(site)
    config = uvicorn.Config(
        make_app(stage, follow),
        log_level="critical",
        access_log=False,
        lifespan="on",
        timeout_graceful_shutdown=GRACE_S,
    )
    with suppress(KeyboardInterrupt):
        _Server(config, stage).run(sockets=[listener])
    if stage.failure is not None:
        raise stage.failure


__all__ = ["Follow", "Stage", "make_app", "serve"]
