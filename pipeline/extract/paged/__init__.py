"""What documents with pages have in common: Word, OpenDocument, RTF and PDF become the tree that pages are read from."""
