// Which groups a search and the filters leave.

/** Without case and accents, so that "Detente" finds "détente". */
const folded = (text) => {
  const lower = text.toLowerCase();
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
};

let searched = null; // made at the first search: by claim and by group, article and name the words to search

function searchable() {
  searched ??= {
    claims: claims.id.map((_, claim) =>
      folded([quoteOf(claim), claims.text[claim], claims.context[claim], claims.source[claim]].join("\n"))),
    groups: groups.statement.map((statement) => (typeof statement === "string" ? folded(statement) : "")),
    articles: articles.id.map((_, n) =>
      folded([articles.name[n], articles.title[n], articles.site[n], articles.author[n], articles.path[n]].join("\n"))),
    entities: entities.name.map((name, n) => folded([name, ...entities.aliases[n]].join("\n"))),
  };
  return searched;
}

/** The groups in which `term` stands: in a claim, in the name of an article or of something that a claim names. */
function finder(term) {
  const { claims: said, groups: stated, articles: read, entities: named } = searchable();
  const inArticle = read.map((text) => text.includes(term));
  const inName = named.map((text) => text.includes(term));
  return (group) => stated[group].includes(term) || claimsOf[group].some((claim) =>
    said[claim].includes(term) || inArticle[claims.article[claim]] || claims.entities[claim].some((n) => inName[n]));
}

/** The words of a search, all of which must be there; words in quotation marks are one. */
const termsOf = (filters) => (folded(filters.q ?? "").match(/"[^"]+"|[^\s"]+/g) ?? []).map((term) => term.replaceAll('"', ""));

/** Tests of a claim: an unknown name, of an old link for instance, leaves nothing. */
function claimTests({ article, origin, entity, certainty }) {
  const [from, of, named] = [articleAt.get(article) ?? -1, originAt.get(origin) ?? -1, entityAt.get(entity) ?? -1];
  return [
    article && ((claim) => claims.article[claim] === from),
    origin && ((claim) => claims.origin[claim] === of),
    entity && ((claim) => claims.entities[claim].includes(named)),
    certainty && ((claim) => claims.certainty[claim] === certainty),
  ].filter(Boolean);
}

/** { groups: numbers of those that are left, counts: by status, as if no status were chosen }. */
function select(filters) {
  const terms = termsOf(filters).map(finder);
  const tests = claimTests(filters);
  const silent = articleAt.get(filters.silent) ?? -1;
  const statuses = filters.status ? filters.status.split(",") : STATUSES;
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  const left = [];
  for (let group = 0; group < groups.id.length; group += 1) {
    const fits = (!filters.type || groups.types[group].includes(filters.type))
      && (!filters.silent || (articlesOf[group].length > 1 && !articlesOf[group].includes(silent)))
      && (!tests.length || claimsOf[group].some((claim) => tests.every((test) => test(claim))))
      && terms.every((found) => found(group));
    if (fits) {
      counts[groups.status[group]] += 1;
      if (statuses.includes(groups.status[group])) left.push(group);
    }
  }
  return { groups: left, counts };
}
