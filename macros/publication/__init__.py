"""The site is put in its place: built beside it, checked against what was planned, switched in one step; previewed.

`build` is the order of things. Below it stand `workspace` (a folder and a lock of one build), `switch` (the new tree
for the old), `kept` (what the host put into the site), `manifest` (what a build made), `targets` (where a site may
stand) and `trouble` (what an error of the system is called). Only `build` and `preview` know MkDocs.
"""
