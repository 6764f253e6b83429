"""Series in, SVG text out: small honest charts, made when the site is built.

Nothing here knows a page or the catalogue. Inline charts carry classes only, which the style sheet colours for both
themes and for paper; a chart for download carries its colours itself.
"""
