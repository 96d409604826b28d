"""The file that makes a folder a project, by whose name it is found."""

PROJECT_FILE = "clientarea.yaml"
