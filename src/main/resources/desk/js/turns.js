import { api } from "./api.js";

const SOON = 250; // milliseconds: an answer is on its way when an event has been delivered
const LATER = 1500; // for a turn that says nothing, and so makes no call

/**
 * How a bot of the runtime came to its answers in the chosen dialog, turn by turn. The server passes the runtime's own
 * trace on; where there is no runtime, there are none.
 */
export class Turns {
  #model;
  #changed;
  #chat = null;
  #all = [];
  #asked = 0;
  #soon = null;
  #later = null;

  /** `changed` is called when there are more turns than before, or others. */
  constructor(model, changed) {
    this.#model = model;
    this.#changed = changed;
    model.topics.on(["chosen", "exchanges"], () => this.#expect());
  }

  /** The turns of the chosen dialog, oldest first: {key, at, bot, happening, handler, understanding, before, after}. */
  get all() {
    return this.#chat === this.#model.chosen.chat ? this.#all : [];
  }

  #expect() {
    if (!this.#model.beside.turns || this.#model.chosen.chat === null) return;
    if (this.#chat !== this.#model.chosen.chat) this.#read();
    else {
      this.#soon ??= setTimeout(() => this.#read(), SOON);
      clearTimeout(this.#later);
      this.#later = setTimeout(() => this.#read(), LATER);
    }
  }

  async #read() {
    clearTimeout(this.#soon);
    this.#soon = null;
    const chat = this.#model.chosen.chat;
    const asked = ++this.#asked;
    const answer = await api.turns(chat).catch(() => []);
    if (asked !== this.#asked || chat !== this.#model.chosen.chat || !Array.isArray(answer)) return;
    const same = this.#chat === chat && answer.length === this.#all.length;
    this.#chat = chat;
    if (same && answer.every((turn, index) => turn.at === this.#all[index].at && turn.handler === this.#all[index].handler)) return;
    this.#all = answer.map((turn, index) => ({ ...turn, key: `turn:${chat}:${index}` }));
    this.#changed();
  }
}

/** Nothing in the bot was meant by these words, as far as it knows. */
export function misunderstood(turn) {
  return turn.happening === "Message" && wordsOf(turn) !== "" && turn.handler === "otherwise";
}

export function wordsOf(turn) {
  return (turn.understanding?.text ?? "").trim();
}

/**
 * Exchanges with the turns between them: a turn stands behind the event that began it, before the calls that it made.
 * A clock that stands gives all the same time, so the words decide, then the order, then the time.
 */
export function interleave(exchanges, turns) {
  if (turns.length === 0) return exchanges.map(entry => ({ entry }));
  const placed = new Map();
  let from = 0;
  for (const turn of turns) {
    const words = wordsOf(turn);
    const encoded = new URLSearchParams({ x: words }).toString().slice(2);
    let at = exchanges.findIndex((entry, index) => index >= from && begins(entry, turn, words, encoded));
    if (at < 0) {
      at = exchanges.findLastIndex(entry => entry.at <= turn.at);
      at = Math.max(at, from - 1);
    }
    placed.set(at, [...(placed.get(at) ?? []), turn]);
    from = Math.max(from, at + 1);
  }
  return [...(placed.get(-1) ?? []).map(turn => ({ turn })), ...exchanges.flatMap((entry, index) => [{ entry }, ...(placed.get(index) ?? []).map(turn => ({ turn }))])];
}

function begins({ kind, name, request = "" }, turn, words, encoded) {
  if (kind !== "event") return false;
  if (turn.happening === "Joined") return name.endsWith("JOINCHAT");
  if (turn.happening === "Due" || !/(MESSAGE|COMMAND)ADD$/.test(name)) return false;
  return words === "" || request.includes(encoded) || request.includes(words);
}
