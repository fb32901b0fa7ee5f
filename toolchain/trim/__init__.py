"""The part of onnxruntime's WebAssembly that our graphs call; the whole is kept beside it for the case that one day
something else is called."""
