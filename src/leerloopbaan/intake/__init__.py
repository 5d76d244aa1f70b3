"""The gate: reads a delivery, gives its verdict, lands all of it or nothing."""
