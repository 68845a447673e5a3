"""What is shown and exported: documents, charts, frames and notebooks, from models only."""
