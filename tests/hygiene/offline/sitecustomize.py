"""Put this folder on PYTHONPATH: Python and all that it starts then has no network (R-31).

Python imports a module of this name at its start, in every process. Sockets within the machine
(AF_UNIX, with which processes of one program talk) stay.
"""

from __future__ import annotations

import sys
from typing import Any

REFUSED = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind")
NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in NAMES or (event in REFUSED and isinstance(arguments[1], tuple)):
        raise PermissionError(f"no network: {event}")


# An audit hook is called by the interpreter itself, whichever library asks, and cannot be removed.
sys.addaudithook(_refuse)
