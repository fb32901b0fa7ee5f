"""Where things are in the work tree. Everything named `build` or `dist` is made by the build and never committed."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
SITE = ROOT / "site"
SPECS = ROOT / "specs"
NATIVE_DATA = ROOT / "pixid_native" / "data"
WEB_GRAPHS = BUILD / "graphs"
WHEELS = BUILD / "wheels"
MODELS = BUILD / "models"
