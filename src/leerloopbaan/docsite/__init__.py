"""The documentation of both cities as one offline site: `leerloopbaan docs`, `make docs`."""
