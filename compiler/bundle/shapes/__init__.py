"""What bundles look like: types that their makers are held to, and that schemas are made from."""
