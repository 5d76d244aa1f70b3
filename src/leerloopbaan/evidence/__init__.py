"""The article 6 dossier: per clause what was done, what was checked, and with which result."""
