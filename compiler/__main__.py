"""Where the command line begins, as `clientarea` and as `python -m compiler`.

It imports nothing before it can take an interruption.
"""

import sys


def run() -> int:
    """Run the command line; an interruption while it is still starting is one word too."""
    try:
        from compiler.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 130


if __name__ == "__main__":
    sys.exit(run())
