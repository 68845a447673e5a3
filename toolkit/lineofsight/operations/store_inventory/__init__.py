"""A store's inventory: what the record says is there, and what is."""
