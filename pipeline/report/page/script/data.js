// The data that the page carries, and how its parts find one another. See data.py for its columns.

const data = JSON.parse(document.getElementById("data").textContent);
const { articles, claims, groups, entities } = data;

const STATUSES = ["disputed", "differing", "shared", "single_origin", "unique"];
const CERTAINTY = { CT: "certain", PR: "probable", PS: "possible", U: "not committed to" };

const numbered = (names) => new Map(names.map((name, number) => [name, number]));
const claimAt = numbered(claims.id);
const groupAt = numbered(groups.id);
const articleAt = numbered(articles.id);
const entityAt = numbered(entities.id);
const originAt = numbered(data.origins);

const hasTexts = data.quotes.length === 0;

/** The exact words of a claim. */
function quoteOf(claim) {
  if (!hasTexts) return data.quotes[claim];
  return articles.text[claims.article[claim]].slice(claims.start[claim], claims.end[claim]);
}

/** A claim made readable on its own. */
const textOf = (claim) => claims.text[claim] || quoteOf(claim);

/** The proposition of a group. */
const statementOf = (group) => (typeof groups.statement[group] === "number" ? textOf(groups.statement[group]) : groups.statement[group]);

// By group its claims, side after side; by claim its group, or -1 where it has none.
const claimsOf = groups.positions.map((sides) => sides.flatMap(([, members]) => members));
const groupOf = new Int32Array(claims.id.length).fill(-1);
claimsOf.forEach((some, group) => some.forEach((claim) => { groupOf[claim] = group; }));
claims.repeats.forEach((base, claim) => { if (groupOf[claim] < 0 && base >= 0) groupOf[claim] = groupOf[base]; });

const articlesOf = claimsOf.map((some) => [...new Set(some.map((claim) => claims.article[claim]))]);

/** By article its claims, in the order of the text. */
const claimsIn = articles.id.map(() => []);
claims.article.forEach((article, claim) => claimsIn[article].push(claim));

const textHref = (article) => `text/${encodeURIComponent(articles.id[article])}.txt`;
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
