"""What a newsroom has settled: which checks run on which files, how severe they are, what is forgiven.

``read_configuration(nearest(Path.cwd()))`` -> a Configuration; ``checked_as_configured(document, …)`` uses it.
"""

from numfacts.configuration.application import checked_as_configured
from numfacts.configuration.files import ConfigurationError, nearest, read_configuration
from numfacts.configuration.values import FAIL_ON, Configuration, fails

__all__ = [
    "FAIL_ON",
    "Configuration",
    "ConfigurationError",
    "checked_as_configured",
    "fails",
    "nearest",
    "read_configuration",
]
