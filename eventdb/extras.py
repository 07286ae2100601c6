"""Packages that only some formats need, and that are installed with an extra of eventdb."""

from collections.abc import Iterator
from contextlib import contextmanager

from eventdb.errors import MissingExtra


@contextmanager
def requires(extra: str) -> Iterator[None]:
    """Around the imports that an extra brings.

    Raises:
        MissingExtra: "… install it with: pip install 'eventdb[html]'".
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(
            f"the package {error.name} is missing; install it with: pip install 'eventdb[{extra}]'"
        ) from error
