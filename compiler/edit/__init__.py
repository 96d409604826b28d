"""Changes to the files of a repository: new projects, import and export of catalogues."""
