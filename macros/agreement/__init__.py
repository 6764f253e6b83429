"""Whether the figures of a report agree: relations judged, what a blank cell can mean, what to ask of the agency."""
