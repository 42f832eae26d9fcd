import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { Bubbles } from "./bubbles.js";
import { compare } from "./compare.js";
import { Composer } from "./composer.js";
import { hue, stageOf } from "./customer.js";
import { fill, h, icon, write } from "./dom.js";
import { named, span, t } from "./i18n.js";
import { attempt } from "./notices.js";
import { ask, field, menu, select } from "./sheet.js";

const QUICK = ["quick.hello", "quick.moment", "quick.help", "quick.bye"];

/** The operator's side of the chosen dialog. */
export class OperatorChat {
  #model;
  #bubbles;
  #composer;
  #head;
  #timers;
  #acts;
  #actor;
  #note;
  #frame;
  #empty;
  #find;
  #shown = null;
  #saveAsTest;
  #replay;

  constructor(model, saveAsTest, replay) {
    this.#replay = replay;
    this.#model = model;
    this.#saveAsTest = saveAsTest;
    this.#head = h("div", { class: "operator-title" });
    this.#timers = h("ul", { class: "timers", "aria-label": t("operator.timers") });
    this.#acts = h("div", { class: "acts" });
    this.#actor = h("select", { class: "actor", "aria-label": t("operator.as"), onchange: () => this.#model.actAs(this.#model.chosen.chat, Number(this.#actor.value)) });
    this.#note = h("button", { type: "button", class: "toggle", "aria-pressed": "false", title: `${t("operator.note")} (Alt+H)`, onclick: () => this.toggleNote() }, icon("note", 16), h("span", null, t("operator.note")));
    this.#bubbles = new Bubbles(model, {
      notes: true,
      own: message => ["employee", "bot"].includes(model.kindOf(message.authorId)),
      sees: () => true,
      name: message => model.nameOf(message.authorId),
      kind: message => model.kindOf(message.authorId),
      act: ({ text }) => this.#composer.put(text),
      keyboard: true,
      passive: true,
    }, t("operator.messages"));
    const quick = menu(t("operator.quick"), h("button", { type: "button", class: "toggle", title: t("operator.quick") }, icon("bolt", 16), h("span", null, t("operator.quick"))),
      () => QUICK.map(key => ({ label: t(key), run: () => this.#composer.put(t(key)) })));
    this.#composer = new Composer({
      label: t("operator.write"), placeholder: t("operator.placeholder"), send: text => this.#say(text),
    });
    this.#find = h("form", { class: "find", role: "search", hidden: true, onsubmit: event => this.#findNext(event) },
      h("input", { type: "search", "aria-label": t("operator.find"), placeholder: t("operator.find") }), h("output", { "aria-live": "polite" }),
      h("button", { type: "submit", class: "plain" }, t("operator.next")));
    this.#find.addEventListener("keydown", event => event.key === "Escape" && this.#closeFind());
    this.#frame = h("div", { class: "operator-frame" },
      h("div", { class: "operator-head" }, this.#head, this.#acts, this.#timers), this.#find,
      this.#bubbles.element,
      h("div", { class: "operator-foot" }, h("div", { class: "foot-tools" }, h("label", { class: "as" }, h("span", null, t("operator.as")), this.#actor), this.#note, quick), this.#composer.element));
    this.#empty = h("div", { class: "empty" }, icon("line", 30), h("p", null, t("operator.none")), h("p", { class: "muted" }, t("operator.noneWords")));
    this.element = h("div", { class: "operator-side" });
    model.topics.on(["chosen", "dialogs", "users", "lines"], () => this.#update());
    model.topics.on("messages", () => this.#showMessages());
    this.#update();
  }

  focus() {
    this.#composer.area.focus();
  }

  toggleNote() {
    const on = this.#note.getAttribute("aria-pressed") !== "true";
    this.#note.setAttribute("aria-pressed", String(on));
    this.#composer.element.classList.toggle("noting", on);
    this.#composer.label(t(on ? "operator.writeNote" : "operator.write"), t(on ? "operator.notePlaceholder" : "operator.placeholder"));
    this.#composer.area.focus();
  }

  /** Takes the dialog, as the employee whom the page speaks for. */
  take() {
    if (this.#model.dialog && ["queue", "bot"].includes(stageOf(this.#model.dialog))) this.#press("answer");
  }

  openFind() {
    if (this.#model.dialog === null) return;
    this.#find.hidden = false;
    this.#find.querySelector("input").focus();
  }

  tick() {
    const now = this.#model.now();
    for (const element of this.#timers.querySelectorAll("[data-due]")) {
      const left = Number(element.dataset.due) - now;
      write(element, span(left));
      element.classList.toggle("soon", left < 10_000);
    }
  }

  #update() {
    const dialog = this.#model.dialog;
    const shown = dialog === null ? this.#empty : this.#frame;
    if (this.#shown !== shown) {
      this.#shown = shown;
      fill(this.element, shown);
    }
    if (dialog === null) return;
    this.#showHead(dialog);
    this.#showActs(dialog);
    this.#showTimers(dialog);
    this.#showActor(dialog);
  }

  #showHead(dialog) {
    const customer = this.#model.customers.get(dialog.customerId);
    const name = customer?.name ?? this.#model.nameOf(dialog.customerId);
    const stage = stageOf(dialog);
    const signature = [name, stage, dialog.operator, dialog.lineId, dialog.sessionId, dialog.spam, dialog.silent, dialog.vote, dialog.offeredToAll, this.#model.nameOf(dialog.operator)].join("|");
    if (this.#head.dataset.signature === signature) return;
    this.#head.dataset.signature = signature;
    const holder = this.#model.nameOf(dialog.operator);
    const words = stage === "queue" ? (dialog.offeredToAll ? t("queue.all") : dialog.operator ? t("queue.asked", { name: holder }) : t("queue.nobody")) : stage === "closed" ? "" : holder;
    fill(this.#head, avatar(name, { kind: "customer", color: hue(dialog.customerId) }),
      h("div", { class: "title-words" }, h("h2", { dir: "auto" }, name),
        h("p", { class: "muted" }, [this.#model.lines.get(dialog.lineId)?.name, named("channel", dialog.connector), t("chat.session", { id: dialog.sessionId })].filter(Boolean).join(" · "))),
      h("span", { class: `chip ${stage}` }, t(`stage.${stage}`), words && h("b", null, words)),
      dialog.spam && h("span", { class: "chip closed" }, t("mark.spam")),
      dialog.silent && h("span", { class: "chip queue" }, t("mark.silent")),
      dialog.vote >= 0 && h("span", { class: `chip ${dialog.vote === 1 ? "operator" : "waiting"}` }, dialog.vote === 1 ? "👍" : "👎", h("span", { class: "sr" }, t(dialog.vote === 1 ? "fact.votedGood" : "fact.votedBad"))));
  }

  #showActs(dialog) {
    const stage = stageOf(dialog);
    if (this.#acts.dataset.signature === `${stage}|${dialog.chatId}`) return;
    this.#acts.dataset.signature = `${stage}|${dialog.chatId}`;
    const refocus = this.#acts.contains(document.activeElement);
    const button = (act, label, props = {}) => h("button", { type: "button", onclick: () => this.#press(act), ...props }, label);
    const held = stage === "operator" || stage === "waiting";
    const more = menu(t("operator.more"), h("button", { type: "button", class: "iconic", "aria-label": t("operator.more"), title: t("operator.more") }, icon("more")), () => this.#moreEntries());
    fill(this.#acts,
      (stage === "queue" || stage === "bot") && button("answer", [t("operator.take")], { class: "primary", title: "Alt+T" }),
      stage === "queue" && button("skip", t("operator.skip")),
      stage !== "closed" && h("button", { type: "button", onclick: () => this.#transfer() }, t("operator.transfer")),
      held && h("button", { type: "button", onclick: () => this.#finish() }, t("operator.finish")),
      h("button", { type: "button", class: "save-test", title: `${t("save.asTest")} (Alt+S)`, "aria-label": t("save.asTest"), onclick: () => this.#saveAsTest() }, icon("save", 16), h("span", null, t("save.asTest"))),
      more);
    if (refocus) (held ? this.#composer.area : this.#acts.querySelector("button"))?.focus();
  }

  #moreEntries() {
    const dialog = this.#model.dialog;
    const open = stageOf(dialog) !== "closed";
    return [
      open && { label: t("operator.find"), key: "Ctrl+F", run: () => this.openFind() },
      open && { label: t("operator.join"), run: () => this.#press("join") },
      open && { label: t("operator.intercept"), run: () => this.#press("intercept") },
      open && { label: t("operator.silent"), checked: Boolean(dialog.silent), run: () => this.#press("silent", { ACTIVATE: dialog.silent ? "N" : "Y" }) },
      open && { label: t("operator.pin"), checked: (dialog.pinned ?? []).length > 0, run: () => this.#press("pin", { ACTIVATE: (dialog.pinned ?? []).length > 0 ? "N" : "Y" }) },
      { label: t("customer.replay"), run: () => attempt(() => this.#replay()) },
      { label: t("replay.title"), key: "Alt+R", run: () => attempt(() => compare(this.#model)) },
      { label: t("operator.rate"), run: () => this.#rate() },
      open && { divider: true },
      open && { label: t("operator.finish"), run: () => this.#finish() },
      open && { label: t("operator.spam"), danger: true, run: () => this.#press("spam") },
    ];
  }

  #showTimers(dialog) {
    const timers = dialog.timers ?? [];
    const signature = timers.map(timer => `${timer.kind}@${timer.at}`).join();
    if (this.#timers.dataset.signature !== signature) {
      this.#timers.dataset.signature = signature;
      fill(this.#timers, timers.map(timer => h("li", null, named("timer", timer.kind), " ", h("b", { "data-due": Date.parse(timer.at) }))));
    }
    this.tick();
  }

  #showActor(dialog) {
    const employees = this.#model.employees;
    const actor = this.#model.actor(dialog);
    const signature = `${employees.map(user => `${user.id}${user.name}${user.presence}`).join()}|${actor?.id}`;
    if (this.#actor.dataset.signature === signature) return;
    this.#actor.dataset.signature = signature;
    this.#actor.replaceChildren(...employees.map(user => h("option", { value: user.id, selected: user.id === actor?.id },
      user.presence === "online" ? user.name : `${user.name} (${t(`presence.${user.presence}`)})`)));
  }

  #showMessages() {
    if (this.#model.dialog) this.#bubbles.show(this.#model.chosen.chat);
  }

  #do(act, body = {}) {
    const dialog = this.#model.dialog;
    const actor = dialog && this.#model.actor(dialog);
    if (!actor) return Promise.reject(new Error(t("operator.nobody")));
    return api.operate(dialog.chatId, actor.id, act, body);
  }

  #press(act, body) {
    const chat = this.#model.chosen.chat;
    return attempt(async () => {
      await this.#do(act, body);
      if (["silent", "pin"].includes(act)) await this.#model.lookAgain(chat);
    });
  }

  /** CONFIRM_CLOSE is a question of the operator's own page; the portal's method asks nothing. */
  #finish() {
    const line = this.#model.lines.get(this.#model.dialog?.lineId);
    if (!line?.confirmClose) return this.#press("finish");
    ask(t("operator.finishSure"), [], { submit: t("operator.finish"), send: () => this.#do("finish") });
  }

  async #say(text) {
    const hidden = this.#note.getAttribute("aria-pressed") === "true";
    await this.#do("say", hidden ? { text, hidden: true } : { text });
    this.#bubbles.toEnd();
  }

  #transfer() {
    const dialog = this.#model.dialog;
    const people = this.#model.employees.map(user => [`user:${user.id}`, user.name]);
    const lines = [...this.#model.lines.values()].map(line => [`line:${line.id}`, t("operator.toLine", { name: line.name })]);
    ask(t("operator.transferTitle"), [field(t("operator.to"), select("to", [...people, ...lines], people.find(([id]) => id !== `user:${dialog.operator}`)?.[0]))], {
      submit: t("operator.transfer"),
      send: ({ to }) => {
        const [kind, id] = to.split(":");
        return this.#do("transfer", kind === "user" ? { USER_ID: Number(id) } : { QUEUE_ID: Number(id) });
      },
    });
  }

  #rate() {
    ask(t("operator.rate"), [
      field(t("operator.rating"), select("rating", [1, 2, 3, 4, 5].map(stars => [stars, "★".repeat(stars)]), 5)),
      field(t("operator.comment"), h("textarea", { name: "comment", rows: 3, maxlength: 2000 })),
    ], {
      submit: t("operator.rate"),
      send: ({ rating, comment }) => this.#do("vote", { SESSION_ID: this.#model.dialog.sessionId, RATING: Number(rating), COMMENT: comment }),
    });
  }

  #findNext(event) {
    event.preventDefault();
    const input = this.#find.querySelector("input");
    const found = this.#bubbles.find(input.value.trim());
    const output = this.#find.querySelector("output");
    if (input.value.trim() === "" || found.length === 0) {
      write(output, t("operator.notFound"));
      return;
    }
    // from the newest backwards, round again
    const at = (Number(output.dataset.at ?? 0) % found.length) + 1;
    output.dataset.at = at;
    write(output, `${at} / ${found.length}`);
    this.#bubbles.reveal(found[found.length - at]);
  }

  #closeFind() {
    this.#find.hidden = true;
    this.#find.querySelector("output").textContent = "";
    this.#composer.area.focus();
  }
}
