"""Deliveries with one fault each, and the verdict that each must get."""
