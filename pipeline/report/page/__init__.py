"""The page: one file that works from disk, without a network, on a phone and on paper.

- `view.py`     a result in the order in which it is read, with the names that readers know articles by.
- `glance.py`   the answers of the first ten seconds: what is agreed on and disputed, who is alone, who is silent.
- `figures/`    one file a picture, drawn as SVG here, with the numbers behind it.
- `left_out.py` what was not used, and why.
- `data.py`     all that the script works with, as compact JSON: `offsets.py`, `evidence.py` and `embedding.py`.
- `document.py` puts these into `templates/`, with `style/` and `script/`, under a policy that lets nothing else run.

The script finds, filters and lays out; it decides nothing. Without it the page shows the same groups as plain HTML.
"""
