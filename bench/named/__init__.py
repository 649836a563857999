"""Named entities in labelled data: what it holds, and how a reading of it is scored."""
