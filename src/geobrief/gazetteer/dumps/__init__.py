"""Additions to the gazetteer: GeoNames' own dumps as users download them, read, merged and asked."""
