"""A hospital's beds, emergency department, nurses and safety, hour by hour."""
