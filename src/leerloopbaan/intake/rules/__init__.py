"""The rules of the gate, one idea per module; severity, defect and clause stand in the register."""
