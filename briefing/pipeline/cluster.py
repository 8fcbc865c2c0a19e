"""Steps 1 and 2 on the machines of a Dask cluster, whose workers come and go.

In: the address of its scheduler. Out: an executor for `build`. A worker has the program and nothing of the user's;
what it is sent holds all that it needs, and says of what program it must be a part. Whatever becomes of the
workers, each answer is that of a build without them, or the build ends with a sentence.
"""

import logging
import pickle
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from briefing.errors import ClusterError, MissingLibraryError, SettingError
from briefing.pipeline.likeness import likeness, refusal
from briefing.pipeline.spread import AHEAD
from briefing.settings import VERSION

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Sent

Result = TypeVar("Result")

SCHEMES = ("tcp", "tls", "ucx", "ws", "wss")
"""How Dask's machines can speak to one another."""
CONNECT = 10
"""Seconds that a scheduler has to answer."""
PATIENCE = 60
"""Seconds without a single worker after which none is waited for any more; an engine that starts them on demand may
take some."""
LOOK = 10
"""Seconds between two looks at whether there is anyone left to wait for; an answer is fetched in less."""
EACH, MOST = 4, 500
"""Batches that may be under way for each worker, so that none waits for work where one batch takes long; and in all,
for their sources are held here until they are done."""
_WORKING = Lock()
"""Neither spaCy nor our own tables are made for several threads of one worker."""


class Cluster(Executor):
    """Has functions called by the workers of a cluster. It connects when the first is to be called.

    Args:
        address: where the scheduler listens: `tcp://host:8786`, or `tls://` with what Dask's own settings say.
        pipeline: the spaCy pipeline of the build, which each worker must have too.

    Raises:
        SettingError: this is no address.
    """

    def __init__(self, address: str, pipeline: str | None = None) -> None:
        self.address, self.pipeline = _checked(address), pipeline
        self._client: Client | None = None
        self._alone = 0

    @property
    def ahead(self) -> int:
        """How many batches may be under way at once; workers may have come since this was last asked."""
        return min(max(AHEAD, EACH * self.workers()), MOST)

    def workers(self) -> int:
        """How many workers there are, as far as the scheduler can say."""
        try:
            return len(self._client.nthreads()) if self._client and self._is("running") else 0
        except (OSError, TimeoutError):
            return 0

    def submit(self, function: Callable[..., Result], /, *args: Any, **named: Any) -> "Future[Result]":
        """Have a function called by whatever worker is free.

        Raises:
            ClusterError: no scheduler answers, or a worker has another program.
            MissingLibraryError: Dask is not installed here.
        """
        if self._is("closed"):
            raise self.gone()
        call = partial(function, *args, **named)
        client = self._client = self._client or self._connected()
        needed = likeness(self.pipeline), self.pipeline
        # Bytes within bytes: who is refused need not know what the work is made of, and Dask looks into neither.
        work = pickle.dumps((needed, pickle.dumps(call)))
        return Awaited(self, client.submit(answer, work, pure=False), call)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002  all is cancelled
        """Leave the cluster, which then forgets what nobody waits for any more."""
        if self._client is not None:
            self._client.close(timeout=CONNECT)
            self._client = None

    def look(self) -> None:
        """See whether there is anyone to wait for.

        Raises:
            ClusterError: there has been nobody for too long.
        """
        self._alone = 0 if self.workers() else self._alone + LOOK
        if self._is("closed") or (self._alone >= PATIENCE and not self._is("running")):
            raise self.gone()
        if self._alone >= PATIENCE:
            raise ClusterError(
                f"No worker is left at {self.address}, and none came for {PATIENCE} seconds. "
                f"Start some, such as with: dask worker {self.address} --nthreads 1. Then build again."
            )

    def _is(self, status: str) -> bool:
        return self._client is not None and self._client.status == status

    def gone(self) -> ClusterError:
        """What is said where the scheduler no longer answers."""
        return ClusterError(
            f"The scheduler at {self.address} no longer answers, and its work is lost. "
            "Start it and its workers again, or build without --cluster."
        )

    def _connected(self) -> "Client":
        try:
            import dask
            from distributed import Client
        except ImportError as error:
            raise MissingLibraryError('A cluster needs Dask: pip install "briefing[cluster]".') from error
        # What it tells in its log, a sentence of ours tells.
        logging.getLogger("distributed.client").disabled = True
        # A source of many megabytes is sent as it is, and Dask need not tell the user so.
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"})
        try:
            client = Client(self.address, timeout=CONNECT, set_as_default=False, name="briefing")
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(
                f"No scheduler answers at {self.address} ({error}). "
                "Start one with “dask scheduler”, or build without --cluster."
            ) from error
        try:
            self._refuse_others(client)
        except BaseException:
            client.close()
            raise
        return client

    def _refuse_others(self, client: "Client") -> None:
        """Refuse workers that are another program; those that come later find out by themselves."""
        needed = likeness(self.pipeline)
        found = client.run(refusal, needed, self.pipeline, on_error="return")
        for worker, said in sorted(found.items()):
            if isinstance(said, OSError):  # it is about to leave
                continue
            if isinstance(said, BaseException):
                raise ClusterError(
                    f"The worker {worker} cannot run the program ({type(said).__name__}: {said}). "
                    f"Install briefing {VERSION} there and start it again."
                )
            if said:
                raise unlike(worker, said)


def unlike(worker: str, said: str) -> ClusterError:
    """What is said of a worker that is another program, and would make another brief."""
    return ClusterError(
        f"The worker {worker} could read otherwise than this machine. There {said}. "
        "Install the same on both, such as from the same uv.lock, and start the worker again."
    )


class Awaited(Future[Result]):
    """What a worker is to return. Whoever asks for it waits as long as there is a cluster."""

    def __init__(self, cluster: Cluster, sent: "Sent[bytes]", call: Callable[[], Result]) -> None:
        super().__init__()
        self._cluster, self._sent, self._call = cluster, sent, call

    def result(self, timeout: float | None = None) -> Result:  # noqa: ARG002  the cluster's own patience counts
        """What it has returned; what no worker could do is done here, as without a cluster.

        Raises:
            ClusterError: there is no cluster any more, or a worker of it is another program.
        """
        try:
            answered: Result = pickle.loads(self._answer())  # noqa: S301  whom a build names as its cluster it trusts
        except ClusterError:
            raise
        except CancelledError as error:
            raise self._cluster.gone() from error
        except Exception:  # noqa: BLE001  a worker may lack memory, room or time, or have died of it
            return self._call()
        return answered

    def _answer(self) -> bytes:
        while True:
            try:
                return self._sent.result(LOOK)
            except TimeoutError:
                if self._sent.status == "error":  # it is the work's own
                    raise
                self._cluster.look()


def answer(work: bytes) -> bytes:
    """Do what a build has sent to this worker.

    Raises:
        ClusterError: it needs another program.
    """
    from distributed import get_worker

    (needed, pipeline), call = pickle.loads(work)  # noqa: S301  whoever reaches a worker can have it run anything
    if said := refusal(needed, pipeline):
        raise unlike(get_worker().address, said)
    with _WORKING:
        return pickle.dumps(pickle.loads(call)())  # noqa: S301


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        if parts.scheme in SCHEMES and parts.hostname and parts.port:
            return address
    except ValueError:
        pass
    raise SettingError(f"“{address}” is no address of a scheduler. Give one such as tcp://host:8786.")
