// The spans that cleaning took out, under the rule that did it, laid out when a reader opens it.

const REMOVED_SHOWN = 200; // of a rule; removed.csv has every span

function removedSpan([article, start, end]) {
  const text = articles.text[article].slice(start, end);
  const short = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return element("li", {},
    element("span", { dir: "auto" }, short.replace(/\s+/g, " ")), " ",
    element("a", { class: "note", href: `${placeOf("article", articles.id[article])}&at=${start}` }, name(articles.name[article])));
}

function fillRemoval(details) {
  if (!hasTexts || details.querySelector("ul")) return;
  const rule = data.rules.indexOf(details.dataset.rule);
  const spans = articles.drops.flatMap((drops, article) =>
    drops.filter((drop) => drop[2] === rule).map(([start, end]) => [article, start, end]));
  details.append(element("ul", {}, spans.slice(0, REMOVED_SHOWN).map(removedSpan)));
  if (spans.length > REMOVED_SHOWN) details.append(element("p", { class: "note" }, `${counted(spans.length - REMOVED_SHOWN, "more span")} in removed.csv`));
}

for (const details of document.querySelectorAll("details.removal")) details.addEventListener("toggle", () => fillRemoval(details));
