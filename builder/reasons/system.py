"""Why the operating system refused: a reason and what to do about it, by ``errno``."""

from __future__ import annotations

import errno
from typing import NamedTuple

from builder.i18n import mark, translate


class Refusal(NamedTuple):
    """``reason`` ends a sentence after a colon, ``fix`` is an order; both without a full stop."""

    reason: str
    fix: str


_NO_RIGHT = Refusal(
    mark("you do not have the right to do that"),
    mark("ask the owner or your administrator for the right, or use a folder of your own"),
)
_FULL = Refusal(
    mark("the disk is full"),
    mark("make room on the disk, or choose a folder on another disk"),
)
_IN_USE = Refusal(
    mark("another program is using it"),
    mark("close the other program, then try again"),
)
_GONE = Refusal(
    mark("the disk or the network drive cannot be reached"),
    mark("look whether the disk or the network is connected, then try again"),
)
_TOO_MANY_OPEN = Refusal(
    mark("too many files are open at the same time"),
    mark("close other programs, then try again"),
)
_BUSY = Refusal(
    mark("the computer has no room for it at this moment"),
    mark("close other programs, then try again"),
)
_IN_THE_WAY = Refusal(
    mark("a file stands where a folder should be"),
    mark("remove that file or give it another name, or choose another folder"),
)
_NAME = Refusal(
    mark("this disk does not allow such a name"),
    mark("choose a shorter name of small letters, digits and hyphens"),
)
_ADDRESS = Refusal(
    mark("this address is in use by another program, or it is not allowed"),
    mark("end the other program, or name another port with --port"),
)
_UNKNOWN_FIX = mark("try again; if it goes wrong again, show this message to your administrator")

_REFUSALS = {
    errno.EACCES: _NO_RIGHT,
    errno.EADDRINUSE: _ADDRESS,
    errno.EADDRNOTAVAIL: _ADDRESS,
    errno.EAGAIN: _BUSY,
    errno.EBUSY: _IN_USE,
    errno.EDQUOT: Refusal(
        mark("you have used all the room that you may use on this disk"),
        mark("remove files that you no longer need, or choose a folder on another disk"),
    ),
    errno.EEXIST: _IN_THE_WAY,
    errno.EFBIG: Refusal(
        mark("the file becomes larger than this computer allows"),
        mark("have the limit raised (ulimit -f), or choose a folder on another disk"),
    ),
    errno.EILSEQ: _NAME,
    errno.EIO: Refusal(
        mark("the disk gives an error"),
        mark("try again; if it goes wrong again, copy your files to another disk"),
    ),
    errno.EISDIR: Refusal(
        mark("a folder stands where a file should be"),
        mark("remove that folder or give it another name"),
    ),
    errno.ELOOP: Refusal(
        mark("its symbolic links lead round in a circle"),
        mark("remove the symbolic link, or make it point to a real file"),
    ),
    errno.EMFILE: _TOO_MANY_OPEN,
    errno.ENAMETOOLONG: _NAME,
    errno.ENFILE: _TOO_MANY_OPEN,
    errno.ENODEV: _GONE,
    errno.ENOENT: Refusal(
        mark("the file or folder does not exist, or does no longer"),
        mark("look whether the name is right, then try again"),
    ),
    errno.ENOMEM: Refusal(
        mark("this computer has not enough memory for it"),
        mark("close other programs, then try again"),
    ),
    errno.ENOSPC: _FULL,
    errno.ENOTCONN: _GONE,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.ENXIO: _GONE,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: Refusal(
        mark("this disk can only be read"),
        mark("choose a folder on another disk"),
    ),
    errno.ESTALE: _GONE,
    errno.ETIMEDOUT: _GONE,
    errno.ETXTBSY: _IN_USE,
}


def say_refusal(number: int, original: str) -> Refusal:
    """Reason and fix for an ``errno``; for one that has no words here ``original`` is quoted."""
    known = _REFUSALS.get(number)
    if known is None:
        quoted = translate("the system says “{original}”").format(original=original)
        return Refusal(quoted, translate(_UNKNOWN_FIX))
    return Refusal(translate(known.reason), translate(known.fix))
