"""The parts of an OpenDocument text: styles, and the body that they are used in."""
