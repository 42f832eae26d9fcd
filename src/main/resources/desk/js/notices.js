import { h, icon, iconButton } from "./dom.js";
import { t } from "./i18n.js";

const polite = h("div", { class: "sr", role: "status", "aria-live": "polite" });
const box = h("div", { class: "notices", role: "region" });
const words = [];
let speaking = null;

export function installNotices() {
  box.setAttribute("aria-label", t("notice.region"));
  document.body.append(polite, box);
}

/** Says something to those who listen to the page; what comes at once is said together, and no more than makes sense. */
export function say(text) {
  words.push(text);
  if (words.length > 5) words.shift();
  speaking ??= setTimeout(() => {
    polite.textContent = words.splice(0).join(". ");
    speaking = null;
  }, 300);
}

export function notice(text, { kind = "info", stays = 5000, action = null } = {}) {
  const close = () => element.remove();
  const element = h("div", { class: `notice ${kind}`, role: kind === "bad" ? "alert" : "status" },
    icon(kind === "bad" ? "warn" : "check", 18), h("span", null, text),
    action && h("button", { type: "button", class: "plain", onclick: () => { close(); action.run(); } }, action.label),
    iconButton("close", t("close"), close));
  while (box.childElementCount > 3) box.firstElementChild.remove();
  box.append(element);
  if (stays > 0) setTimeout(close, stays);
}

/** Shows what went wrong in the server's own words. */
export function trouble(problem) {
  const text = problem?.status === 0 ? t("notice.unreachable") : problem?.message ?? String(problem);
  notice(text, { kind: "bad", stays: 9000 });
  if (!("status" in Object(problem))) console.error(problem);
}

/** Runs what a press asks for, and shows what went wrong. */
export async function attempt(run) {
  try {
    return await run();
  } catch (problem) {
    trouble(problem);
    return undefined;
  }
}
