"""The commands of `congkhai`, by what a person wants to do; `line` makes one command line of them.

A command imports what it works with when it runs: none waits for what another needs.
"""
