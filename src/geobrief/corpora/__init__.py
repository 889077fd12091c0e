"""Many articles at once: from files of any size to a partitioned dataset of documents, places and claims."""
