"""PDF: characters at places on pages become words, lines, columns, and what a reader takes them for.

`words` reads the file, `lines` puts words on lines, `margins` and `notes` take out what is no running text, `initials`
puts large first letters before their words, `aligned` parts cells that stand close together, `columns` finds the
reading order, `tables` and `paragraphs` say what lines belong together, `tree` makes the tree of it all.
Lengths are in points, with y growing upwards, as in the format itself.
"""
