"""The run report: after every build, one page that says whether to publish, and why not."""
