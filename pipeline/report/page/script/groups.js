// A group as a reader sees it: what it is about, why its sides differ, and who says what in which words.

const KINDS = { shared: "agreed", single_origin: "one origin", unique: "one article" };

const claimLink = (claim, ...children) => element("a", { href: placeOf("claim", claims.id[claim]) }, ...children);

/** Article and date, leading to the place in the article. */
function whoLink(claim) {
  const article = claims.article[claim];
  const date = articles.published[article];
  return [claimLink(claim, name(articles.name[article])), date ? ` ${date}` : ""];
}

function caption(same) {
  const [first, ...others] = same;
  const source = claims.source[first];
  const sure = claims.certainty[first];
  const copies = others.filter((claim) => claims.origin[claim] === claims.origin[first]);
  const apart = others.filter((claim) => !copies.includes(claim));
  return element("figcaption", {},
    listed([first, ...apart].map(whoLink)),
    copies.length ? [", same origin: ", listed(copies.map(whoLink))] : [],
    source ? [" · on the word of ", name(source)] : [],
    sure === "CT" ? [] : [" · ", element("span", { class: "hedge" }, `put as ${CERTAINTY[sure]}`)]);
}

/** The words of a claim, and in them what its verdicts rest on; beside a conflict mere differences do not count. */
function withEvidence(claim) {
  const [kind, places] = data.conflict[claim] ? ["conflict", data.conflict[claim]] : ["differ", data.differ[claim] ?? []];
  return marked(quoteOf(claim), places, kind);
}

/** The same words, once, with everyone who prints them. */
function voice(same) {
  const [claim] = same;
  const context = claims.context[claim];
  return element("figure", { class: "voice" },
    context ? element("span", { class: "context", dir: "auto" }, context) : null,
    element("blockquote", { dir: "auto" }, withEvidence(claim)), caption(same));
}

function voices(some) {
  const same = new Map();
  for (const claim of some) {
    const key = `${quoteOf(claim).replace(/\s+/g, " ")}\n${claims.certainty[claim]}\n${claims.source[claim]}`;
    if (!same.has(key)) same.set(key, []);
    same.get(key).push(claim);
  }
  // What an article only repeats comes after what it and others say.
  return [...same.values()].sort((a, b) => (claims.repeats[a[0]] >= 0) - (claims.repeats[b[0]] >= 0)).map(voice);
}

function side([label, members], alone) {
  const who = new Set(members.map((claim) => claims.article[claim])).size;
  return element("section", { class: "side" },
    alone ? null : element("h5", {}, element("b", {}, label), counted(who, "article")),
    firstOf(voices(members), 3, "wording"));
}

function reasons(group) {
  const rows = groups.reasons[group];
  if (!rows.length) return null;
  const more = groups.more[group];
  return element("ul", { class: "why" },
    rows.map(([relation, explanation, a, b]) => element("li", { class: relation },
      element("span", { dir: "auto" }, explanation), " ",
      element("span", { class: "note" }, name(articles.name[a]), " / ", name(articles.name[b])))),
    more ? element("li", { class: "note" }, `${counted(more, "more reason")} in claim_pairs.csv`) : null);
}

function facts(group) {
  const status = groups.status[group];
  const speaking = articlesOf[group];
  const silent = articles.id.map((_, n) => n).filter((n) => !speaking.includes(n));
  const types = groups.types[group];
  return element("p", { class: "facts" },
    element("span", { class: "kind" }, KINDS[status] ?? status, types.length && !KINDS[status] ? `: ${types.join(", ")}` : ""),
    types.length && KINDS[status] ? element("span", {}, `with differences in ${types.join(", ")}`) : null,
    element("span", {}, `${counted(speaking.length, "article")} of ${counted(groups.origins[group], "origin")}`),
    element("span", {}, silent.length === 0 ? "nobody is silent"
      : silent.length > 4 ? `${counted(silent.length, "article")} silent`
        : ["silent: ", listed(silent.map((n) => name(articles.name[n])))]));
}

function heading(group) {
  return element("h4", {},
    element("a", { href: placeOf("group", groups.id[group]) }, element("bdi", {}, statementOf(group))));
}

/** One group as an article of the list. */
function groupCard(group) {
  const status = groups.status[group];
  const sides = groups.positions[group];
  const shell = (...children) => element("article", { class: `group ${status}`, id: `group-${groups.id[group]}`, tabindex: "-1" }, ...children);
  if (status === "unique") return shell(voices(sides.flatMap(([, members]) => members)));
  const laid = () => element("div", { class: "sides" }, sides.map((one) => side(one, sides.length === 1)));
  if (status === "disputed" || status === "differing") return shell(heading(group), facts(group), reasons(group), laid());
  return shell(heading(group), facts(group), later("In their words", laid));
}

/** Details whose content is made when it is first opened, or printed. */
function later(summary, make) {
  const made = element("details", { class: "later" }, element("summary", {}, summary));
  made.addEventListener("toggle", () => { if (made.children.length === 1) made.append(make()); });
  return made;
}
