#!/bin/sh
# Makes the samples again from sources/. Needs LibreOffice, pandoc, chromium, groff and python3; see README.md.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
browser="chromium --headless --no-sandbox --disable-gpu"

office() { # FILTER FILE [OPTION]: the result lies in $work
  soffice --headless ${3:+"$3"} --convert-to "$1" --outdir "$work" "$2"
}

# An article with header, footer and footnotes, as an office writes it.
office odt:writer8 sources/bridge.html "--infilter=HTML (StarWriter)"
cp "$work/bridge.odt" bridge-libreoffice.odt
for filter in "docx:MS Word 2007 XML" "rtf:Rich Text Format" \
  'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'; do
  office "$filter" bridge-libreoffice.odt
done
cp "$work"/bridge-libreoffice.* .
office 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"ferry"}}' \
  bridge-libreoffice.odt
cp "$work/bridge-libreoffice.pdf" locked-libreoffice.pdf

# The same words with tracked changes and a comment; pandoc's other writers print both, so they get the last version.
pandoc -s sources/bridge.md --resource-path=sources --track-changes=all -o bridge-pandoc.docx
sed 's/\[four\]{[^}]*}//; s/\[Ask[^]]*\]{[^}]*}//' sources/bridge.md > "$work/last.md"
for format in odt rtf; do pandoc -s "$work/last.md" --resource-path=sources -o "bridge-pandoc.$format"; done
# LibreOffice 7.4 mixes up pandoc's footnotes, so these have none.
sed '/^\[^/d; s/\[^[a-z]*\]//' sources/bridge.md > "$work/changes.md"
pandoc -s "$work/changes.md" --resource-path=sources --track-changes=all -o "$work/changes.docx"
for filter in odt:writer8 "rtf:Rich Text Format"; do office "$filter" "$work/changes.docx"; done
for format in odt rtf; do cp "$work/changes.$format" "changes-libreoffice.$format"; done

# A page printed from a browser, with what the browser puts on its margins.
python3 -m http.server 8017 --bind 127.0.0.1 -d sources & server=$!
sleep 1
$browser --print-to-pdf="$PWD/bridge-chromium.pdf" http://localhost:8017/bridge.html
$browser --window-size=400,300 --screenshot="$work/page.png" http://localhost:8017/bridge.html
kill $server

# Two columns, with running heads and page numbers.
$browser --no-pdf-header-footer --print-to-pdf="$PWD/columns-chromium.pdf" "file://$PWD/sources/columns.html"
groff -ms -Tpdf -P-pa5 -dpaper=a5 -Kutf8 sources/columns.ms > columns-groff.pdf

# A picture of a page.
echo '<img src="page.png" style="width:100%">' > "$work/scan.html"
$browser --no-pdf-header-footer --print-to-pdf="$PWD/scan-chromium.pdf" "file://$work/scan.html"
rm -r "$work"
