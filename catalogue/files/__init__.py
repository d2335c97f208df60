"""The programme as a file or as typed text: read into drafts, and written out again."""
