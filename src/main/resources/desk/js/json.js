import { h } from "./dom.js";

const LONG = 400;

/** JSON as a tree that folds; small things stand open. */
export function jsonTree(value, depth = 0) {
  if (value === null || typeof value !== "object") return h("span", { class: `json-${value === null ? "null" : typeof value}` }, scalar(value));
  const entries = Object.entries(value);
  const list = Array.isArray(value);
  if (entries.length === 0) return h("span", { class: "json-null" }, list ? "[]" : "{}");
  const rows = h("ul", { class: "json" }, entries.map(([key, part]) => {
    const nested = part !== null && typeof part === "object" && Object.keys(part).length > 0;
    const name = h("span", { class: "json-key" }, list ? `${key}` : key);
    if (!nested) return h("li", null, name, ": ", jsonTree(part, depth + 1));
    const size = Object.keys(part).length;
    const details = h("details", { open: depth < 1 || (depth < 3 && size <= 4) }, h("summary", null, name, h("small", null, Array.isArray(part) ? ` [${size}]` : ` {${size}}`)));
    // what is folded is built when it is opened
    const build = () => details.childElementCount === 1 && details.append(jsonTree(part, depth + 1));
    if (details.open) build();
    else details.addEventListener("toggle", build, { once: true });
    return h("li", null, details);
  }));
  return rows;
}

function scalar(value) {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > LONG ? `${text.slice(0, LONG)}… (${text.length})` : text;
}

/** What a body says: JSON, or a form with PHP brackets; the text itself where it is neither. */
export function readBody(text, type = "") {
  if (!text) return null;
  const trimmed = text.trim();
  if (/^[{[]/.test(trimmed)) {
    try {
      return JSON.parse(trimmed);
    } catch {
      return text;
    }
  }
  return type.includes("urlencoded") || /^[\w.[\]%-]+=/.test(trimmed) ? brackets(new URLSearchParams(trimmed)) : text;
}

/** a[b][]=1 as {a: {b: ["1"]}}. */
export function brackets(pairs) {
  const root = Object.create(null);
  for (const [name, value] of pairs) {
    const path = [name.split("[", 1)[0], ...[...name.matchAll(/\[([^\]]*)\]/g)].map(match => match[1])].slice(0, 20);
    let node = root;
    path.forEach((step, index) => {
      const key = step === "" && index > 0 ? String(Object.keys(node).length) : step;
      if (index === path.length - 1) node[key] = value;
      else node = typeof node[key] === "object" ? node[key] : (node[key] = Object.create(null));
    });
  }
  return root;
}
