"""What a text says about places: who claims it, how surely, how many, when, from where to where."""
