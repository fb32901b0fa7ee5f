"""`python -m pixid_native`: the same as `pixid`."""

import sys

from pixid_native.cli import main

sys.exit(main())
