"""A release for BI tools: PostgreSQL with a role per recipient and row-level security."""
