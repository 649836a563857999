// From the address to what is seen, and from what people do back to the address.

const controls = document.getElementById("controls");
const search = document.getElementById("search");
const chips = [...document.querySelectorAll(".chip")];
const facets = [...document.querySelectorAll("[data-facet]")];
const found = document.getElementById("found");
const NAMES_OFFERED = 300; // in the menu of names; any other can be searched

let filters = {};
let selection = { groups: [], counts: {} };
let shown = null; // the address of the list as it is laid out
let seen = null; // the view
let behind = "#claims"; // the address to which the reader closes

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
function showFilters() {
  if (document.activeElement !== search) search.value = filters.q ?? "";
  const statuses = (filters.status ?? "").split(",");
  for (const chip of chips) {
    chip.setAttribute("aria-pressed", String(statuses.includes(chip.dataset.status)));
    chip.querySelector("b").textContent = selection.counts[chip.dataset.status].toLocaleString("en");
  }
  for (const facet of facets) {
    const value = filters[facet.dataset.facet] ?? "";
    if (value && ![...facet.options].some((option) => option.value === value)) facet.append(element("option", { value }, value));
    facet.value = value;
    facet.classList.toggle("set", value !== "");
  }
  if (facets.some((facet) => facet.value)) document.getElementById("filters").open = true;
}

function showFound() {
  const told = selection.groups.reduce((sum, group) => sum + claimsOf[group].length, 0);
  const clear = element("a", { href: "#claims" }, "show all");
  const filtered = written(filters) !== "#claims";
  const all = groups.id.length.toLocaleString("en");
  found.replaceChildren(...words(`${filtered ? `${selection.groups.length.toLocaleString("en")} of ${all} points` : counted(groups.id.length, "point")}, ${counted(told, "claim")} `),
    ...(filtered ? [clear] : []));
}

function showSelection(next) {
  filters = next;
  if (shown === written(filters)) return;
  shown = written(filters);
  selection = select(filters);
  hitTerms = termsOf(filters);
  hits?.clear();
  showFilters();
  showFound();
  document.getElementById("glance").hidden = shown !== "#claims";
  document.querySelector("nav a").setAttribute("href", shown);
  showList(selection.groups);
}

function showView(view) {
  if (seen !== null && seen !== view) scrollTo(0, 0);
  seen = view;
  parts.forEach((part, number) => { part.classList.toggle("shown", VIEWS[number] === view); });
  document.querySelectorAll("nav a").forEach((link, number) => {
    if (VIEWS[number] === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
}

function showGroup(id) {
  const group = groupAt.get(id);
  if (group === undefined) return;
  if (!selection.groups.includes(group)) showSelection({});
  const card = groupElement(group);
  document.querySelectorAll(".here").forEach((other) => other.classList.remove("here"));
  card.classList.add("here");
  const behind = card.querySelector("details.later");
  if (behind) behind.open = true;
  const over = getComputedStyle(controls).position === "sticky" ? controls.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = `${over + 12}px`;
  card.scrollIntoView({ block: "start" });
  card.focus({ preventScroll: true });
}

/** Makes the page what the address says. Places and other views, which come without filters, keep those that are set. */
function follow() {
  const state = readState(location.hash);
  const [kind, id] = state.place ?? [];
  const inReader = (kind === "claim" && claimAt.has(id)) || (kind === "article" && articleAt.has(id));
  if (!inReader && reader.open) reader.close("left");
  const ofList = state.view === "claims" && !state.place;
  if (shown === null || ofList || Object.keys(state.filters).length) showSelection(state.filters);
  if (inReader) {
    if (seen === null) showView("claims");
    const claim = kind === "claim" ? claimAt.get(id) : null;
    openReader(claim === null ? articleAt.get(id) : claims.article[claim], claim, state.at);
    return;
  }
  behind = location.hash || "#claims";
  showView(state.view);
  if (kind === "group") showGroup(id);
}

function go(fragment) {
  if (location.hash === fragment) follow();
  else location.hash = fragment;
}

/** A new set of filters, as a new step of the history; while somebody types, in the place of the last. */
function filter(change, typing = false) {
  const next = written({ ...filters, ...change });
  if (!typing) return go(next);
  history.replaceState(null, "", next);
  return follow();
}

function wire() {
  controls.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", () => filter({ q: search.value }, true));
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      const chosen = new Set((filters.status ?? "").split(",").filter(Boolean));
      if (!chosen.delete(chip.dataset.status)) chosen.add(chip.dataset.status);
      filter({ status: STATUSES.filter((status) => chosen.has(status)).join(",") });
    });
  }
  for (const facet of facets) facet.addEventListener("change", () => filter({ [facet.dataset.facet]: facet.value }));
  document.getElementById("export").addEventListener("click", () => saveCsv(selection.groups));
  document.querySelectorAll("svg").forEach((svg) => svg.addEventListener("click", ({ target }) => {
    const mark = target.closest("[data-place]");
    if (mark) go(`#${mark.dataset.place}`);
  }));
  reader.addEventListener("close", () => { if (reader.returnValue !== "left") go(behind); reader.returnValue = ""; });
  addEventListener("hashchange", follow);
}

// With the script, an address says what is shown: the browser shall not scroll to a part of the same name.
const parts = VIEWS.map((view) => document.getElementById(view));
parts.forEach((part) => part.removeAttribute("id"));

offer();
wire();
controls.hidden = false;
follow();
