"""Who may open the vault, and the record of who did: grants, the log and the shell."""
