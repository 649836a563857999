"""Files that are meant to hurt: whole attacks, damage done to sound files, and names that file systems allow."""
