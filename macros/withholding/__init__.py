"""Names that are published nowhere: how they are looked for in any text or file, and taken out of what is kept.

It knows names, texts and bytes, and no project.
"""
