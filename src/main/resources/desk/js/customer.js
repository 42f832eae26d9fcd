import { api } from "./api.js";
import { avatar, channel } from "./avatar.js";
import { Bubbles, spoken } from "./bubbles.js";
import { Composer } from "./composer.js";
import { fill, h, icon, iconButton, toggle } from "./dom.js";
import { named, t } from "./i18n.js";
import { attempt, notice, say } from "./notices.js";
import { Replay } from "./replay.js";
import { stepsOf } from "./script.js";
import { field, select } from "./sheet.js";

const NAMES = ["Maria Lopez", "Ivan Petrov", "Lena Fischer", "Omar Haddad", "Yuki Tanaka", "Anna Kowalska", "Noah Smith", "Zoé Martin"];

/** The customer's side: a chat as their channel would show it, one tab a customer. */
export class CustomerPane {
  #model;
  #tabs;
  #body;
  #chat;
  #bubbles;
  #composer;
  #typing;
  #vote;
  #head;
  #form = null;
  #spokenUpTo = 0;
  #shownFor = undefined;

  constructor(model) {
    this.#model = model;
    this.#tabs = h("div", { class: "tabs", role: "tablist", "aria-label": t("customer.tabs"), onkeydown: event => this.#moveTab(event) });
    this.#head = h("div", { class: "device-head" });
    this.#bubbles = new Bubbles(model, {
      own: message => message.authorId === model.chosen.customer,
      sees: message => !message.hidden && (model.kindOf(message.authorId) !== "system" || !message.params?.OPERATORS_ONLY),
      name: message => model.nameOf(message.authorId),
      kind: message => model.kindOf(message.authorId),
      read: message => (model.dialog?.readUpTo ?? 0) >= message.id,
      act: ({ kind, text }) => (kind === "send" ? this.#say(text) : this.#composer.put(text)),
      press: (message, index, button) => this.#press(message, index, button),
      tools: message => [
        message.authorId === model.chosen.customer && iconButton("again", t("customer.again"), () => attempt(() => this.#say(message.text))),
        iconButton("branch", t("customer.branch"), () => attempt(() => this.replay(message.id))),
      ],
      get keyboard() {
        return channel(model, model.customer?.connector).buttons;
      },
      get plain() {
        return channel(model, model.customer?.connector).plain;
      },
    }, t("customer.messages"));
    this.#composer = new Composer({
      label: t("customer.write"), placeholder: t("customer.placeholder"), send: text => this.#say(text),
      typed: () => this.#model.customer && api.customerTypes(this.#model.customer.id).catch(() => {}),
      extra: [iconButton("clip", t("customer.file"), () => this.#attach())],
    });
    this.#typing = h("div", { class: "typing", "aria-hidden": "true" });
    this.#vote = h("div", { class: "vote-bar", hidden: true });
    this.#chat = h("div", { class: "device", role: "tabpanel", "aria-label": t("customer.chat") }, this.#head, this.#bubbles.element, this.#typing, this.#vote, this.#composer.element);
    this.#body = h("div", { class: "pane-body" });
    this.element = h("div", { class: "customer-side" }, h("div", { class: "tab-row" }, this.#tabs,
      iconButton("plus", t("customer.new"), () => this.openForm(), { class: "iconic add" })), this.#body);
    model.topics.on(["customers", "chosen", "dialogs", "users"], () => this.#update());
    model.topics.on("messages", () => this.#showMessages());
    model.topics.on(["typing", "chosen", "messages"], () => this.#showTyping());
    model.topics.on("lines", () => this.#form && this.#update(true));
  }

  focus() {
    if (this.#form) this.#form.querySelector("input")?.focus();
    else this.#composer.area.focus();
  }

  openForm() {
    this.#form = this.#newCustomer();
    this.#update(true);
    this.#form.querySelector("button[type=submit]")?.focus();
  }

  #update(force = false) {
    const { customers, chosen } = this.#model;
    this.#showTabs();
    if (customers.size === 0 && this.#form === null) this.#form = this.#newCustomer();
    const shown = this.#form ?? chosen.customer;
    if (force || shown !== this.#shownFor) {
      this.#shownFor = shown;
      if (this.#form) fill(this.#body, this.#form);
      else if (this.#model.customer) {
        fill(this.#body, this.#chat);
        this.#spokenUpTo = this.#model.messages(chosen.chat).at(-1)?.id ?? 0;
        this.#showMessages();
      } else fill(this.#body, h("div", { class: "empty" }, icon("user", 28), h("p", null, t("customer.choose"))));
    }
    this.#showHead();
    this.#showVote();
  }

  #showTabs() {
    const { customers, chosen, dialogs } = this.#model;
    const last = [...customers.values()].slice(-40);
    const signature = last.map(customer => `${customer.id}${customer.name}${stageOf(dialogs.get(customer.chatId) ?? {})}`).join() + chosen.customer + (this.#form === null);
    if (this.#tabs.dataset.signature === signature) return;
    this.#tabs.dataset.signature = signature;
    const focused = this.#tabs.contains(document.activeElement);
    this.#tabs.replaceChildren(...last.map(customer => {
      const on = customer.id === chosen.customer && this.#form === null;
      const dialog = dialogs.get(customer.chatId);
      return h("button", {
        type: "button", role: "tab", class: "tab", id: `customer-tab-${customer.id}`, "aria-selected": String(on), tabindex: on ? 0 : -1,
        onclick: () => this.#choose(customer.id),
      }, avatar(customer.name, { kind: "customer", size: "small", color: hue(customer.id) }), h("span", null, customer.name), dialog && h("i", { class: `dot ${stageOf(dialog)}`, "aria-hidden": "true" }));
    }));
    if (this.#tabs.childElementCount > 0 && !this.#tabs.querySelector("[tabindex='0']")) this.#tabs.firstElementChild.tabIndex = 0;
    const chosenTab = this.#tabs.querySelector("[aria-selected=true]");
    if (focused) chosenTab?.focus();
    if (chosenTab && this.#tabs.scrollWidth > this.#tabs.clientWidth) {
      const { offsetLeft, offsetWidth } = chosenTab;
      if (offsetLeft < this.#tabs.scrollLeft) this.#tabs.scrollLeft = offsetLeft;
      else if (offsetLeft + offsetWidth > this.#tabs.scrollLeft + this.#tabs.clientWidth) this.#tabs.scrollLeft = offsetLeft + offsetWidth - this.#tabs.clientWidth;
    }
    this.#tabs.parentElement?.classList.toggle("none", last.length === 0);
  }

  #moveTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const ids = [...this.#model.customers.keys()].slice(-40);
    const at = ids.indexOf(this.#model.chosen.customer);
    this.#choose(ids[(at + step + ids.length) % ids.length]);
  }

  #choose(id) {
    this.#form = null;
    attempt(() => this.#model.choose({ customer: id }));
    this.#update(true);
  }

  #newCustomer() {
    const model = this.#model;
    const lines = [...model.lines.values()];
    const free = NAMES.filter(name => ![...model.customers.values()].some(customer => customer.name === name));
    const name = h("input", { name: "name", value: free[0] ?? `${t("customer.customer")} ${model.customers.size + 1}`, required: true, maxlength: 100, autocomplete: "off" });
    const connectors = [...model.connectors.values()];
    const form = h("form", {
      class: "form new-customer",
      onsubmit: event => {
        event.preventDefault();
        const values = Object.fromEntries(new FormData(form));
        attempt(async () => {
          const customer = await api.openCustomer(Number(values.line), values.connector, values.name.trim());
          if (!model.customers.has(customer.id)) model.customers.set(customer.id, { chatId: null, ...customer });
          this.#form = null;
          await model.choose({ customer: customer.id });
          this.#update(true);
          this.#composer.area.focus();
        });
      },
    },
    h("div", { class: "welcome-mark", "aria-hidden": "true" }, icon("user", 26)),
    h("h3", null, t("customer.openTitle")), h("p", { class: "muted" }, t("customer.openWords")),
    field(t("customer.name"), name),
    field(t("customer.channel"), select("connector", connectors.map(connector => [connector.code, connector.name ?? named("channel", connector.code)]), connectors[0]?.code)),
    field(t("customer.line"), select("line", lines.map(line => [line.id, line.name || `#${line.id}`]), lines[0]?.id)),
    h("div", { class: "row end" },
      model.customers.size > 0 && h("button", { type: "button", class: "plain", onclick: () => { this.#form = null; this.#update(true); } }, t("cancel")),
      h("button", { type: "submit", class: "primary", disabled: lines.length === 0 }, t("customer.open"))),
    lines.length === 0 && h("p", { class: "muted" }, t("customer.noLine")));
    return form;
  }

  #showHead() {
    const customer = this.#model.customer;
    if (!customer) return;
    const connector = this.#model.connectors.get(customer.connector);
    const profile = channel(this.#model, customer.connector);
    this.#chat.dataset.channel = profile.look;
    const holder = this.#model.users.get(this.#model.dialog?.operator);
    const open = this.#model.dialog && stageOf(this.#model.dialog) !== "closed";
    const signature = [customer.id, customer.chatId, open, holder?.name, this.#model.dialog?.stage].join();
    if (this.#head.dataset.signature === signature) return;
    this.#head.dataset.signature = signature;
    fill(this.#head, h("strong", null, this.#model.lines.get(customer.lineId ?? customer.line)?.name ?? t("line.one")),
      h("span", null, open && holder && this.#model.dialog.stage !== "QUEUE" ? t("customer.with", { name: holder.name }) : connector?.name ?? named("channel", customer.connector)),
      customer.chatId != null && iconButton("again", t("customer.restart"), () => attempt(() => this.restart())));
  }

  #showMessages() {
    const { chosen } = this.#model;
    if (this.#form || chosen.customer === null) return;
    this.#bubbles.show(chosen.chat);
    const all = this.#model.messages(chosen.chat);
    for (const message of all.slice(-5)) {
      if (message.id > this.#spokenUpTo && message.authorId !== chosen.customer && !message.hidden) say(spoken(this.#model.nameOf(message.authorId) || t("kind.system"), message));
    }
    this.#spokenUpTo = all.at(-1)?.id ?? 0;
  }

  #showTyping() {
    const { chosen } = this.#model;
    const others = chosen.chat === null ? [] : this.#model.typing(chosen.chat).filter(user => user !== chosen.customer);
    toggle(this.#typing, "data-on", others.length > 0);
    fill(this.#typing, others.length > 0 && [h("span", { class: "dots" }, h("i"), h("i"), h("i")), t("chat.types", { name: others.map(user => this.#model.nameOf(user)).join(", ") })]);
  }

  #showVote() {
    const dialog = this.#model.dialog;
    const profile = channel(this.#model, this.#model.customer?.connector);
    const asked = Boolean(dialog?.voteAwaited) && profile.widget;
    if (asked === !this.#vote.hidden) return;
    this.#vote.hidden = !asked;
    const rate = good => attempt(() => api.rate(this.#model.chosen.customer, good));
    fill(this.#vote, asked && [h("span", null, t("customer.rate")), iconButton("up", t("customer.good"), () => rate(true)), iconButton("thumbdown", t("customer.bad"), () => rate(false))]);
  }

  /** Says the dialog again in a new chat, up to a message: the customer's words and presses, and the operator's. */
  async replay(upTo = Infinity) {
    const model = this.#model;
    const { name, connector, lineId } = model.customer;
    const messages = model.messages(model.chosen.chat).filter(message => message.id <= upTo);
    // time is everybody's, so it goes on as it does
    const steps = stepsOf(model, model.dialog, messages, model.exchanges).filter(step => ["customer", "presses", "operator"].some(act => step[act] !== undefined));
    await new Replay(model, steps).run({ line: lineId, connector, name, follow: true });
    notice(t("customer.replayed", { count: steps.length }));
  }

  /** The same customer once more, in a chat of its own. */
  async restart() {
    const { name, connector, lineId } = this.#model.customer;
    const fresh = await api.openCustomer(lineId, connector, name);
    this.#model.customers.set(fresh.id, fresh);
    await this.#model.choose({ customer: fresh.id });
    this.#composer.area.focus();
  }

  async #say(text, files = []) {
    const customer = this.#model.chosen.customer;
    const answer = await api.say(customer, text, files);
    const chat = answer?.chatId;
    if (chat && this.#model.chosen.customer === customer && this.#model.chosen.chat === null) {
      this.#model.customers.set(customer, { ...this.#model.customers.get(customer), chatId: chat });
      await this.#model.choose({ customer, chat });
    }
    this.#bubbles.toEnd();
  }

  #press(message, index, button) {
    const value = button.ACTION_VALUE ?? "";
    if (button.ACTION === "PUT") this.#composer.put(value);
    else if (button.ACTION === "SEND") attempt(() => this.#say(value));
    else if (button.ACTION === "COPY") navigator.clipboard?.writeText(value).then(() => notice(t("copied")));
    else attempt(() => api.press(this.#model.chosen.customer, message.id, index));
  }

  /** The portal keeps a file's name and address; what is in it stays on this machine. */
  #attach() {
    const input = h("input", { type: "file", multiple: true });
    input.addEventListener("change", () => {
      const files = [...input.files].map(file => ({ name: file.name, url: `https://files.example/${encodeURIComponent(file.name)}`, size: file.size }));
      if (files.length > 0) attempt(() => this.#say(this.#composer.area.value.trim(), files).then(() => this.#composer.put("")));
    });
    input.click();
  }
}

/** The state of a dialog in the words of the page: bot, queue, operator, waiting, closed. */
export function stageOf(dialog) {
  switch (dialog.stage) {
    case "BOT":
      return "bot";
    case "QUEUE":
      return "queue";
    case "ANSWERED":
      return dialog.waiting ? "waiting" : "operator";
    default:
      return "closed";
  }
}

const HUES = ["#7a5af8", "#0f7b6c", "#b54708", "#2563a8", "#a8326e", "#4d7c0f", "#6941c6", "#0e7090"];

export function hue(id) {
  return HUES[id % HUES.length];
}
