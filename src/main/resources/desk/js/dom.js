/** Builds elements. Text always goes in as text nodes, so nothing a customer writes can become markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * h("button", {class: "plain", onclick: send, "aria-label": "Send"}, "Send")
 * Props: `on…` are listeners, `class` and other names attributes; false, null and undefined leave an attribute out.
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    set(element, name, value);
  }
  append(element, children);
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "value" || name === "checked" || name === "selected" || name === "disabled") element[name] = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Replaces the content. */
export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** Sets the text only where it differs, so that a ticking clock costs nothing and selections stay. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function toggle(element, name, on) {
  if (on) element.setAttribute(name, "");
  else element.removeAttribute(name);
}

const PATHS = {
  send: "M4 12 20 4l-6 16-3-7z",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1.5-4 5-5 8-5s6.500 1 8 5",
  bot: "M5 9h14v10H5zM12 9V5M9 13.500v1M15 13.500v1M9.500 5h5",
  line: "M4 7h16M4 12h10M4 17h13",
  wire: "M4 8h13l-3-3M20 16H7l3 3",
  next: "M5 5l9 7-9 7zM18 5v14",
  pause: "M8 5v14M16 5v14",
  play: "M7 4.500l12 7.500-12 7.500z",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  gear: "M12 15.200a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400zM12 3v2.500M12 18.500V21M3 12h2.500M18.500 12H21M5.600 5.600l1.800 1.800M16.600 16.600l1.800 1.800M5.600 18.400l1.800-1.800M16.600 7.400l1.800-1.800",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.500V5M12 19v2.500M2.500 12H5M19 12h2.500M5.300 5.300 7 7M17 17l1.700 1.700M5.300 18.700 7 17M17 7l1.700-1.700",
  moon: "M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z",
  help: "M9 9.500a3 3 0 1 1 4.200 2.700c-.9.500-1.200 1-1.200 2.300M12 17.500v.500",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  down: "M6 9l6 6 6-6",
  up2: "M6 15l6-6 6 6",
  right: "M9 6l6 6-6 6",
  left: "M15 6l-6 6 6 6",
  search: "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM20 20l-4.700-4.700",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  copy: "M9 9h10v11H9zM5 15V4h10",
  check: "M5 12.500l4.500 4.500L19 7.500",
  checks: "M2 12.500l4.500 4.500L16 7.500M12 16l1 1 9.500-9.500",
  eye: "M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6zM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  note: "M5 4h14v11l-5 5H5zM14 20v-5h5",
  clip: "M19 11l-7.500 7.500a4.500 4.500 0 0 1-6.400-6.400L13 4.200a3 3 0 0 1 4.200 4.200l-7.800 7.800a1.500 1.500 0 0 1-2.100-2.100L14 7.400",
  up: "M7 11v9H4v-9zM7 11l4-8c1.500 0 2.500 1 2.500 2.500V9h5c1.300 0 2.200 1.200 1.900 2.400l-1.600 6.600c-.2 1.200-1.200 2-2.400 2H7",
  thumbdown: "M17 13V4h3v9zM17 13l-4 8c-1.500 0-2.500-1-2.500-2.500V15h-5c-1.300 0-2.200-1.200-1.900-2.400l1.600-6.600C5.400 4.800 6.400 4 7.600 4H17",
  save: "M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6",
  arrowin: "M20 12H6M11 6l-6 6 6 6",
  arrowout: "M4 12h14M13 6l6 6-6 6",
  again: "M5 12a7 7 0 1 1 2.200 5.100M5 12V7M5 12h5",
  branch: "M7 4v16M7 9c0 4 10 2 10 7v4M14 17l3 3 3-3",
  warn: "M12 4 3 20h18zM12 10v4.500M12 17.500v.01",
};

/** An icon is decoration; the control around it carries the words. */
export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24", width: size, height: size, fill: "none", stroke: "currentColor", "stroke-width": name === "more" ? 3 : 1.8,
    "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", class: "icon",
  })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only an icon, with its words for those who point at it or hear it. */
export function iconButton(name, label, onclick, props = {}) {
  return h("button", { type: "button", class: "iconic", "aria-label": label, title: label, onclick, ...props }, icon(name));
}
