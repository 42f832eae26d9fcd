import { avatar } from "./avatar.js";
import { plainText } from "./bbcode.js";
import { hue, stageOf } from "./customer.js";
import { h, icon, write } from "./dom.js";
import { named, span, t } from "./i18n.js";
import { attempt } from "./notices.js";
import { VirtualList } from "./virtual.js";

const ORDER = ["queue", "waiting", "bot", "operator", "closed"];
const CLOSED_SHOWN = 200;
const SHOWN = ["chatId", "customerId", "stage", "waiting", "operator", "offeredToAll", "spam", "silent", "vote"];

/** The dialogs of the portal by their state, each with the timer that is due next. */
export class DialogList {
  #model;
  #list;
  #search;
  #line;
  #none;
  #views = new Map();

  constructor(model) {
    this.#model = model;
    this.#search = h("input", { type: "search", placeholder: t("dialogs.search"), "aria-label": t("dialogs.search"), oninput: () => this.#show() });
    this.#line = h("select", { "aria-label": t("dialogs.line"), onchange: () => this.#show() });
    this.#none = h("div", { class: "empty" }, icon("line", 28), h("p", null, t("dialogs.none")));
    this.#list = new VirtualList({ key: view => view.key, render: view => this.#row(view), patch: (row, view, before) => this.#patch(row, view, before), guess: 64, label: t("dialogs.label"), classes: "dialogs" });
    this.#list.element.addEventListener("keydown", event => this.#move(event));
    this.element = h("div", { class: "dialog-list" }, h("div", { class: "dialog-tools" }, h("label", { class: "search" }, icon("search", 16), this.#search), this.#line), this.#list.element, this.#none);
    model.topics.on(["dialogs", "chosen", "users", "customers"], () => this.#show());
    model.topics.on("lines", () => this.#showLines());
    this.#showLines();
  }

  focusSearch() {
    this.#search.focus();
    this.#search.select();
  }

  focus() {
    (this.#list.reveal(this.#model.chosen.chat) ?? this.#list.element.querySelector("button"))?.focus();
  }

  /** The next or the previous dialog, as the list shows them. */
  step(by) {
    const dialogs = this.#list.items.filter(view => view.dialog);
    if (dialogs.length === 0) return;
    const at = dialogs.findIndex(view => view.key === this.#model.chosen.chat);
    const next = dialogs[at < 0 ? 0 : Math.min(dialogs.length - 1, Math.max(0, at + by))];
    attempt(() => this.#model.choose({ chat: next.key }));
    return next.key;
  }

  /** Lets the timers count; only the rows in sight have one to be written. */
  tick() {
    const now = this.#model.now();
    for (const element of this.#list.element.querySelectorAll("[data-due]")) {
      const left = Number(element.dataset.due) - now;
      write(element, span(left));
      element.classList.toggle("soon", left < 10_000);
    }
  }

  #move(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const key = this.step(by);
    if (key !== undefined) requestAnimationFrame(() => requestAnimationFrame(() => this.#list.reveal(key)?.focus()));
  }

  #showLines() {
    const lines = [...this.#model.lines.values()];
    const chosen = this.#line.value;
    this.#line.replaceChildren(h("option", { value: "" }, t("dialogs.allLines")), ...lines.map(line => h("option", { value: line.id, selected: String(line.id) === chosen }, line.name || `#${line.id}`)));
    this.#line.hidden = lines.length < 2;
  }

  #show() {
    const words = this.#search.value.trim().toLocaleLowerCase();
    const line = this.#line.value;
    const groups = new Map(ORDER.map(stage => [stage, []]));
    for (const dialog of this.#model.dialogs.values()) {
      if (line !== "" && String(dialog.lineId) !== line) continue;
      if (words !== "" && !this.#text(dialog).includes(words)) continue;
      groups.get(stageOf(dialog)).push(dialog);
    }
    const items = [];
    for (const [stage, dialogs] of groups) {
      if (dialogs.length === 0) continue;
      items.push(this.#view(`stage:${stage}`, { stage, count: dialogs.length }));
      // by session, not by the last word: rows stay where they are while customers write
      dialogs.sort((one, other) => other.sessionId - one.sessionId);
      dialogs.slice(0, stage === "closed" ? CLOSED_SHOWN : Infinity).forEach(dialog => items.push(this.#view(dialog.chatId, {
        dialog, chosen: dialog.chatId === this.#model.chosen.chat,
      })));
    }
    this.#none.hidden = items.length > 0;
    this.#list.element.hidden = items.length === 0;
    this.#list.items = items;
    this.tick();
  }

  #text(dialog) {
    return `${this.#nameOf(dialog)} ${dialog.sessionId} ${dialog.chatId} ${dialog.lastMessage?.text ?? ""}`.toLocaleLowerCase();
  }

  #nameOf(dialog) {
    return this.#model.customers.get(dialog.customerId)?.name ?? this.#model.nameOf(dialog.customerId) ?? dialog.title;
  }

  #view(key, content) {
    const known = this.#views.get(key);
    if (known && Object.keys(content).every(name => known[name] === content[name])) return known;
    const view = { key, ...content };
    this.#views.set(key, view);
    return view;
  }

  #row(view) {
    if (view.stage) return h("h3", { class: "stage-head" }, h("i", { class: `dot ${view.stage}`, "aria-hidden": "true" }), t(`stage.${view.stage}`), h("span", { class: "count" }, String(view.count)));
    const { dialog, chosen } = view;
    const stage = stageOf(dialog);
    const name = this.#nameOf(dialog);
    const due = nextTimer(dialog);
    return h("button", {
      type: "button", class: "dialog-row", "data-stage": stage, "aria-current": chosen ? "true" : null, tabindex: chosen ? 0 : -1,
      onclick: () => attempt(() => this.#model.choose({ chat: dialog.chatId })),
    },
    avatar(name, { kind: "customer", color: hue(dialog.customerId) }),
    h("span", { class: "dialog-words" },
      h("span", { class: "dialog-top" }, h("strong", { dir: "auto" }, name), due && h("span", { class: "timer", title: named("timer", due.kind) }, h("span", { class: "sr" }, `${named("timer", due.kind)} `), h("span", { "data-due": Date.parse(due.at) }))),
      h("span", { class: "last", dir: "auto" }, lastOf(dialog)),
      h("span", { class: "holder" }, this.#holder(dialog, stage))));
  }

  /** While customers write, only their last words and the timers change. */
  #patch(row, { dialog, chosen }, before) {
    if (!dialog || !before.dialog || chosen !== before.chosen || SHOWN.some(name => dialog[name] !== before.dialog[name])) return false;
    const due = nextTimer(dialog);
    const timer = row.querySelector("[data-due]");
    if (due?.kind !== nextTimer(before.dialog)?.kind || (due && !timer)) return false;
    if (due) timer.dataset.due = Date.parse(due.at);
    write(row.querySelector(".last"), lastOf(dialog));
    return true;
  }

  #holder(dialog, stage) {
    const name = this.#model.nameOf(dialog.operator);
    const marks = [dialog.spam && t("mark.spam"), dialog.silent && t("mark.silent"), dialog.vote === 1 && "👍", dialog.vote === 0 && "👎"].filter(Boolean).join(" · ");
    const words = stage === "closed" ? t("stage.closed")
      : stage !== "queue" ? name
      : dialog.offeredToAll ? t("queue.all")
      : dialog.operator ? t("queue.asked", { name }) : t("queue.nobody");
    return marks ? `${words} · ${marks}` : words;
  }
}

function lastOf({ lastMessage }) {
  return lastMessage ? plainText(lastMessage.text).slice(0, 120) : t("dialogs.silent");
}

/** The timer of a dialog that rings first; the times of a portal are of one form, so their order is the texts'. */
export function nextTimer({ timers = [] }) {
  return timers.reduce((first, timer) => (first === null || timer.at < first.at ? timer : first), null);
}
