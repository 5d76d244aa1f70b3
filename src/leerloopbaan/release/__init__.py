"""What leaves the vault: fresh files per audience, verified, switched atomically."""
