"""A brief changed step by step: by command, in a browser, with an undo that outlives both."""
