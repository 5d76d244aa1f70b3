"""Lineage to the clause: published columns to delivered fields, fields to their articles."""
