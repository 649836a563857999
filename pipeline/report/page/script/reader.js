// An article as it was read: its claims in place, what was dropped in grey, the claim that was asked for marked.

const reader = document.getElementById("reader");

/** Stretches of the text, each with the claims, the heading and the dropped span that cover it. */
function stretches(article) {
  const spans = [
    ...articles.drops[article].map(([start, end, rule]) => ({ start, end, rule })),
    ...articles.headings[article].map(([start, end]) => ({ start, end, heading: true })),
    ...claimsIn[article].map((claim) => ({ start: claims.start[claim], end: claims.end[claim], claim })),
  ].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  const text = articles.text[article];
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  let open = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, number) => {
    open = open.filter(({ end }) => end > start);
    while (next < spans.length && spans[next].start <= start) open = [...open, spans[next++]];
    return { start, text: text.slice(start, cuts[number + 1]), over: open };
  });
}

function stretch({ start, text, over }, chosen, at) {
  const drop = over.find(({ rule }) => rule !== undefined);
  const said = over.filter(({ claim }) => claim !== undefined);
  const here = said.some(({ claim }) => claim === chosen) || (at !== null && over.some((span) => span.start === at));
  const classes = [over.some(({ heading }) => heading) && "heading", here && "chosen"];
  if (drop) {
    const label = start === drop.start ? element("span", { class: "rule" }, data.rules[drop.rule].replaceAll("_", " ")) : null;
    return element("span", { class: ["dropped", ...classes].filter(Boolean).join(" ") }, label, text);
  }
  if (!said.length) return element("span", { class: classes.filter(Boolean).join(" ") }, text);
  const { claim } = said.find((span) => span.claim === chosen) ?? said.at(-1);
  const status = groupOf[claim] < 0 ? "" : groups.status[groupOf[claim]];
  return element("a", { class: [status, ...classes].filter(Boolean).join(" "), href: placeOf("claim", claims.id[claim]) }, text);
}

function aboutClaim(claim) {
  const group = groupOf[claim];
  if (group < 0) return null;
  const others = articlesOf[group].length - 1;
  return element("p", { class: `about ${groups.status[group]}` },
    element("span", { class: "kind" }, KINDS[groups.status[group]] ?? groups.status[group]), " · ",
    others ? element("a", { href: placeOf("group", groups.id[group]) }, `compare with ${counted(others, "other article")}`)
      : "no other article speaks of it");
}

function aboutArticle(article) {
  const facts = [articles.title[article] && name(articles.name[article]), articles.author[article] && name(articles.author[article]),
    articles.published[article]].filter(Boolean);
  return element("p", { class: "note" }, listed(facts), facts.length ? " · " : "",
    articles.url[article] ? [element("a", { href: articles.url[article], rel: "noopener noreferrer" }, "as published"), " · "] : "",
    element("a", { href: textHref(article) }, "text"), ` · ${counted(claimsIn[article].length, "claim")}`);
}

/** Opens an article, at a claim or at a place in its text where one is given. */
function openReader(article, claim = null, at = null) {
  const close = element("button", { type: "button", class: "close" }, "Close");
  close.addEventListener("click", () => reader.close());
  const text = hasTexts
    ? element("div", { class: "text", dir: "auto" }, stretches(article).map((one) => stretch(one, claim, at)))
    : [element("p", { class: "note" }, "This collection is too large for the page to hold its texts. The words of the claim:"),
      claim === null ? null : element("blockquote", { dir: "auto" }, withEvidence(claim))];
  reader.replaceChildren(element("div", { class: "reading" },
    element("header", {}, element("h2", { id: "reader-title", dir: "auto" }, articles.title[article] || articles.name[article]), close,
      aboutArticle(article), claim === null ? null : aboutClaim(claim)),
    text));
  if (!reader.open) reader.showModal();
  const chosen = reader.querySelector(".chosen");
  if (chosen) chosen.scrollIntoView({ block: "center" });
  else reader.scrollTop = 0;
  (reader.querySelector("a.chosen") ?? close).focus({ preventScroll: true });
}
