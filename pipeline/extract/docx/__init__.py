"""The parts of a Word document: styles, numbering, and the body that they are used in."""
