"""An oracle that knows docs/business-rules/ and nothing of the SQL."""
