"""``python -m numfacts extract story.txt``"""

import sys

from numfacts.cli import main

if __name__ == "__main__":  # worker processes import this file too
    sys.exit(main())
