"""What the user asks of an import."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for; ``label_style`` is that of the project's settings."""

    format: str
    namespace: str
    source_locale: str
    renames: Mapping[str, str] = field(default_factory=dict)
    label_style: str = "camelCase"
