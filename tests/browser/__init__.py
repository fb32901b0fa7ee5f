"""The site in real Chromium, with the policy it is deployed with. Needs dist/ (python3 build.py) and a browser."""
