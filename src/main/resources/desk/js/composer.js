import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { trouble } from "./notices.js";

/** Where a person writes: Enter sends, Shift+Enter breaks the line, and what could not be sent stays. */
export class Composer {
  #send;
  #typed;
  #lastTyped = 0;
  #sending = Promise.resolve();

  constructor({ label, placeholder, send, typed = null, extra = [] }) {
    this.#send = send;
    this.#typed = typed;
    this.area = h("textarea", {
      rows: 1, "aria-label": label, placeholder, dir: "auto", maxlength: 20000, spellcheck: "true",
      onkeydown: event => this.#key(event),
      oninput: () => this.#grow(),
    });
    this.button = h("button", { type: "button", class: "send", "aria-label": t("chat.send"), title: `${t("chat.send")} (Enter)`, onclick: () => this.submit() }, icon("send"));
    this.element = h("div", { class: "composer" }, extra, this.area, this.button);
  }

  label(label, placeholder) {
    this.area.setAttribute("aria-label", label);
    this.area.placeholder = placeholder;
  }

  put(text) {
    this.area.value = text;
    this.#grow();
    this.area.focus();
  }

  /** Messages leave in the order in which they were written, one at a time. */
  submit() {
    const text = this.area.value.trim();
    if (text === "") return this.#sending;
    this.area.value = "";
    this.#grow();
    this.#sending = this.#sending.then(() => this.#send(text)).catch(problem => {
      if (this.area.value === "") {
        this.area.value = text;
        this.#grow();
      }
      trouble(problem);
    });
    return this.#sending;
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  #grow() {
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight, 160)}px`;
    const now = performance.now();
    if (this.#typed && this.area.value !== "" && now - this.#lastTyped > 5000) {
      this.#lastTyped = now;
      this.#typed();
    }
  }
}
