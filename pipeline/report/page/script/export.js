// The selection as CSV. What is safe in a cell is decided as in as_csv.py and cells.py, of which this is the twin.

const CELL_LIMIT = 32000;

function safeCell(value) {
  const text = String(value).replaceAll("\r\n", "\n").replaceAll("\r", "\n")
    .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
  const formula = /^(?:[\t\r\n].|[\s\x1c-\x1f\x85]*[=+\-@\uff1d\uff0b\uff0d\uff20].)/su.test(String(value));
  const safe = (formula ? "'" : "") + text;
  return safe.length > CELL_LIMIT ? `${safe.slice(0, CELL_LIMIT - 1).replace(/[\ud800-\udbff]$/, "")}…` : safe;
}

const quotedCell = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const COLUMNS = {
  group_id: (group) => groups.id[group],
  status: (group) => groups.status[group],
  statement: (group) => statementOf(group),
  difference_types: (group) => groups.types[group].join(";"),
  position: (group, side) => side,
  claim_id: (group, side, claim) => claims.id[claim],
  article_id: (group, side, claim) => articles.id[claims.article[claim]],
  title: (group, side, claim) => articles.title[claims.article[claim]],
  site: (group, side, claim) => articles.site[claims.article[claim]],
  published: (group, side, claim) => articles.published[claims.article[claim]],
  origin_id: (group, side, claim) => data.origins[claims.origin[claim]],
  claim_text: (group, side, claim) => textOf(claim),
  quote: (group, side, claim) => quoteOf(claim),
  polarity: (group, side, claim) => claims.polarity[claim],
  certainty: (group, side, claim) => claims.certainty[claim],
  attribution_source: (group, side, claim) => claims.source[claim],
};

/** One row a claim of the groups that are selected; UTF-8 with BOM, CRLF, a header row. */
function csvOf(selected) {
  const rows = [Object.keys(COLUMNS)];
  for (const group of selected) {
    for (const [side, members] of groups.positions[group]) {
      for (const claim of members) rows.push(Object.values(COLUMNS).map((cell) => cell(group, side, claim)));
    }
  }
  return `\ufeff${rows.map((row) => row.map((cell) => quotedCell(safeCell(cell))).join(",")).join("\r\n")}\r\n`;
}

function saveCsv(selected) {
  const address = URL.createObjectURL(new Blob([csvOf(selected)], { type: "text/csv;charset=utf-8" }));
  element("a", { href: address, download: "selection.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
