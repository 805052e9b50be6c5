"""Opens a finished zip afresh and judges it. Shares with the writer only names of standards."""

from builder.verify.inspect import InspectedFile, Inspection, inspect
from builder.verify.verification import Verification, verify

__all__ = ["InspectedFile", "Inspection", "Verification", "inspect", "verify"]
