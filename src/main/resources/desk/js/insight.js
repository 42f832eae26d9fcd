import { api } from "./api.js";
import { fill, h } from "./dom.js";
import { t } from "./i18n.js";
import { jsonTree } from "./json.js";

/**
 * How a bot of the runtime came to its last answer in the chosen dialog: what it understood, which handler spoke, what it
 * remembers. The server passes the runtime's own trace on under `turns`; where there is no runtime, nothing is shown.
 */
export class Insight {
  #model;
  #asked = 0;

  constructor(model) {
    this.#model = model;
    this.element = h("section", { class: "insight", hidden: true, "aria-label": t("insight.title") });
    model.topics.on(["chosen", "messages"], () => this.#read());
  }

  async #read() {
    const chat = this.#model.chosen.chat;
    const bot = this.#model.messages(chat).findLast(message => this.#model.kindOf(message.authorId) === "bot");
    if (chat === null || !bot || !this.#model.beside.turns) {
      this.element.hidden = true;
      return;
    }
    const key = `${chat}:${bot.id}`;
    if (this.element.dataset.key === key) return;
    this.element.dataset.key = key;
    const asked = ++this.#asked;
    const turns = await api.turns(chat).catch(() => []);
    if (asked !== this.#asked) return;
    this.#show(Array.isArray(turns) ? turns.at(-1) : turns.turns?.at(-1));
  }

  #show(turn) {
    this.element.hidden = !turn;
    if (!turn) return;
    const ranking = turn.understanding?.ranking ?? [];
    const open = this.element.querySelector("details")?.open ?? false;
    fill(this.element, h("details", { open }, h("summary", null, h("b", null, t("insight.title")), " ", h("code", null, turn.handler ?? "")),
      ranking.length > 0 && h("ol", { class: "ranking" }, ranking.slice(0, 5).map(({ intent, confidence }) => h("li", null, h("span", null, intent),
        h("meter", { min: 0, max: 1, value: confidence, "aria-label": intent }), h("b", null, confidence.toFixed(2))))),
      jsonTree({ entities: turn.understanding?.entities ?? [], before: turn.before ?? {}, after: turn.after ?? {} })));
  }
}
