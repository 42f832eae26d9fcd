import { h, icon } from "./dom.js";

/** Who somebody is at a glance: initials on their colour, or the bot's sign. Decoration beside a name. */
export function avatar(name, { kind = "employee", color, presence, size = "" } = {}) {
  const initials = [...name.trim()].length === 0 ? "?" : name.trim().split(/\s+/).slice(0, 2).map(word => [...word][0]).join("").toUpperCase();
  const picture = h("span", { class: `avatar ${kind} ${size}`, "aria-hidden": "true" }, kind === "bot" ? icon("bot", 16) : initials);
  if (color && kind !== "bot") picture.style.setProperty("--hue", color);
  if (presence) picture.append(h("i", { class: `presence ${presence}` }));
  return picture;
}

const CHANNELS = {
  livechat: { keyboard: true, vote: true, code: "livechat" },
  telegrambot: { keyboard: true, vote: false, code: "telegram" },
  whatsappbytwilio: { keyboard: false, vote: false, code: "whatsapp" },
};

/** How the customer's channel looks and what it can show; a channel that is not known shows text alone. */
export function channel(connector) {
  const code = connector?.code ?? connector ?? "";
  const known = Object.entries(CHANNELS).find(([name]) => code === name)?.[1]
    ?? (/telegram/i.test(code) ? CHANNELS.telegrambot : /whatsapp/i.test(code) ? CHANNELS.whatsappbytwilio : null);
  return known ?? { keyboard: false, vote: false, code: "other" };
}
