"""The whole way for one city, step by step: synth, intake, dbt build, release.

Every step is the public command that a user would type, in a process of its own: what
`make build` does can be repeated by hand, and two cities never share a process.
"""
