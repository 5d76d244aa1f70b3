"""Piloot Early Warning System: a transparent model about groups of pupils, never about a pupil.

Nothing here sees a person key: the model is fitted on counts per pattern of characteristics, and
the only place where a pattern is given a risk is one query that counts pupils at once
(`int_antwerpen__feit_vroegsignaal`, which dbt never builds).
"""
