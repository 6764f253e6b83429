"""The record as pages: dumb templates, and what stands in their places."""
