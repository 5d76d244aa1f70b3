"""Fictitious deliveries, as the department would send them, and what is true of them."""
