"""The attacker: knows the published files and nothing else, and tries to learn what is hidden."""

from leerloopbaan.audit.published import AuditError
from leerloopbaan.audit.run import Report, audit, audit_release

__all__ = ["AuditError", "Report", "audit", "audit_release"]
