"""The register: a protocol's clauses as typed data; others read it, none writes it."""
