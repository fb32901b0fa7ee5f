"""Proofs that our ONNX graphs compute what the original networks compute."""
