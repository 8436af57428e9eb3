"""What is said where something cannot be done."""


class StepwireError(Exception):
    """Says in plain words what stands in the way, and what to do next."""


class NodeMissing(StepwireError):
    """The checks are JavaScript. In a notebook's output the browser runs them; as values of Python they need Node."""
