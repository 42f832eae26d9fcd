import { api } from "./api.js";
import { fill, h, icon } from "./dom.js";
import { clockTime, t } from "./i18n.js";
import { jsonTree, readBody } from "./json.js";
import { attempt, notice } from "./notices.js";
import { interleave, Turns, wordsOf } from "./turns.js";
import { turnBody, turnHead } from "./turnview.js";
import { VirtualList } from "./virtual.js";

/** What went over the wire for the chosen dialog: events to bots and applications, and their calls. */
export class WirePane {
  #model;
  #list;
  #empty;
  #kind = "all";
  #search;
  #filters;
  #opened = new Map();
  #views = new Map();
  #chat = null;
  #turns;

  constructor(model) {
    this.#model = model;
    this.#search = h("input", { type: "search", placeholder: t("wire.search"), "aria-label": t("wire.search"), oninput: () => this.#show() });
    this.#filters = h("div", { class: "segments", role: "group", "aria-label": t("wire.kind") }, ["all", "event", "rest", "turn"].map(kind =>
      h("button", { type: "button", "aria-pressed": String(kind === "all"), "data-kind": kind, onclick: () => this.#filter(kind) }, t(`wire.${kind}`))));
    this.#list = new VirtualList({ key: view => view.key, render: view => this.#row(view), guess: 46, stick: true, label: t("wire.label"), classes: "exchanges" });
    this.#empty = h("div", { class: "empty" });
    this.#turns = new Turns(model, () => this.#show());
    this.element = h("div", { class: "wire-side" }, h("div", { class: "wire-tools" }, this.#filters, h("label", { class: "search" }, icon("search", 16), this.#search)), this.#list.element, this.#empty);
    model.topics.on(["exchanges", "chosen"], () => this.#show());
    this.#show();
  }

  focus() {
    (this.#list.element.querySelector("button") ?? this.#search).focus();
  }

  focusSearch() {
    this.#search.focus();
    this.#search.select();
  }

  #filter(kind) {
    this.#kind = kind;
    this.#filters.querySelectorAll("button").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.kind === kind)));
    this.#show();
  }

  #show() {
    const { chosen } = this.#model;
    if (chosen.chat !== this.#chat) {
      this.#chat = chosen.chat;
      this.#opened.clear();
      this.#views.clear();
    }
    const words = this.#search.value.trim().toLowerCase();
    const items = interleave(this.#model.exchanges, this.#turns.all)
      .filter(({ entry, turn }) => (this.#kind === "all" || this.#kind === (turn ? "turn" : entry.kind)) && (words === "" || textOf(entry, turn).toLowerCase().includes(words)));
    this.#filters.lastElementChild.hidden = !this.#model.beside.turns;
    this.#list.items = items.map(({ entry, turn }) => {
      const thing = turn ?? entry;
      const key = turn ? turn.key : entry.id;
      const open = this.#opened.has(key);
      const known = this.#views.get(key);
      if (known && known.thing === thing && known.open === open) return known;
      const view = { key, thing, entry, turn, open };
      this.#views.set(key, view);
      return view;
    });
    this.#list.element.hidden = items.length === 0;
    this.#empty.hidden = items.length > 0;
    if (items.length === 0) fill(this.#empty, icon("wire", 28), h("p", null, t(this.#model.exchanges.length > 0 ? "wire.nothingFound" : chosen.chat === null ? "wire.choose" : "wire.none")));
  }

  #row({ entry, turn, open }) {
    if (turn) return h("div", { class: `exchange turn ${open ? "open" : ""}` }, turnHead(turn, open, () => this.#toggleTurn(turn)), open && turnBody(turn, this.#model));
    const good = entry.problem == null && entry.status >= 200 && entry.status < 400;
    const inward = (entry.direction ?? (entry.kind === "rest" ? "in" : "out")) === "in";
    const status = entry.problem ? t("wire.failed") : entry.status === 0 ? "…" : String(entry.status);
    const head = h("button", { type: "button", class: "exchange-head", "aria-expanded": String(open), onclick: () => this.#toggle(entry) },
      h("span", { class: `way ${inward ? "in" : "out"}`, title: t(inward ? "wire.in" : "wire.out") }, icon(inward ? "arrowin" : "arrowout", 15), h("span", { class: "sr" }, t(inward ? "wire.in" : "wire.out"))),
      methodName(entry.name),
      markOf(entry),
      h("span", { class: `status ${good ? "good" : entry.status === 0 && !entry.problem ? "" : "bad"}` }, status),
      h("span", { class: "took" }, entry.latencyMs == null ? "" : `${Math.round(entry.latencyMs)} ms`),
      h("time", { datetime: entry.at }, clockTime(new Date(entry.at))));
    return h("div", { class: `exchange ${open ? "open" : ""}` }, head, open && this.#detail(this.#opened.get(entry.id) ?? entry));
  }

  #toggleTurn(turn) {
    if (!this.#opened.delete(turn.key)) {
      this.#opened.set(turn.key, turn);
      this.#list.stay();
    }
    this.#show();
  }

  async #toggle(entry) {
    if (this.#opened.delete(entry.id)) {
      this.#show();
      return;
    }
    this.#opened.set(entry.id, entry);
    this.#list.stay();
    this.#show();
    if (entry.request === undefined || entry.truncated) {
      const whole = await attempt(() => api.exchange(entry.id));
      if (whole && this.#opened.has(entry.id)) {
        this.#opened.set(entry.id, whole);
        this.#views.delete(entry.id);
        this.#show();
      }
    }
  }

  #detail(entry) {
    return h("div", { class: "exchange-body" },
      h("p", { class: "address" }, h("b", null, entry.verb), " ", h("span", null, entry.url)),
      h("p", { class: "muted" }, clockTime(new Date(entry.at)), entry.latencyMs == null ? "" : ` · ${entry.latencyMs.toFixed(1)} ms`),
      entry.problem && h("p", { class: "problem" }, icon("warn", 15), entry.problem),
      h("h3", null, t("wire.request")), this.#body(entry.request, entry.contentType),
      h("h3", null, `${t("wire.response")} ${entry.status || ""}`), this.#body(entry.response),
      h("div", { class: "row" },
        h("button", { type: "button", class: "plain", onclick: () => copy(curl(entry)) }, icon("copy", 15), t("wire.curl")),
        h("button", { type: "button", class: "plain", onclick: () => copy(`${entry.request ?? ""}\n\n${entry.response ?? ""}`) }, icon("copy", 15), t("wire.copyBodies"))),
      entry.mark && h("div", { class: `basis ${entry.mark}` }, h("p", null, markOf(entry), " ", t(`mark.${entry.mark}`)),
        (entry.words ?? []).length > 0 && h("ul", null, entry.words.map(words => h("li", null, words))),
        entry.page && h("p", { class: "muted" }, t("mark.page"), " ", h("code", null, entry.page))));
  }

  #body(text, type) {
    const value = readBody(text ?? "", type);
    if (value === null) return h("p", { class: "muted" }, t("wire.empty"));
    return typeof value === "string" ? h("pre", null, value) : h("div", { class: "json-frame" }, jsonTree(value));
  }
}

function textOf(entry, turn) {
  return turn ? `${turn.handler} ${wordsOf(turn)}` : `${entry.name} ${entry.request ?? ""} ${entry.response ?? ""}`;
}

/** The end of a method's name is what tells it from others, so the style cuts its beginning. */
function methodName(name) {
  return h("span", { class: "exchange-name", title: name }, h("bdi", null, name));
}

function markOf({ mark }) {
  return h("span", { class: `mark ${mark}`, title: t(`mark.${mark}`) }, t(`mark.${mark}.short`), h("span", { class: "sr" }, t(`mark.${mark}`)));
}

async function copy(text) {
  await attempt(() => navigator.clipboard.writeText(text));
  notice(t("copied"));
}

/** The exchange as a command for a POSIX shell. */
export function curl(entry) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  // a call names only its path: it came to where this page came from
  const parts = ["curl", "-X", entry.verb, quoted(new URL(entry.url, location.origin).href)];
  if (entry.contentType) parts.push("-H", quoted(`Content-Type: ${entry.contentType}`));
  if (entry.request) parts.push("--data-raw", quoted(entry.request));
  return parts.join(" ");
}
