import { api } from "./api.js";
import { fill, h, icon, iconButton, write } from "./dom.js";
import { clockTime, current, day, LANGUAGES, named, span, t } from "./i18n.js";
import { attempt, notice } from "./notices.js";
import { menu, sheet } from "./sheet.js";

const SPEEDS = [
  ["stop", { manual: true }],
  ["real", { speed: 1 }],
  ["x10", { speed: 10 }],
  ["x60", { speed: 60 }],
];

const FAULTS = {
  limit: () => api.addFault({ error: "QUERY_LIMIT_EXCEEDED", status: 503, count: 3 }),
  error: () => api.addFault({ error: "INTERNAL_SERVER_ERROR", status: 500, count: 3 }),
  slow: () => api.addFault({ delayMs: 3000, count: 3 }),
  connection: () => api.addFault({ drop: true, count: 1 }),
  eventDrop: () => api.addFault({ event: "drop", count: 1 }),
  eventDouble: () => api.addFault({ event: "double", count: 1 }),
  eventReorder: () => api.addFault({ event: "reorder", count: 1 }),
  eventLate: () => api.addFault({ event: "late", count: 1 }),
  botDown: () => api.addFault({ event: "drop", count: 1_000_000 }),
  token: () => api.expireTokens(),
};

/** The bar on top: the portal's clock, faults, and the way to everything else. */
export class TopBar {
  #model;
  #time;
  #date;
  #speeds;
  #next;
  #connection;
  #faults;
  #faultCount;

  constructor(model, openSettings) {
    this.#model = model;
    this.#time = h("b", { class: "time" });
    this.#date = h("span", { class: "date" });
    this.#speeds = h("div", { class: "segments", role: "group", "aria-label": t("clock.speed") }, SPEEDS.map(([name, change]) => h("button", {
      type: "button", "data-speed": name, "aria-pressed": "false", title: t(`clock.${name}.title`), onclick: () => this.#set(change),
    }, name === "stop" ? icon("pause", 15) : null, h("span", { class: name === "stop" ? "sr" : "" }, t(`clock.${name}`)))));
    this.#next = h("button", { type: "button", class: "next-timer", title: `${t("clock.next")} (Alt+N)`, onclick: () => this.nextTimer() });
    this.#connection = h("span", { class: "connection", role: "status" });
    this.#faultCount = h("span", { class: "badge", hidden: true });
    this.#faults = h("div", { class: "fault-bar", role: "status", hidden: true });
    const faultMenu = menu(t("faults.title"), h("button", { type: "button", class: "plain", "aria-label": t("faults.title"), title: t("faults.title") }, icon("bolt", 16), h("span", { class: "wide-only" }, t("faults.title")), this.#faultCount), () => [
      ...Object.keys(FAULTS).map(name => ({ label: t(`fault.${name}`), run: () => this.#fault(name) })),
      { divider: true },
      { label: t("faults.clear"), disabled: model.faults.length === 0, run: () => attempt(() => api.clearFaults().then(() => this.#readFaults())) },
    ]);
    const moreMenu = menu(t("top.more"), h("button", { type: "button", class: "iconic", "aria-label": t("top.more"), title: t("top.more") }, icon("more")), () => [
      ...["auto", "light", "dark"].map(theme => ({ label: t(`theme.${theme}`), checked: (localStorage.getItem("theme") ?? "auto") === theme, run: () => applyTheme(theme) })),
      { divider: true },
      ...Object.entries(LANGUAGES).map(([code, name]) => ({ label: name, checked: code === current(), run: () => {
        localStorage.setItem("language", code);
        location.reload();
      } })),
      { divider: true },
      { label: t("keys.title"), key: "?", run: () => showKeys() },
    ]);
    this.element = h("header", { class: "top" },
      h("div", { class: "brand" }, h("img", { src: "icon.svg", alt: "", width: 24, height: 24 }), h("h1", null, "Openlines"), this.#connection),
      h("div", { class: "clock", role: "group", "aria-label": t("clock.label") }, h("span", { class: "moment" }, this.#time, this.#date), this.#speeds,
        h("button", { type: "button", class: "plain", onclick: () => this.#advance("PT1M") }, t("clock.minute")),
        h("button", { type: "button", class: "plain", onclick: () => this.#advance("PT1H") }, t("clock.hour")),
        h("button", { type: "button", class: "plain", title: t("clock.day.title"), onclick: () => attempt(() => this.#endDay()) }, icon("moon", 16), h("span", { class: "wide-only" }, t("clock.day"))), this.#next),
      h("nav", { class: "top-tools", "aria-label": t("top.tools") }, faultMenu,
        iconButton("gear", t("settings.title"), openSettings), moreMenu));
    this.bar = this.#faults;
    model.topics.on("clock", () => this.#show());
    model.topics.on("connection", () => this.#showConnection());
    model.topics.on("faults", () => this.#showFaults());
    model.topics.on(["dialogs"], () => this.tick());
  }

  tick() {
    const now = this.#model.now();
    const date = new Date(now);
    write(this.#time, clockTime(date));
    write(this.#date, day(date));
    const next = this.#due();
    const words = next ? named("timer", next.kind) : t("clock.noTimer");
    if (this.#next.dataset.words !== words) {
      this.#next.dataset.words = words;
      fill(this.#next, icon("next", 16), h("span", { class: "wide-only" }, words), next && h("b", { class: "left" }));
      this.#next.disabled = next === null;
      this.#next.setAttribute("aria-label", next ? `${t("clock.next")}: ${words}` : words);
    }
    if (next) write(this.#next.querySelector("b"), span(Date.parse(next.at) - now));
  }

  /** The timer that rings next. */
  #due() {
    let first = null;
    for (const dialog of this.#model.dialogs.values()) {
      for (const timer of dialog.timers ?? []) {
        if (first === null || timer.at < first.at) first = { ...timer, chatId: dialog.chatId };
      }
    }
    return first;
  }

  nextTimer() {
    const due = this.#due();
    if (due !== null) this.#advance(`PT${Math.max(0.001, (Date.parse(due.at) - this.#model.now()) / 1000).toFixed(3)}S`);
  }

  /** The line's working day ends; that of the chosen dialog's line, else of the first. */
  async #endDay() {
    const line = this.#model.dialog?.lineId ?? this.#model.lines.keys().next().value;
    const { closes } = line === undefined ? {} : await api.lineHours(line);
    if (!closes) throw new Error(t("clock.day.none"));
    await this.#model.setClock({ advance: `PT${Math.max(0.001, (Date.parse(closes) - this.#model.now()) / 1000).toFixed(3)}S` });
    notice(t("clock.day.over", { line: this.#model.lines.get(line)?.name ?? line }));
  }

  #advance(duration) {
    this.#set({ advance: duration });
  }

  #set(change) {
    attempt(() => this.#model.setClock(change));
  }

  #show() {
    const { manual, speed } = this.#model.clock;
    const chosen = manual ? "stop" : speed === 1 ? "real" : `x${speed}`;
    for (const button of this.#speeds.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.speed === chosen));
    }
    this.element.classList.toggle("stopped", manual);
    this.tick();
  }

  #showConnection() {
    const lost = this.#model.connection === "lost";
    this.#connection.classList.toggle("lost", lost);
    write(this.#connection, lost ? t("connection.lost") : "");
  }

  async #fault(name) {
    await attempt(async () => {
      await FAULTS[name]();
      await this.#readFaults();
      notice(t("faults.on", { name: t(`fault.${name}`) }));
    });
  }

  async #readFaults() {
    await this.#model.readFaults();
  }

  #showFaults() {
    const { faults } = this.#model;
    this.#faultCount.hidden = faults.length === 0;
    write(this.#faultCount, String(faults.length));
    this.#faults.hidden = faults.length === 0;
    if (faults.length > 0) {
      fill(this.#faults, icon("bolt", 16), h("b", null, t("faults.active")), faults.map(fault => h("span", { class: "fault" }, describe(fault))),
        h("button", { type: "button", class: "plain", onclick: () => attempt(() => api.clearFaults().then(() => this.#readFaults())) }, t("faults.clear")));
    }
  }
}

function describe(fault) {
  const what = fault.event ? t(`fault.event.${fault.event}`) : fault.error || (fault.delayMillis ? t("fault.delay", { seconds: fault.delayMillis / 1000 }) : t("fault.connection"));
  const left = fault.count;
  return [what, fault.method || fault.name, left > 1000 ? t("faults.always") : left > 1 ? `×${left}` : null].filter(Boolean).join(" ");
}

export function applyTheme(theme = localStorage.getItem("theme") ?? "auto") {
  localStorage.setItem("theme", theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export const KEYS = [
  ["Enter", "keys.send"], ["Shift+Enter", "keys.break"], ["Alt+↑ / Alt+↓", "keys.step"], ["Alt+N", "keys.next"], ["Alt+T", "keys.take"], ["Alt+H", "keys.note"],
  ["Alt+C", "keys.customer"], ["/", "keys.search"], ["Ctrl+F", "keys.find"], ["Alt+1 … 3", "keys.panes"], ["Alt+S", "keys.save"], ["Alt+R", "keys.replay"], ["?", "keys.help"],
];

export function showKeys() {
  sheet(t("keys.title"), h("dl", { class: "keys-list" }, KEYS.map(([key, words]) => [h("dt", null, h("kbd", null, key)), h("dd", null, t(words))])));
}
