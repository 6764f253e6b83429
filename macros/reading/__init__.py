"""Files to records with their places, records to the model."""
