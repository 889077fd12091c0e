"""What `tools/train_ranker.py` is made of."""
