"""Settings from files and the environment; the library functions themselves read neither."""

from claimcheck.config.environment import with_environment
from claimcheck.config.files import find_config, load_settings
from claimcheck.config.settings import Settings
from claimcheck.config.tolerances import parse_tolerance

__all__ = ["Settings", "find_config", "load_settings", "parse_tolerance", "with_environment"]
