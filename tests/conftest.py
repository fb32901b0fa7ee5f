"""For every test, also when pytest is run by hand."""

import os

# before anything imports onnxruntime, whose wheels report to their maker otherwise
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
