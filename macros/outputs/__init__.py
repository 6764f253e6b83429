"""The record in every form that is published: pages, tables, feed, search index."""
