// The list of groups: thousands of them, laid out in chunks as they come into view.

const CHUNK = 25; // groups
const HEIGHT = { disputed: 460, differing: 460, shared: 120, single_origin: 120, unique: 110 }; // pixels, about
const ON_PAPER = 400; // groups; more are hundreds of pages

const MEANING = new Map([...document.querySelectorAll(".chip")].map((chip) => [chip.dataset.status, [chip.firstChild.textContent.trim(), chip.title]]));

const listRoot = document.getElementById("list");
let chunks = []; // { groups, status, first, root, filled }

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) fill(chunks[target.dataset.chunk]);
}, { rootMargin: "1200px 0px" });

function fill(chunk) {
  if (chunk.filled) return;
  chunk.filled = true;
  watcher.unobserve(chunk.root);
  const [title, meaning] = MEANING.get(chunk.status);
  const head = chunk.first
    ? [element("h3", { class: `status ${chunk.status}` }, title), element("p", { class: "note" }, meaning)] : [];
  chunk.root.replaceChildren(...head, ...chunk.groups.map(groupCard));
  chunk.root.style.minHeight = "";
  highlightHits(chunk.root);
}

function chunked(selected) {
  const made = [];
  for (const status of STATUSES) {
    const some = selected.filter((group) => groups.status[group] === status);
    for (let from = 0; from < some.length; from += CHUNK) {
      made.push({ status, groups: some.slice(from, from + CHUNK), first: from === 0, filled: false });
    }
  }
  return made;
}

/** Shows these groups and no others. */
function showList(selected) {
  watcher.disconnect();
  chunks = chunked(selected);
  chunks.forEach((chunk, number) => {
    chunk.root = element("div", { class: "chunk", "data-chunk": String(number) });
    chunk.root.style.minHeight = `${chunk.groups.length * HEIGHT[chunk.status]}px`;
  });
  listRoot.replaceChildren(...chunks.map((chunk) => chunk.root));
  if (!chunks.length) listRoot.append(element("p", { class: "none" }, groups.id.length ? "Nothing fits. Remove a filter or a word." : "No claim could be compared."));
  chunks.slice(0, 1).forEach(fill);
  chunks.forEach((chunk) => { if (!chunk.filled) watcher.observe(chunk.root); });
}

/** The element of a group in the list, laid out now if need be; null if the list has not got it. */
function groupElement(group) {
  const at = chunks.findIndex((chunk) => chunk.groups.includes(group));
  if (at < 0) return null;
  chunks.slice(Math.max(0, at - 1), at + 2).forEach(fill);
  return document.getElementById(`group-${groups.id[group]}`);
}

let hitTerms = [];
const hits = globalThis.Highlight ? new Highlight() : null;
if (hits) CSS.highlights.set("hits", hits);

/** Underlines what was searched for, without touching the text. */
function highlightHits(root) {
  if (!hits || !hitTerms.length) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.toLowerCase();
    if (text.length !== walker.currentNode.data.length) continue; // "İ" has another length in lower case
    for (const term of hitTerms) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + term.length);
        hits.add(range);
      }
    }
  }
}

/** On paper nothing comes into view by scrolling. */
addEventListener("beforeprint", () => {
  let laid = 0;
  for (const chunk of chunks) {
    if (laid >= ON_PAPER) { chunk.root.style.minHeight = ""; continue; }
    fill(chunk);
    laid += chunk.groups.length;
  }
  for (const details of document.querySelectorAll("#list details")) {
    details.open = true;
    details.dispatchEvent(new Event("toggle")); // now, not when the paper is already printed
  }
});
