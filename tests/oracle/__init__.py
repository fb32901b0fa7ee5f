"""MediaPipe's own results, recorded once and committed as numbers, so that no test needs MediaPipe."""
