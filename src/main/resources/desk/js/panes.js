import { h, icon, iconButton } from "./dom.js";
import { t } from "./i18n.js";

/** The three panes: they fold to a strip on a wide screen, and become tabs on a narrow one. */
export class Panes {
  #panes;
  #tabs;

  /** `panes`: [{name, icon, content}] in their order on the screen. */
  constructor(panes) {
    this.#panes = panes.map(pane => this.#frame(pane));
    this.#tabs = h("nav", { class: "pane-tabs", "aria-label": t("panes.label") }, panes.map(pane => h("button", {
      type: "button", "data-pane": pane.name, onclick: () => this.open(pane.name),
    }, icon(pane.icon, 20), h("span", null, t(`pane.${pane.name}`)))));
    this.element = h("main", { class: "panes", id: "panes" }, this.#panes.map(pane => pane.element));
    this.tabs = this.#tabs;
    for (const name of (localStorage.getItem("folded") ?? "").split(",").filter(Boolean)) this.#fold(name, true);
    this.#mark(panes[0].name);
  }

  /** Shows the pane wherever it is, and gives it the focus. */
  open(name, focus = true) {
    this.#fold(name, false);
    this.#mark(name);
    if (focus) this.#panes.find(pane => pane.name === name).content.focus();
  }

  get front() {
    return this.element.dataset.front;
  }

  #mark(name) {
    this.element.dataset.front = name;
    this.#tabs.querySelectorAll("button").forEach(button => {
      if (button.dataset.pane === name) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
  }

  #frame({ name, icon: sign, content }) {
    const fold = iconButton("left", t("panes.fold", { name: t(`pane.${name}`) }), () => {
      this.#fold(name, true);
      element.querySelector(".strip").focus();
    }, { class: "iconic fold" });
    const strip = h("button", { type: "button", class: "strip", onclick: () => this.open(name), "aria-label": t("panes.unfold", { name: t(`pane.${name}`) }) }, icon(sign, 18), h("span", null, t(`pane.${name}`)));
    const element = h("section", { class: `pane ${name}-pane`, "aria-label": t(`pane.${name}`), "data-pane": name },
      strip, h("div", { class: "pane-head" }, icon(sign, 17), h("h2", null, t(`pane.${name}`)), fold), content.element);
    element.addEventListener("focusin", () => {
      if (this.element.isConnected) this.#mark(name);
    });
    return { name, element, content };
  }

  #fold(name, on) {
    this.#panes.find(pane => pane.name === name)?.element.classList.toggle("folded", on);
    localStorage.setItem("folded", this.#panes.filter(pane => pane.element.classList.contains("folded")).map(pane => pane.name).join());
  }
}
