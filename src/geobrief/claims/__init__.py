"""What a text says about places: its claims, who makes them, how surely, how many, when, whence and whither."""
