"""What leaves the vault: fresh files per audience, switched atomically."""
