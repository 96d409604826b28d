"""Findings for hosts: annotations, code quality, tests, SARIF."""
