"""Antwerp: newcomers' careers, delivered as 11a, 11b and 11c with the city's reference lists."""
