"""`add`: new entries, new languages and new values of entries, images and PDFs."""
