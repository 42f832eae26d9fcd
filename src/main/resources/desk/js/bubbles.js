import { append, h, icon } from "./dom.js";
import { bbcode, plainText, safeUrl, unmarked } from "./bbcode.js";
import { clockTime, day, t } from "./i18n.js";
import { VirtualList } from "./virtual.js";

const LONG = 1500;

/**
 * The messages of a dialog as one side sees them.
 *
 * side: {own(message), sees(message), name(message), kind(message), press(message, index, button), act, keyboard, ticks(message)}
 */
export class Bubbles {
  #model;
  #side;
  #list;
  #views = new Map();
  #opened = new Set();
  #chat = null;
  #chatLaid = undefined;
  #laid = { messages: null, count: 0, items: [], before: null, notes: 0 };
  #more;

  constructor(model, side, label) {
    this.#model = model;
    this.#side = side;
    this.#list = new VirtualList({ key: view => view.key, render: view => this.#row(view), guess: 56, stick: true, label, classes: "log" });
    // read by arrow keys too, where nothing in it can be pressed
    this.#list.element.tabIndex = 0;
    this.#list.element.setAttribute("role", "group");
    this.#list.element.setAttribute("aria-label", label);
    this.#more = h("button", { type: "button", class: "to-end", hidden: true, onclick: () => this.#list.toEnd() }, icon("down", 16), t("chat.toEnd"));
    this.#list.element.addEventListener("scroll", () => this.#scrolled());
    this.element = h("div", { class: "log-frame" }, this.#list.element, this.#more);
  }

  show(chat) {
    if (this.#chat !== chat) {
      this.#chat = chat;
      this.#again();
      this.#opened.clear();
      this.#list.atEnd = true;
    }
    const count = this.#list.items.length;
    const grown = this.#grown(chat);
    if (grown === null) this.#list.items = this.#arrange(chat);
    else if (grown < this.#list.items.length) this.#list.grown(grown);
    const grew = this.#list.items.length > count;
    this.#more.hidden = this.#list.atEnd;
    if (grew && this.#list.atEnd) this.#list.toEnd();
  }

  redraw() {
    this.#again();
    this.show(this.#chat);
  }

  #again() {
    this.#views.clear();
    this.#chatLaid = undefined;
  }

  toEnd() {
    this.#list.toEnd();
  }

  find(words) {
    const wanted = words.toLocaleLowerCase();
    return this.#list.items.filter(view => view.message && plainText(view.message.text).toLocaleLowerCase().includes(wanted)).map(view => view.key);
  }

  reveal(key) {
    const row = this.#list.reveal(key);
    row?.classList.add("found");
    setTimeout(() => row?.classList.remove("found"), 1600);
  }

  #scrolled() {
    this.#more.hidden = this.#list.atEnd;
    if (this.#list.element.scrollTop < 200 && this.#model.hasEarlier(this.#chat)) this.#model.readEarlier(this.#chat);
  }

  #arrange(chat) {
    const messages = this.#model.messages(chat);
    this.#laid = { messages, count: 0, items: [], before: null, notes: 0 };
    this.#lay(chat);
    return this.#laid.items;
  }

  /** Where the new rows begin, if there are only new ones at the end of what is arranged; null where all is to be arranged. */
  #grown(chat) {
    const { messages, count, items } = this.#laid;
    // a message that changed is in a new list; a list that is the same has only grown
    if (chat !== this.#chatLaid || messages !== this.#model.messages(chat) || messages.length < count) return null;
    const from = items.length;
    // a note that came before some of the messages has its place among them
    const notes = this.#side.notes ? this.#model.notes(chat) : [];
    if (this.#laid.notes > notes.length || (this.#laid.lastNote ?? null) !== (notes[this.#laid.notes - 1] ?? null)) return null;
    this.#lay(chat);
    return from;
  }

  #lay(chat) {
    this.#chatLaid = chat;
    const laid = this.#laid;
    const notes = this.#side.notes ? this.#model.notes(chat) : [];
    for (; laid.count < laid.messages.length; laid.count++) {
      const message = laid.messages[laid.count];
      if (!this.#side.sees(message)) continue;
      while (laid.notes < notes.length && notes[laid.notes].after < message.id) laid.items.push(notes[laid.notes++]);
      this.#layMessage(laid, message);
    }
    while (laid.notes < notes.length) laid.items.push(notes[laid.notes++]);
    laid.lastNote = notes[laid.notes - 1] ?? null;
  }

  #layMessage(laid, message) {
    const { before, items } = laid;
    const sameDay = before !== null && before.date.slice(0, 10) === message.date.slice(0, 10);
    if (!sameDay) items.push(this.#view(`day:${message.id}`, { day: message.date }));
    if (this.#side.notes && before !== null && before.sessionId !== message.sessionId && message.sessionId > 0) {
      items.push(this.#view(`session:${message.sessionId}:${message.id}`, { session: message.sessionId }));
    }
    const head = before === null || !sameDay || before.authorId !== message.authorId || before.hidden !== message.hidden
      || Date.parse(message.date) - Date.parse(before.date) > 300_000;
    items.push(this.#view(message.id, { message, head }));
    laid.before = message;
  }

  /** The same object for the same content, so that the list draws a row only when it changed. */
  #view(key, content) {
    const known = this.#views.get(key);
    if (known && known.message === content.message && known.head === content.head) return known;
    const view = { key, ...content };
    this.#views.set(key, view);
    return view;
  }

  #row(view) {
    if (view.day) return h("div", { class: "day" }, h("span", null, day(new Date(view.day))));
    if (view.session) return h("div", { class: "day" }, h("span", null, t("chat.session", { id: view.session })));
    if (view.note) return h("div", { class: "fired" }, icon(view.timer ? "bolt" : "line", 14), h("span", null, view.note), h("time", null, clockTime(new Date(view.at))));
    const { message, head } = view;
    const kind = this.#side.kind(message);
    const own = this.#side.own(message);
    const name = this.#side.name(message);
    const time = clockTime(new Date(message.date), false);
    if (kind === "system") {
      return h("div", { class: "system-words", dir: "auto" }, this.#text(message), h("time", { class: "sr" }, time));
    }
    const bubble = h("div", { class: `bubble ${kind} ${own ? "own" : ""} ${message.hidden ? "hidden-note" : ""} ${head ? "head" : ""}`, "data-message": message.id });
    if (head && (!own || this.#side.notes)) bubble.append(h("span", { class: "author" }, name, kind === "bot" && h("span", { class: "tag" }, t("kind.bot"))));
    else bubble.append(h("span", { class: "sr" }, `${name}: `));
    if (message.hidden) bubble.append(h("span", { class: "note-mark" }, icon("note", 13), t("chat.hidden")));
    bubble.append(h("div", { class: "words", dir: "auto" }, this.#text(message)));
    append(bubble, [attachments(message.params, this.#side.act), files(message.params)]);
    bubble.append(h("span", { class: "when" }, h("time", { datetime: message.date, title: message.date }, time), own && this.#ticks(message)));
    const keyboard = this.#side.keyboard ? this.#keyboard(message) : null;
    const row = h("div", { class: `said ${own ? "own" : ""}` }, bubble, keyboard);
    const tools = this.#side.tools?.(message);
    if (tools) row.append(h("div", { class: "tools" }, tools));
    return row;
  }

  #ticks(message) {
    const read = this.#side.read?.(message) ?? false;
    return h("span", { class: `ticks ${read ? "read" : ""}`, role: "img", "aria-label": t(read ? "chat.read" : "chat.sent") }, icon(read ? "checks" : "check", 14));
  }

  #text(message) {
    const text = this.#side.plain ? unmarked(message.text) : message.text;
    if (text.length <= LONG || this.#opened.has(message.id)) return bbcode(text, this.#side.act);
    const short = text.slice(0, LONG).replace(/[\uD800-\uDBFF]$/, "");
    return [
      bbcode(short, this.#side.act),
      "… ",
      h("button", { type: "button", class: "inline-press", onclick: () => {
        this.#opened.add(message.id);
        this.#views.delete(message.id);
        this.#chatLaid = undefined;
        this.show(this.#chat);
      } }, t("chat.whole", { characters: text.length })),
    ];
  }

  #keyboard(message) {
    const buttons = buttonsOf(message.params);
    if (buttons.length === 0) return null;
    const rows = [[]];
    buttons.forEach((button, index) => {
      if (button.TYPE === "NEWLINE") rows.push([]);
      else {
        if (button.DISPLAY !== "LINE" && rows.at(-1).length > 0 && rows.at(-1).at(-1).button.DISPLAY !== "LINE") rows.push([]);
        rows.at(-1).push({ button, index });
      }
    });
    return h("div", { class: `keyboard ${this.#side.passive ? "passive" : ""}`, role: "group", "aria-label": t("chat.buttons") }, rows.filter(row => row.length > 0).map(row =>
      h("div", { class: "keys" }, row.map(({ button, index }) => this.#key(message, button, index)))));
  }

  #key(message, button, index) {
    const url = button.LINK ? safeUrl(button.LINK) : null;
    const token = ["primary", "secondary", "alert"].includes(button.BG_COLOR_TOKEN) ? button.BG_COLOR_TOKEN : "base";
    if (this.#side.passive) return h("span", { class: "key base" }, button.TEXT ?? "");
    if (url !== null) return h("a", { class: `key ${token}`, href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, button.TEXT ?? url);
    return h("button", {
      type: "button", class: `key ${token}`, disabled: button.DISABLED === "Y", onclick: () => this.#side.press?.(message, index, button),
    }, button.TEXT ?? "");
  }
}

/** A keyboard comes as an object, as a bare list, or as the JSON text of either. */
export function buttonsOf(params) {
  let keyboard = params?.KEYBOARD ?? params?.keyboard;
  if (typeof keyboard === "string") {
    try {
      keyboard = JSON.parse(keyboard);
    } catch {
      return [];
    }
  }
  const buttons = Array.isArray(keyboard) ? keyboard : keyboard?.BUTTONS;
  return Array.isArray(buttons) ? buttons.filter(button => button && typeof button === "object") : Object.values(buttons ?? {});
}

function files(params) {
  const list = [params?.FILES ?? params?.files ?? []].flat().filter(file => file && typeof file === "object");
  return list.length === 0 ? null : h("ul", { class: "files" }, list.map(file => {
    const url = safeUrl(String(file.url ?? file.urlDownload ?? file.link ?? ""));
    const name = file.name ?? t("message.file");
    return h("li", null, icon("file", 16), url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, name) : name);
  }));
}

/** The portal's attachment blocks; a block that is not known is shown as what it says. */
function attachments(params, act) {
  let attach = params?.ATTACH ?? params?.attach;
  if (typeof attach === "string") {
    try {
      attach = JSON.parse(attach);
    } catch {
      attach = null;
    }
  }
  if (!attach || typeof attach !== "object") return null;
  const blocks = Array.isArray(attach) ? attach.flatMap(part => part?.BLOCKS ?? [part]) : attach.BLOCKS ?? [];
  const token = ["primary", "secondary", "alert"].includes(attach.COLOR_TOKEN) ? attach.COLOR_TOKEN : "base";
  return h("div", { class: `attach ${token}` }, Object.values(blocks).map(part => block(part, act)));
}

function block(part, act) {
  const [name, value] = Object.entries(part ?? {})[0] ?? ["", ""];
  const address = (url, words) => {
    const safe = safeUrl(String(url ?? ""));
    return safe ? h("a", { href: safe, target: "_blank", rel: "noopener noreferrer nofollow" }, words) : h("span", null, words);
  };
  switch (name) {
    case "MESSAGE":
      return h("p", { dir: "auto" }, bbcode(String(value), act));
    case "LINK":
    case "RICH_LINK":
      return h("p", null, address(value.LINK, value.NAME ?? value.LINK ?? ""), value.DESC && h("small", null, value.DESC));
    case "USER":
      return h("p", null, h("strong", null, address(value.LINK, value.NAME ?? "")));
    case "GRID":
      return h("dl", null, Object.values(value).map(row => [h("dt", null, row.NAME ?? ""), h("dd", null, bbcode(String(row.VALUE ?? ""), act))]));
    case "IMAGE":
    case "FILE":
      return [value].flat().map(one => h("p", null, icon("file", 15), " ", address(one.LINK, one.NAME ?? one.LINK ?? t("message.file"))));
    case "DELIMITER":
      return h("hr");
    default:
      return h("p", null, h("code", null, JSON.stringify(part)));
  }
}

/** What the live region says of a message. */
export function spoken(name, message) {
  return `${name}: ${plainText(message.text).slice(0, 300)}`;
}
