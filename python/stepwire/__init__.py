"""Amazon SageMaker Pipelines in a notebook.

    import stepwire
    stepwire.show(pipeline)      # the interactive picture
    stepwire.check(pipeline)     # its problems
    stepwire.diff(old, new)      # what differs

Each takes a pipeline of the SageMaker Python SDK 2 or 3, a definition (text or dict), or the path of a file. Nothing is uploaded, no
credentials are used, and nothing is asked of the network.
"""

from importlib.metadata import PackageNotFoundError, version

from stepwire._definition import Source
from stepwire._errors import NodeMissing, StepwireError
from stepwire._offline import offline
from stepwire._results import Difference, Differences, Picture, Problem, Problems, check, diff, show

try:
    __version__ = version("stepwire")
except PackageNotFoundError:
    # The sources, not installed.
    __version__ = "0"

__all__ = [
    "Difference",
    "Differences",
    "NodeMissing",
    "Picture",
    "Problem",
    "Problems",
    "Source",
    "StepwireError",
    "check",
    "diff",
    "offline",
    "show",
]
