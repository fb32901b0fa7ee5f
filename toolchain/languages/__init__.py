"""Languages: gettext catalogues in site/locales/<lang>/ become what pages, app and command line say.

    sources.py    every English sentence of ours, with its key
    prose.py      the rulebook's own sentences, and documents told in another language
    po.py         catalogues as files: read, brought up to date, written
    folder.py     language.toml: what a language says about itself
    plurals.py    gettext's plural forms as the CLDR's categories
    checking.py   what a build does not let pass
    load.py       folders -> Language, for the build

`python -m toolchain.languages` brings catalogues up to date and lists what is still to be done.
"""
