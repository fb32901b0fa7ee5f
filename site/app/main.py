"""What PyScript runs. Everything else is compiled ahead: compiling a longer text here would be a step of 3 ms."""

from app.start import run

await run()
