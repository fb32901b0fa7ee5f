"""The rulebook: reads `specs/<country>/<document>.toml`, finds every mistake, writes what the pipeline and pages read.

load.load(specs)             every document, or RulebookError with all mistakes of all files
compile.write(specs, out)    documents.json, wrapped by pixid.document
python -m toolchain.rulebook the maintainer's report
"""
