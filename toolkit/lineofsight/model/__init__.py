"""What things are: frozen models without input or output; unknown keys are errors."""
