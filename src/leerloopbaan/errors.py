"""Errors that a user may meet: one line that says what is wrong and what to do, no values."""

from __future__ import annotations


class LeerloopbaanError(Exception):
    """A refusal or fault that the command line shows as one line.

    `exit_code` follows the public interface: 2 refused, 3 quarantined, 1 any other error.
    """

    exit_code: int = 1

    def __init__(self, message: str, *, remedy: str = "", exit_code: int | None = None) -> None:
        super().__init__(message)
        self.remedy = remedy
        if exit_code is not None:
            self.exit_code = exit_code

    def __str__(self) -> str:
        message = super().__str__()
        between = "\n" if "\n" in message else " "
        return f"{message}{between}{self.remedy}" if self.remedy else message


class SecretError(LeerloopbaanError):
    """A key is missing, malformed or does not open the file."""


class RegisterError(LeerloopbaanError):
    """A protocol register is wrong or has drifted from what is generated from it."""

    exit_code = 2


class RefusedError(LeerloopbaanError):
    """The request is against a rule of the protocol."""

    exit_code = 2


def kind_and_place(error: BaseException) -> str:
    """An unforeseen error without its text, which may hold a value: `KeyError in module:line`."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "?"
    return f"{type(error).__name__} in {place}"
