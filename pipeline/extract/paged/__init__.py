"""What documents with pages have in common: Word, OpenDocument, RTF and PDF all become a tree."""
