import { fill, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { notice } from "./notices.js";

const SHOWN = 3;

/** What is wrong in bots' files, on top of the page until it is mended; and a word when a saved bot is at work. */
export class Banner {
  #model;
  #all = false;

  constructor(model) {
    this.#model = model;
    this.element = h("div", { class: "banner", role: "alert", hidden: true });
    model.topics.on("troubles", () => this.#show());
    model.topics.on("changed", () => model.changedBot && notice(t("trouble.mended", { bot: model.changedBot })));
  }

  #show() {
    const troubles = this.#model.beside.troubles ?? [];
    this.element.hidden = troubles.length === 0;
    const shown = this.#all ? troubles : troubles.slice(0, SHOWN);
    const bots = [...new Set(troubles.map(({ bot }) => bot))];
    fill(this.element, icon("warn", 18),
      h("div", null, h("b", null, t("trouble.title", { bot: bots.join(", ") })),
        h("ul", null, shown.map(({ file, line, words }) => h("li", null, h("code", null, line > 0 ? `${file}:${line}` : file), " ", words)))),
      troubles.length > shown.length && h("button", { type: "button", class: "plain", onclick: () => {
        this.#all = true;
        this.#show();
      } }, t("trouble.all", { count: troubles.length })));
    if (troubles.length === 0) this.#all = false;
  }
}
