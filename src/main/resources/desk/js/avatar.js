import { h, icon } from "./dom.js";

/** Who somebody is at a glance: initials on their colour, or the bot's sign. Decoration beside a name. */
export function avatar(name, { kind = "employee", color, presence, size = "" } = {}) {
  const initials = [...name.trim()].length === 0 ? "?" : name.trim().split(/\s+/).slice(0, 2).map(word => [...word][0]).join("").toUpperCase();
  const picture = h("span", { class: `avatar ${kind} ${size}`, "aria-hidden": "true" }, kind === "bot" ? icon("bot", 16) : initials);
  if (color && kind !== "bot") picture.style.setProperty("--hue", color);
  if (presence) picture.append(h("i", { class: `presence ${presence}` }));
  return picture;
}

const PLAIN = { buttons: false, plain: false, widget: false };
const LOOKS = { telegrambot: "telegram", whatsapp: "whatsapp", livechat: "livechat" };

/** What the customer's channel can show, as the portal says it, and what it looks like. */
export function channel(model, code) {
  return { ...PLAIN, ...model.connectors.get(code), look: LOOKS[code] ?? "other" };
}
