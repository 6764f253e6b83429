"""The site: what it consists of, kept between builds, guarded, and put in its place in one step.

`plan` says every file of it. Below it stand what makes them (`authored`, `generated`, `snapshot_pages`,
`machine_files`, `theme_files`), the frame that every page has (`frame`), and what was made before (`ledger`). The rest
publishes them: `workspace` (a folder and a lock of one build), `switch` (the new tree for the old), `hosted_files`
(what the web server keeps in the site), `manifest` (what a build made), `targets` (where a site may stand) and
`trouble` (what an error of the system is called). Nothing here knows the program that renders the pages of authors.
"""
