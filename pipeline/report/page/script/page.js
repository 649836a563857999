// From the address to what is seen, and from what people do back to the address.

let filters = {};
let selection = { groups: [], counts: {} };
let shown = null; // the address of the list as it is laid out
let seen = null; // the view
let behind = "#claims"; // the address to which the reader closes

function showSelection(next) {
  filters = next;
  if (shown === written(filters)) return;
  shown = written(filters);
  selection = select(filters);
  hitTerms = termsOf(filters);
  hits?.clear();
  showFilters(filters, selection.counts);
  showFound(filters, selection.groups);
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
  const words = card.querySelector("details.later");
  if (words) words.open = true;
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
