import { h } from "./dom.js";
import { t } from "./i18n.js";

/**
 * Turns the portal's message text into elements. Only what is known becomes an element, everything else stays text:
 * there is no way from a customer's words to markup, a script or a foreign picture.
 */

const PAIRED = ["b", "i", "u", "s", "size", "color", "url", "user", "chat", "context", "code", "img", "put", "send", "call"];
// bounded, so that a hostile text costs no more than its length
const TAG = /\[(\/)?([a-z]{1,9})(?:[=\s]([^\]]{0,2000}))?\]/gi;
const LINK = /\bhttps?:\/\/[^\s<>"'[\]]+[^\s<>"'[\].,;:!?)]/gi;
const DEEPEST = 20;
const QUOTE = /^-{6,}$/;

/** http, https, mailto, tel and paths of the portal; anything else (javascript:, data:) is no address. */
export function safeUrl(text) {
  const url = text.trim();
  if (/^(https?:\/\/|mailto:|tel:)/i.test(url)) {
    try {
      return new URL(url).href;
    } catch {
      return null;
    }
  }
  return /^\/[^/\\]/.test(url) || url === "/" ? url : null;
}

/** `act` is told of what a press asks for: {kind: "send" | "put", text}. */
export function bbcode(text, act = () => {}) {
  const root = document.createDocumentFragment();
  let quoted = null;
  const lines = text.replace(/\r\n?/g, "\n").replace(/#BR#|\[br\]/gi, "\n").split("\n");
  let plain = [];
  const flush = () => {
    if (plain.length > 0) inline(root, plain.join("\n"), act);
    plain = [];
  };
  for (const line of lines) {
    if (QUOTE.test(line.trim())) {
      if (quoted === null) {
        flush();
        quoted = [];
      } else {
        root.append(quote(quoted, act));
        quoted = null;
      }
    } else if (quoted !== null) {
      quoted.push(line);
    } else if (line.startsWith(">>")) {
      flush();
      const last = root.lastElementChild;
      if (last?.tagName === "BLOCKQUOTE" && root.lastChild === last) {
        last.append("\n");
        inline(last, line.slice(2), act);
      } else root.append(quote([line.slice(2)], act));
    } else {
      plain.push(line);
    }
  }
  if (quoted !== null) plain.push("------", ...quoted);
  flush();
  return root;
}

function quote(lines, act) {
  const block = h("blockquote");
  inline(block, lines.join("\n"), act);
  return block;
}

/** What remains when the marks are taken away, for lists and screen readers. */
export function plainText(text) {
  return text.replace(/#BR#|\[br\]/gi, " ").replace(TAG, "").replace(/\s+/g, " ").trim();
}

/** The text without its marks, but with its lines, as a channel shows it that keeps none. */
export function unmarked(text) {
  return text.replace(/#BR#|\[br\]/gi, "\n").replace(TAG, (whole, slash, name) => (PAIRED.includes(name.toLowerCase()) ? "" : whole));
}

function inline(root, text, act) {
  const stack = [{ tag: "", node: root, from: 0 }];
  const top = () => stack[stack.length - 1];
  const ends = lastEnds(text);
  let at = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match !== null; match = TAG.exec(text)) {
    const [whole, slash, rawName, value = ""] = match;
    const name = rawName.toLowerCase();
    if (!PAIRED.includes(name) && !["icon", "timestamp", "disk"].includes(name)) continue;
    if (top().tag === "code" && !(slash && name === "code")) continue;
    if (slash) {
      if (top().tag !== name) continue;
      words(top().node, text.slice(at, match.index));
      const done = stack.pop();
      top().node.append(close(done, text.slice(done.from, match.index), act));
    } else if (!PAIRED.includes(name)) {
      words(top().node, text.slice(at, match.index));
      top().node.append(single(name, value));
    } else {
      if (stack.length > DEEPEST || !ends(name, match.index)) continue;
      words(top().node, text.slice(at, match.index));
      stack.push({ tag: name, value, node: document.createDocumentFragment(), from: match.index + whole.length });
    }
    at = match.index + whole.length;
  }
  words(top().node, text.slice(at));
  while (stack.length > 1) {
    const open = stack.pop();
    top().node.append(open.node);
  }
}

/** Whether a tag that opens at a place is closed after it. */
function lastEnds(text) {
  const low = text.toLowerCase();
  const known = new Map();
  return (name, from) => {
    if (!known.has(name)) known.set(name, low.lastIndexOf(`[/${name}]`));
    return known.get(name) > from;
  };
}

function close({ tag, value, node }, raw, act) {
  const simple = { b: "strong", i: "em", u: "u", s: "s" }[tag];
  if (simple) return h(simple, null, node);
  switch (tag) {
    case "code":
      return h("code", { class: "block" }, raw.replace(/^\n|\n$/g, ""));
    case "size": {
      const element = h("span", null, node);
      const size = Number(value);
      if (size >= 8 && size <= 30) element.style.fontSize = `${size}px`;
      return element;
    }
    case "color": {
      const element = h("span", null, node);
      if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)) {
        element.classList.add("tinted");
        element.style.setProperty("--tint", value);
      }
      return element;
    }
    case "url":
      return link(value || raw, node);
    case "call":
      return link(`tel:${(value || raw).replace(/[^\d+]/g, "")}`, node);
    case "img": // no picture is fetched from a foreign place: the reader decides
      return link(raw, `🖼 ${t("message.picture")}`);
    case "send":
    case "put":
      return h("button", { type: "button", class: "inline-press", onclick: () => act({ kind: tag, text: value || raw }) }, node);
    default:
      return h("span", { class: "mention" }, node);
  }
}

function single(name, value) {
  const first = value.split(/\s/, 1)[0];
  if (name === "timestamp") {
    const time = new Date(Number(first) * 1000);
    return Number.isNaN(time.getTime()) ? value : h("time", { datetime: time.toISOString() }, time.toLocaleString(document.documentElement.lang, { timeZone: "UTC" }));
  }
  if (name === "disk") return h("span", { class: "mention" }, `📄 ${first}`);
  const title = /title=(\S+)/i.exec(value)?.[1] ?? t("message.icon");
  return h("span", { class: "mention" }, `:${title}:`);
}

function link(url, content) {
  const safe = safeUrl(url);
  const inner = content instanceof Node && !content.hasChildNodes() ? url : content;
  return safe === null ? h("span", { class: "dead-link" }, inner) : h("a", { href: safe, target: "_blank", rel: "noopener noreferrer nofollow" }, inner);
}

/** Bare addresses become links; the rest is text. */
function words(node, text) {
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    node.append(text.slice(at, match.index), link(match[0], match[0]));
    at = match.index + match[0].length;
  }
  if (at < text.length) node.append(text.slice(at));
}
