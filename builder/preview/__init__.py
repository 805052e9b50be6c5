"""The local server: a course in the browser while it is being written."""
