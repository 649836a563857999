// What is looked at, and by which filters: all of it stands in the address, so that any view can be linked.
//
//     #claim-c12   #group-g9   #article-ID&at=120   #pictures   #q=two words&status=disputed,unique&entity=russia

const VIEWS = ["claims", "pictures", "articles", "left-out"];
const FACETS = ["type", "article", "silent", "origin", "entity", "certainty"];

const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

/** { view, place: [kind, name] or null, at, filters: { q, status, ...FACETS } } */
function readState(fragment) {
  const state = { view: "claims", place: null, at: null, filters: {} };
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [, key, value] = part.match(/^([a-z]+)=(.*)$/s) ?? [];
    const [, kind, id] = part.match(/^(claim|group|article)-(.+)$/s) ?? [];
    if (kind) state.place = [kind, decoded(id)];
    else if (VIEWS.includes(part)) state.view = part;
    else if (key === "at") state.at = Number(value) || 0;
    else if (key === "q" || key === "status" || FACETS.includes(key)) state.filters[key] = decoded(value);
  }
  return state;
}

/** The address of a selection. */
function written(filters) {
  const parts = ["q", "status", ...FACETS].filter((key) => filters[key])
    .map((key) => `${key}=${encodeURIComponent(filters[key]).replaceAll("%2C", ",")}`);
  return `#${parts.join("&") || "claims"}`;
}

const placeOf = (kind, id) => `#${kind}-${encodeURIComponent(id)}`;
