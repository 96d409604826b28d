"""Catalogues and manifests brought in step with what code asks for."""
