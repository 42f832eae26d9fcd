import { api } from "./api.js";
import { Stream } from "./stream.js";
import { narrate } from "./narrator.js";
import { Topics } from "./topics.js";

const EXCHANGES_KEPT = 3000;
const MESSAGES_KEPT = 20000;

/** What the page knows of the portal, kept in step by the stream of facts. */
export class Model {
  topics = new Topics();
  users = new Map();
  lines = new Map();
  departments = new Map();
  connectors = new Map();
  customers = new Map();
  dialogs = new Map();
  faults = [];
  exchanges = [];
  beside = { turns: false, bots: [], teaches: false, troubles: [] };
  changedBot = null;
  connection = "starting";
  chosen = { customer: null, chat: null };
  #clock = { now: 0, manual: false, speed: 1, heardAt: 0 };
  #chats = new Map();
  #typing = new Map();
  #actors = new Map();
  #notes = [];
  #stream = null;
  #reading = false;

  /** Reads everything, then listens; again, when the server has forgotten where we were. */
  async start() {
    if (this.#reading) return;
    this.#reading = true;
    try {
      this.#stream?.stop();
      const state = await api.state();
      this.#takePortal(state);
      this.customers = byId(state.customers);
      this.dialogs = new Map(state.dialogs.map(dialog => [dialog.chatId, dialog]));
      this.beside = state.beside;
      await this.readFaults();
      this.#hearClock(state.clock);
      this.#chats.clear();
      this.exchanges = [];
      this.#mend();
      this.#stream = new Stream(state.fact, (name, data) => this.hear(name, data), connection => this.#connected(connection));
      this.topics.touch("users", "lines", "customers", "dialogs", "clock", "faults", "chosen", "messages", "exchanges", "troubles");
      await Promise.all([this.#readChosen(), this.readExchanges()]);
    } finally {
      this.#reading = false;
    }
  }

  /** Listens no more, until it is started again: a page that is put aside must not keep a connection from others. */
  pause() {
    this.#stream?.stop();
  }

  /** What is set rather than said: staff, lines, connectors. */
  #takePortal({ users, departments, lines, connectors }) {
    this.users = byId(users);
    this.departments = byId(departments);
    this.lines = byId(lines);
    this.connectors = new Map(connectors.map(connector => [connector.code, connector]));
  }

  /** After a change of settings, of which no fact is told. */
  async readPortal() {
    this.#takePortal(await api.state());
    this.topics.touch("users", "lines", "dialogs");
  }

  async readFaults() {
    this.faults = await api.faults();
    this.topics.touch("faults");
  }

  #connected(connection) {
    if (this.connection !== connection) {
      this.connection = connection;
      this.topics.touch("connection");
    }
  }

  /** Takes one fact in. */
  hear(name, fact) {
    if (name === "reset") {
      this.start();
      return;
    }
    if (name === "Exchange") {
      this.#hearExchange(fact);
      return;
    }
    if (name === "Troubled") {
      this.beside = { ...this.beside, troubles: fact.troubles };
      this.topics.touch("troubles");
      return;
    }
    if (name === "BotChanged") {
      this.changedBot = fact.bot;
      this.topics.touch("changed");
      return;
    }
    if (name === "Clock") {
      this.#hearClock(fact);
      return;
    }
    // a clock that stands moves with what happens
    if (this.#clock.manual && Date.parse(fact.at) > this.#clock.now) this.#hearClock({ ...this.#clock, now: fact.at });
    if (fact.user && fact.user.kind !== "customer") this.#hearThing("users", this.users, fact.user);
    this.#hearThing("customers", this.customers, fact.customer);
    if (fact.dialog) {
      this.dialogs.set(fact.dialog.chatId, fact.dialog);
      this.#hearCustomerOf(fact.dialog);
      this.topics.touch("dialogs", `dialog:${fact.dialog.chatId}`);
    }
    if (name === "Typing") this.#hearTyping(fact);
    this.#note(name, fact);
    if (fact.message) this.#hearMessage(name, fact.message);
  }

  #hearThing(topic, things, thing) {
    if (thing?.id === undefined) return;
    things.set(thing.id, thing);
    this.topics.touch(topic);
  }

  #hearCustomerOf(dialog) {
    const customer = this.customers.get(dialog.customerId);
    if (!customer) return;
    if (customer.chatId !== dialog.chatId) {
      this.customers.set(customer.id, { ...customer, chatId: dialog.chatId });
      this.topics.touch("customers");
    }
    // the customer may have been told with the chat already, before the dialog was
    if (this.chosen.customer === customer.id && this.chosen.chat === null) this.choose({ chat: dialog.chatId });
  }

  #hearTyping({ chatId, userId }) {
    this.#typing.set(`${chatId}:${userId}`, performance.now() + 6000);
    this.topics.touch("typing");
    setTimeout(() => this.topics.touch("typing"), 6050);
  }

  /** Who types in the chat at this moment. */
  typing(chat) {
    const now = performance.now();
    return [...this.#typing].filter(([key, until]) => key.startsWith(`${chat}:`) && until > now).map(([key]) => Number(key.split(":")[1]));
  }

  #hearMessage(name, message) {
    this.#typing.delete(`${message.chatId}:${message.authorId}`);
    const known = this.#chats.get(message.chatId);
    if (!known) return;
    const last = known.messages.at(-1)?.id ?? 0;
    if (name !== "MessageDeleted" && message.id > last) {
      // the list stays the same while it only grows, so that who shows it need not look at all of it again
      known.messages.push(message);
      if (known.messages.length > MESSAGES_KEPT) {
        known.messages = known.messages.slice(-MESSAGES_KEPT + MESSAGES_KEPT / 10);
        known.more = true;
      }
      this.topics.touch("said");
    } else this.#putMessage(name, known, message);
    this.topics.touch("messages", `messages:${message.chatId}`);
  }

  /** One that is there changes or goes; one that came late, behind an answer with a page of history, finds its place. */
  #putMessage(name, known, message) {
    const at = known.messages.findLastIndex(other => other.id === message.id);
    if (name === "MessageDeleted") known.messages = at < 0 ? known.messages : known.messages.toSpliced(at, 1);
    else if (at >= 0) known.messages = known.messages.with(at, message);
    else known.messages = [...known.messages, message].sort((one, other) => one.id - other.id);
  }

  /** What happened in the dialog without a word: it waits, somebody is asked, a timer ran out. */
  #note(name, fact) {
    const chat = fact.chatId ?? fact.dialog?.chatId;
    const known = this.#chats.get(chat);
    const note = known === undefined ? null : narrate(name, fact, this);
    if (note === null) return;
    const after = known.messages.at(-1)?.id ?? 0;
    this.#notes.push({ key: `note:${fact.id ?? `${name}:${fact.at}`}`, chat, note, timer: name === "AlarmRang", at: fact.at ?? new Date(this.now()).toISOString(), after });
    if (this.#notes.length > 300) this.#notes.shift();
    this.topics.touch("messages", `messages:${chat}`);
  }

  notes(chat) {
    return this.#notes.filter(note => note.chat === chat);
  }

  messages(chat) {
    return this.#chats.get(chat)?.messages ?? [];
  }

  hasEarlier(chat) {
    return this.#chats.get(chat)?.more ?? false;
  }

  async readEarlier(chat) {
    const known = this.#chats.get(chat);
    if (!known?.more || known.reading) return;
    known.reading = true;
    const page = await api.chat(chat, known.messages[0]?.id).finally(() => (known.reading = false));
    known.messages = [...page.messages, ...known.messages];
    known.more = page.more;
    this.topics.touch("messages", `messages:${chat}`);
  }

  async #readChosen() {
    const chat = this.chosen.chat;
    // only the chosen dialog's messages are held: a hundred others may be talking
    [...this.#chats.keys()].filter(other => other !== chat).forEach(other => this.#chats.delete(other));
    if (chat === null || this.#chats.has(chat)) return;
    const known = { messages: [], more: false, reading: false };
    this.#chats.set(chat, known);
    const page = await api.chat(chat);
    const heard = known.messages.filter(message => !page.messages.some(other => other.id === message.id));
    known.messages = [...page.messages, ...heard];
    known.more = page.more;
    // a fact that was heard meanwhile is newer than the page that was asked for before
    if (page.dialog && !this.dialogs.has(chat)) this.dialogs.set(chat, page.dialog);
    this.topics.touch("messages", `messages:${chat}`, "dialogs");
  }

  /** Looks at a dialog anew, after an act that the portal tells no fact of. */
  async lookAgain(chat) {
    const { dialog } = await api.chat(chat, undefined, 1);
    if (dialog) this.dialogs.set(chat, dialog);
    this.topics.touch("dialogs", `dialog:${chat}`);
  }

  /** Chooses a dialog, or a customer who has none yet, for all three panes. */
  choose({ customer, chat }) {
    const next = { customer: customer ?? null, chat: chat ?? null };
    if (next.chat !== null) next.customer = this.dialogs.get(next.chat)?.customerId ?? next.customer;
    else if (next.customer !== null) next.chat = this.customers.get(next.customer)?.chatId ?? null;
    if (next.customer === this.chosen.customer && next.chat === this.chosen.chat) return Promise.resolve();
    this.chosen = next;
    this.topics.touch("chosen", "messages", "exchanges");
    return Promise.all([this.#readChosen(), this.readExchanges()]);
  }

  #mend() {
    if (!this.dialogs.has(this.chosen.chat)) this.chosen = { ...this.chosen, chat: null };
    if (!this.customers.has(this.chosen.customer)) this.chosen = { customer: null, chat: null };
  }

  get dialog() {
    return this.dialogs.get(this.chosen.chat) ?? null;
  }

  get customer() {
    return this.customers.get(this.chosen.customer) ?? null;
  }

  nameOf(user) {
    return this.users.get(user)?.name ?? this.customers.get(user)?.name ?? (user === 0 ? "" : `#${user}`);
  }

  kindOf(user) {
    if (user === 0) return "system";
    return this.users.get(user)?.kind ?? (this.customers.has(user) ? "customer" : "employee");
  }

  get employees() {
    return [...this.users.values()].filter(user => user.kind === "employee" && user.active);
  }

  /** Which employee the page speaks for in a dialog: whom it was told, who holds it, or the first who is there. */
  actor(dialog) {
    const told = this.users.get(this.#actors.get(dialog.chatId));
    if (told?.active) return told;
    const holder = this.users.get(dialog.operator);
    if (holder?.kind === "employee") return holder;
    return this.employees.find(user => user.presence === "online") ?? this.employees[0] ?? null;
  }

  actAs(chat, user) {
    this.#actors.set(chat, user);
    this.topics.touch("dialogs", `dialog:${chat}`);
  }

  async readExchanges() {
    const chat = this.chosen.chat;
    if (chat === null) {
      this.exchanges = [];
      this.topics.touch("exchanges");
      return;
    }
    const entries = await api.exchanges(chat);
    if (chat !== this.chosen.chat) return;
    const heard = this.exchanges.filter(entry => entry.chatIds.includes(chat) && !entries.some(other => other.id === entry.id));
    this.exchanges = [...entries, ...heard].sort((one, other) => one.id - other.id);
    this.topics.touch("exchanges");
  }

  #hearExchange(entry) {
    if (this.chosen.chat === null || !entry.chatIds.includes(this.chosen.chat)) return;
    const at = this.exchanges.findLastIndex(other => other.id === entry.id);
    // an exchange may have used up a fault
    if (this.faults.length > 0) this.readFaults().catch(() => {});
    this.exchanges = at >= 0 ? this.exchanges.with(at, entry) : [...this.exchanges.slice(-EXCHANGES_KEPT + 1), entry];
    this.topics.touch("exchanges");
  }

  #hearClock(clock) {
    this.#clock = { ...clock, now: Date.parse(clock.now), heardAt: performance.now() };
    this.topics.touch("clock");
  }

  get clock() {
    return this.#clock;
  }

  /** The portal's time, going on between what is heard of it. */
  now() {
    const { now, manual, speed, heardAt } = this.#clock;
    return manual ? now : now + (performance.now() - heardAt) * speed;
  }

  async setClock(change) {
    this.#hearClock(await api.clock(change));
  }
}

function byId(things) {
  return new Map(things.map(thing => [thing.id, thing]));
}
