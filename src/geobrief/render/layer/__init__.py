"""The script and the style sheet of `render.claim_layer.ClaimLayer`."""
