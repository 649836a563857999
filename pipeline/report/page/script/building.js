// Elements, made without ever reading a string as HTML.

const UNSEEN = new RegExp(data.unseen, "gu");

/** An element; attributes that are null or false are left out, and strings among the children become flagged text. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).flatMap((child) => (typeof child === "string" ? words(child) : child ?? [])));
  return made;
}

/** Text as nodes, with a flag in the place of each character that nobody sees. */
function words(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(UNSEEN)) {
    const flag = document.createElement("span");
    flag.className = "unseen";
    flag.textContent = `U+${match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    nodes.push(text.slice(end, match.index), flag);
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

/** A name inside a sentence of the page's own, which its direction of writing must not turn around. */
const name = (text) => element("bdi", {}, text);

/** Text with some of its places, [start, end], marked. */
function marked(text, places, kind) {
  let end = 0;
  const parts = places.map(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, element("mark", { class: kind }, text.slice(from, to))];
  });
  return [...parts, text.slice(end)];
}

/** Things with ", " between them. */
const listed = (things) => things.flatMap((thing, number) => (number ? [", ", thing] : [thing]));

/** The first few of `things`, and the others behind a summary. */
function firstOf(things, most, noun) {
  if (things.length <= most + 1) return things;
  const rest = things.slice(most);
  return [...things.slice(0, most),
    element("details", {}, element("summary", {}, counted(rest.length, `more ${noun}`)), rest)];
}
