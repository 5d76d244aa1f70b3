-- What is published of each cell: the only tie between a figure and its counts.
{{ indicatorcellen_van(ref('cellen'), celplan()) }}
