"""The trained models that are shipped, one folder each with its model card; `checksums.toml` pins what they hold."""
