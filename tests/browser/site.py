"""A loopback web server for the browser tests: unpacked packages, the host page, the run-times."""

from __future__ import annotations

import io
import threading
import zipfile
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = Path(__file__).parent / "host"

MIME = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".webm": "video/webm",
    ".mp4": "video/mp4",
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt",
    ".woff2": "font/woff2",
    ".xml": "text/xml",
    ".xsd": "text/xml",
}


@dataclass
class Site:
    """Files by address; every response carries ``nosniff``, as strict LMSs send it."""

    files: dict[str, bytes] = field(default_factory=dict)
    server: ThreadingHTTPServer | None = None
    origin: str = ""

    def add_package(self, name: str, data: bytes) -> str:
        """Unpacks a zip under ``/pkg/<name>/`` and returns the address of its launch page."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                self.files[f"/pkg/{name}/{member}"] = archive.read(member)
        return f"/pkg/{name}/index.html"

    def start(self) -> str:
        """Starts serving on a free port of the loopback address and returns the origin."""
        files = self.files
        for page in HOST.iterdir():
            files[f"/host/{page.name}"] = page.read_bytes()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                data = files.get(path)
                self.send_response(200 if data is not None else 404)
                suffix = "." + path.rsplit(".", 1)[-1]
                self.send_header("Content-Type", MIME.get(suffix, "application/octet-stream"))
                self.send_header("X-Content-Type-Options", "nosniff")
                self.send_header("Cache-Control", "no-store")
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Keeps the test output quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def stop(self) -> None:
        """Ends the server."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
