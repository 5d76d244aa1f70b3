-- What is published of each cell of a school: the only tie between a figure and its counts.
{{ indicatorcellen_van(ref('schoolcellen'), schoolplan(), ['instellingsnummer']) }}
