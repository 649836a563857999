// The search box, the statuses and the menus.

const controls = document.getElementById("controls");
const search = document.getElementById("search");
const chips = [...document.querySelectorAll(".chip")];
const facets = [...document.querySelectorAll("[data-facet]")];
const found = document.getElementById("found");
const NAMES_OFFERED = 300; // in the menu of names; any other can be searched

/** Fills the menus. */
function offer() {
  const pairs = {
    type: [...new Set(groups.types.flat())].sort().map((type) => [type, type]),
    article: articles.id.map((id, n) => [id, articles.title[n] ? `${articles.name[n]}: ${articles.title[n]}` : articles.name[n]]),
    origin: data.origins.map((origin) => [origin, articles.name[articleAt.get(origin)] ?? origin]),
    entity: entities.id.slice(0, NAMES_OFFERED).map((id, n) => [id, `${entities.name[n]} (${counted(entities.articles[n], "article")})`]),
    certainty: Object.entries(CERTAINTY),
  };
  pairs.silent = pairs.article;
  for (const facet of facets) facet.append(...pairs[facet.dataset.facet].map(([value, label]) => element("option", { value, dir: "auto" }, label)));
}

/** Controls show the filters, also those that came with a link. */
function showFilters(filters, counts) {
  if (search.value !== (filters.q ?? "")) search.value = filters.q ?? ""; // else the cursor would jump
  const statuses = (filters.status ?? "").split(",");
  for (const chip of chips) {
    chip.setAttribute("aria-pressed", String(statuses.includes(chip.dataset.status)));
    chip.querySelector("b").textContent = counts[chip.dataset.status].toLocaleString("en");
  }
  for (const facet of facets) {
    const value = filters[facet.dataset.facet] ?? "";
    if (value && ![...facet.options].some((option) => option.value === value)) facet.append(element("option", { value }, value));
    facet.value = value;
    facet.classList.toggle("set", value !== "");
  }
  if (facets.some((facet) => facet.value)) document.getElementById("filters").open = true;
}

/** How much is left, and the way back to everything. */
function showFound(filters, selected) {
  const told = selected.reduce((sum, group) => sum + claimsOf[group].length, 0);
  const clear = element("a", { href: "#claims" }, "show all");
  const filtered = written(filters) !== "#claims";
  const all = groups.id.length.toLocaleString("en");
  found.replaceChildren(...words(`${filtered ? `${selected.length.toLocaleString("en")} of ${all} points` : counted(groups.id.length, "point")}, ${counted(told, "claim")} `),
    ...(filtered ? [clear] : []));
}
