"""What every shape is: a mapping with known keys."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A mapping with known keys only. The words under a key are what an editor shows to the person who types."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    @classmethod
    def keys(cls) -> dict[str, Any]:
        """The keys as they are typed, in their order, each with the type of its value."""
        return {field.alias or name: field.annotation for name, field in cls.model_fields.items()}
