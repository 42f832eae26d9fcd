import { api } from "./api.js";
import { buttonsOf } from "./bubbles.js";
import { plainText } from "./bbcode.js";
import { stageOf } from "./customer.js";

/**
 * Says a dialog again in a new chat, and tells what came of it.
 *
 * A script is a list of steps as a dialog test has them: {customer}, {presses}, {wait}, {operator}, {returns} do
 * something; {bot, buttons}, {aside}, {handoff}, {finish}, {silent}, {joins} are what the bot must do.
 */

const DOES = ["customer", "presses", "wait", "operator", "returns"];
const ROUNDS = 2; // what the bot did may cause more

export class Replay {
  #model;
  #steps;
  #chat = null;
  #customer = null;
  #seen = 0;
  #told;
  stopped = false;

  /** `told(rows)` is called after each step with all rows so far: {expected, actual, same}. */
  constructor(model, steps, told = () => {}) {
    this.#model = model;
    this.#steps = groups(steps);
    this.#told = told;
  }

  get customer() {
    return this.#customer;
  }

  get chat() {
    return this.#chat;
  }

  /** Plays all of it to a new customer of the line. */
  async run({ line, connector, name, follow = false }) {
    this.#customer = await api.openCustomer(line, connector, name);
    this.#model.customers.set(this.#customer.id, this.#customer);
    this.#model.topics.touch("customers");
    if (follow) await this.#model.choose({ customer: this.#customer.id });
    const rows = [];
    let greeted = false;
    for (const { act, expected } of this.#steps) {
      if (this.stopped) break;
      const had = this.#chat;
      if (act !== null) {
        rows.push({ act });
        const problem = await this.#do(act).catch(words => String(words.message ?? words));
        if (problem) {
          rows.push({ expected: null, actual: { problem }, same: false });
          this.#told(rows);
          break;
        }
      }
      const happened = await this.#happened();
      // a script that does not begin with the bot's coming in begins after its greeting
      const greeting = had === null && this.#chat !== null && !greeted && !expected.some(step => step.joins);
      greeted ||= this.#chat !== null;
      rows.push(...align(wanted(expected), withoutNotes(expected, happened), greeting));
      this.#told(rows);
    }
    return rows;
  }

  async #do(step) {
    if (step.customer !== undefined) await this.#say(step.customer);
    else if (step.presses !== undefined) await this.#press(step.presses);
    else if (step.wait !== undefined) await this.#model.setClock({ advance: `PT${String(step.wait).toUpperCase()}` });
    else await this.#operate(step);
    await this.#quiet();
  }

  /** Until the portal has told its events, the bot has answered, and what it did is done. A bot elsewhere is not asked. */
  async #quiet() {
    for (let round = 0; round < ROUNDS; round++) {
      await api.settle();
      if (this.#model.beside.turns && this.#chat !== null) await api.turns(this.#chat, true);
    }
    await api.settle();
  }

  async #say(text) {
    const { chatId } = await api.say(this.#customer.id, text);
    this.#chat = chatId ?? this.#chat;
  }

  /** As a finger does: on the last keyboard; a channel without one gets the words. */
  async #press(label) {
    const { messages } = await api.chat(this.#chat);
    const kept = this.#model.connectors.get(this.#customer.connector)?.buttons;
    for (const message of kept ? messages.reverse() : []) {
      const index = buttonsOf(message.params).findIndex(button => button.TEXT === label);
      if (index < 0) continue;
      const { ACTION, ACTION_VALUE } = buttonsOf(message.params)[index];
      if (ACTION === "SEND" || ACTION === "PUT") await this.#say(ACTION_VALUE);
      else await api.press(this.#customer.id, message.id, index);
      return;
    }
    await this.#say(label);
  }

  async #operate(step) {
    const { dialog } = await api.chat(this.#chat, undefined, 1);
    const actor = this.#model.actor(dialog);
    if (step.returns) {
      const bot = this.#model.lines.get(dialog.lineId)?.welcomeBot;
      await api.operate(this.#chat, actor.id, "transfer", { USER_ID: bot });
      return;
    }
    if (["queue", "bot"].includes(stageOf(dialog))) await api.operate(this.#chat, actor.id, "answer", {});
    await api.operate(this.#chat, actor.id, "say", { text: step.operator });
  }

  /** What the bot has done since it was last looked at, as steps. */
  async #happened() {
    if (this.#chat === null) return [];
    const { messages, dialog } = await api.chat(this.#chat);
    const steps = messages.filter(message => message.id > this.#seen && message.kind === "bot").map(message => {
      if (message.hidden) return { aside: message.text };
      const buttons = buttonsOf(message.params).map(button => button.TEXT).filter(Boolean);
      return buttons.length > 0 ? { bot: message.text, buttons } : { bot: message.text };
    });
    this.#seen = messages.at(-1)?.id ?? this.#seen;
    if (steps.length > 0 || this.#stage !== stageOf(dialog)) {
      const stage = stageOf(dialog);
      if (this.#stage === "bot" && stage === "queue") steps.push({ handoff: "queue" });
      if (this.#stage === "bot" && stage === "closed") steps.push({ finish: true });
      this.#stage = stage;
    }
    return steps;
  }

  #stage = "bot";
}

/** Each act with what must come of it; what stands before the first words of the customer comes of them. */
function groups(steps) {
  const all = [];
  let before = [];
  for (const step of steps) {
    const act = DOES.some(name => step[name] !== undefined);
    if (act) {
      all.push({ act: step, expected: before });
      before = [];
    } else if (all.length === 0) before.push(step);
    else all.at(-1).expected.push(step);
  }
  return all;
}

function wanted(steps) {
  return steps.filter(step => !step.joins && !step.silent).flatMap(step => (step.note === undefined ? [step] : [{ aside: step.note }, { handoff: step.handoff }]));
}

/** What only operators read is compared where the script speaks of it. */
function withoutNotes(expected, happened) {
  return expected.some(step => step.aside !== undefined || step.note !== undefined) ? happened : happened.filter(step => step.aside === undefined);
}

/** Expected beside actual: what is alike stands side by side, the rest alone. The fewest lines stand alone. */
export function align(expected, actual, greeting = false) {
  const size = (one, other) => Array.from({ length: one + 1 }, () => new Uint32Array(other + 1));
  const best = size(expected.length, actual.length);
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      best[i][j] = alike(expected[i], actual[j]) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const rows = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < actual.length) {
    const both = i < expected.length && j < actual.length;
    if (both && alike(expected[i], actual[j])) rows.push({ expected: expected[i++], actual: actual[j++], same: true });
    // one for another of the same kind stands beside it: that is what a person wants to compare
    else if (both && best[i + 1][j + 1] >= best[i][j + 1] && best[i + 1][j + 1] >= best[i + 1][j] && kindOf(expected[i]) === kindOf(actual[j])) rows.push({ expected: expected[i++], actual: actual[j++], same: false });
    else if (j < actual.length && (i >= expected.length || best[i][j + 1] >= best[i + 1][j])) {
      const extra = actual[j++];
      rows.push({ expected: null, actual: extra, same: greeting && rows.every(row => row.greeting), greeting: greeting && rows.every(row => row.greeting) });
    } else rows.push({ expected: expected[i++], actual: null, same: false });
  }
  return rows;
}

function kindOf(step) {
  return ["bot", "aside", "handoff", "finish"].find(name => step[name] !== undefined);
}

function alike(expected, actual) {
  const kind = kindOf(expected);
  if (kind !== kindOf(actual)) return false;
  if (kind === "handoff" || kind === "finish") return true;
  if (expected.buttons === undefined) return words(expected[kind], actual[kind]);
  if (actual.buttons !== undefined) return words(expected[kind], actual[kind]) && expected.buttons.join("\n") === actual.buttons.join("\n");
  // a channel without buttons lists them under the words
  const list = expected.buttons.map((label, index) => `${index + 1}. ${label}`).join(" ");
  const text = plainText(actual[kind]);
  return text.endsWith(list) && words(expected[kind], text.slice(0, -list.length));
}

/** … stands for anything. */
function words(expected, actual) {
  const parts = plainText(expected).split("…").map(part => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(plainText(actual));
}
