import { api } from "./api.js";
import { buttonsOf } from "./bubbles.js";
import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { readBody } from "./json.js";
import { attempt, notice } from "./notices.js";
import { download } from "./settings.js";
import { field, select, sheet } from "./sheet.js";

/** Offers the chosen dialog as a dialog test: a script that a person can read, name and change before it is kept. */
export async function saveAsTest(model) {
  const dialog = model.dialog;
  const messages = model.messages(model.chosen.chat);
  if (!dialog || messages.length === 0) {
    notice(t("save.empty"));
    return;
  }
  const area = h("textarea", { class: "script", name: "script", spellcheck: "false", rows: 16 }, scriptOf(model, dialog, messages, model.exchanges));
  const name = h("input", { name: "name", value: nameOf(model, messages), required: true, maxlength: 60, autocomplete: "off" });
  const places = [...model.beside.bots.map(bot => [bot, t("save.into", { bot })]), ["", t("save.download")]];
  const where = select("where", places, places[0][0]);
  const form = h("form", {
    class: "form",
    onsubmit: event => {
      event.preventDefault();
      attempt(async () => {
        const file = `${slug(name.value)}.yml`;
        if (where.value === "") download(file, area.value, "text/yaml");
        else await api.saveScript(where.value, file, area.value);
        notice(t("save.done", { file }));
        box.close();
      });
    },
  }, field(t("save.name"), name), places.length > 1 && field(t("save.where"), where), field(t("save.script"), area),
  h("div", { class: "row end" }, h("button", { type: "button", class: "plain", onclick: () => attempt(() => navigator.clipboard.writeText(area.value).then(() => notice(t("copied")))) }, icon("copy", 16), t("save.copy")),
    h("button", { type: "submit", class: "primary" }, t("save"))));
  const box = sheet(t("save.title"), form);
  name.focus();
  name.select();
}

function nameOf(model, messages) {
  const first = messages.filter(message => model.kindOf(message.authorId) === "customer").slice(0, 2).map(message => message.text);
  return slug(first.join(" ")) || "dialog";
}

function slug(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}

/**
 * The dialog as a script: what was done to the bot, and what it answered.
 *
 * A bot is let in before it hears the customer's first words, though in the chat those stand first: so the script begins
 * with its coming in and the first thing it said.
 */
export function scriptOf(model, dialog, messages, exchanges) {
  const customer = model.customers.get(dialog.customerId);
  const head = [`about: ${scalar(nameOf(model, messages).replaceAll("-", " "))}`];
  if (customer) head.push(`customer: ${scalar(customer.name.split(" ")[0])}`);
  if (dialog.connector !== "livechat") head.push(`channel: ${scalar(dialog.connector)}`);
  head.push(`at: ${dialog.started.slice(0, 16)}`, "zone: UTC", "dialog:");
  return `${[...head, ...stepsOf(model, dialog, messages, exchanges).map(step => `  - ${written(step)}`)].join("\n")}\n`;
}

function written({ buttons, ...step }) {
  const [[name, value]] = Object.entries(step);
  const line = `${name}: ${["joins", "wait", "handoff"].includes(name) || value === true ? value : scalar(value)}`;
  return buttons === undefined ? line : `${line}\n    buttons: [${buttons.map(button => scalar(button, true)).join(", ")}]`;
}

/** The last session of a dialog as the steps of a dialog test. */
export function stepsOf(model, dialog, messages, exchanges) {
  const happened = inOrder(model, messages.filter(message => message.sessionId === dialog.sessionId),
    exchanges.filter(entry => entry.at >= dialog.started && entry.status === 200 && entry.name in ENDS));
  const steps = [];
  let buttons = [];
  let held = true;
  let answered = true;
  let before = null;
  for (const { at, message, end } of happened) {
    const kind = message === undefined ? "bot" : model.kindOf(message.authorId);
    if (kind === "system") continue;
    const pause = before === null ? 0 : Math.round((Date.parse(at) - Date.parse(before)) / 1000);
    if (pause >= 60) steps.push({ wait: lasting(pause) });
    before = at;
    if (end !== undefined) {
      steps.push(end);
      held = false;
      answered = true;
    } else if (kind === "customer") {
      const pressed = buttons.find(button => [button.TEXT, button.ACTION_VALUE].includes(message.text));
      steps.push(pressed ? { presses: pressed.TEXT } : { customer: message.text });
      answered = false;
      if (!held && steps.some(step => step.operator !== undefined)) steps.push({ silent: true });
    } else if (kind === "bot") {
      held = true;
      answered = true;
      if (message.hidden) {
        steps.push({ aside: message.text });
        continue;
      }
      buttons = buttonsOf(message.params).filter(button => button.TEXT);
      steps.push(buttons.length > 0 ? { bot: message.text, buttons: buttons.map(button => button.TEXT) } : { bot: message.text });
    } else if (!message.hidden) {
      held = false;
      steps.push({ operator: message.text });
    }
  }
  if (!answered && held) steps.push({ silent: true });
  const first = steps.findIndex(step => step.bot !== undefined);
  if (first > 0 && steps.slice(0, first).every(step => step.customer !== undefined)) steps.unshift(...steps.splice(first, 1));
  return [{ joins: "welcome" }, ...steps];
}

/** On a clock that stands everything has the same time; what a bot ended, it ended before a person spoke. */
function inOrder(model, messages, ends) {
  const all = messages.map(message => ({ at: message.date, message }));
  for (const entry of ends) {
    const after = all.findIndex(({ at, message }) => at > entry.at || (at === entry.at && message && model.kindOf(message.authorId) === "employee"));
    all.splice(after < 0 ? all.length : after, 0, { at: entry.at, end: ENDS[entry.name](readBody(entry.request, entry.contentType) ?? {}) });
  }
  return all;
}

const ENDS = {
  "imopenlines.bot.session.operator": () => ({ handoff: "queue" }),
  "imopenlines.bot.session.finish": () => ({ finish: true }),
  "imopenlines.bot.session.transfer": ({ USER_ID, QUEUE_ID, TRANSFER_ID }) => {
    const target = USER_ID ? String(USER_ID) : QUEUE_ID ? `queue${QUEUE_ID}` : String(TRANSFER_ID ?? "");
    return { handoff: target.startsWith("queue") ? `line ${target.slice(5)}` : `employee ${target}` };
  },
};

function lasting(seconds) {
  const parts = [[Math.floor(seconds / 3600), "h"], [Math.floor(seconds / 60) % 60, "m"], [seconds % 60, "s"]];
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`).join("");
}

/** A YAML scalar: bare where that can be read in one way only, quoted otherwise. */
export function scalar(text, inList = false) {
  const bare = inList ? /^[\p{L}][\p{L}\p{N} .!?'()-]*$/u : /^[\p{L}][\p{L}\p{N} ,.!?'()/-]*$/u;
  const word = text.trim() === text && bare.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return word ? text : JSON.stringify(text);
}
