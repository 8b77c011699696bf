"""Whether the terminal is still there: a window that was closed need not tell the app that it is."""

from __future__ import annotations

import os
import signal
import sys


def gone() -> bool:
    """Whether nobody is at the other end of the standard input; False where the system cannot tell."""
    if sys.platform == 'win32':
        return False
    import select

    try:
        poller = select.poll()
        poller.register(0, 0)
        return any(event & select.POLLHUP for _, event in poller.poll(0))
    except (OSError, ValueError, AttributeError):
        return False


def end() -> None:
    """Ends the app as the system does when a terminal closes; its copy for crashes stays."""
    if sys.platform != 'win32':
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGHUP)
