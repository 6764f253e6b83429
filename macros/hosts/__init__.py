"""Programs that render the pages of authors and ask the plan for files: ours, for a build and a preview, and MkDocs."""
