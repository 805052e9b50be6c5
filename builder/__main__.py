"""``python -m builder`` is the command ``lesbouwer``."""

import sys

from builder.cli import main

if __name__ == "__main__":
    sys.exit(main())
