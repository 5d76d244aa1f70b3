"""Pages for people: one self-contained Dutch site per audience, made from its published file."""
