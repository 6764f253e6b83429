"""Programs that render the pages of authors and hand them to the plan: MkDocs, for a build and for a preview."""
