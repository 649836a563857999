"""Rich Text Format: from bytes to signs, from signs to paragraphs, notes and tables."""
