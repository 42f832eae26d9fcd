import { h, iconButton } from "./dom.js";
import { t } from "./i18n.js";
import { attempt } from "./notices.js";

/** A window over the page; Escape and the cross close it, and the focus goes back to where it was. */
export function sheet(title, content, { wide = false, onclose = () => {} } = {}) {
  const heading = h("h2", { id: `sheet-${++count}` }, title);
  const dialog = h("dialog", { class: `sheet ${wide ? "wide" : ""}`, "aria-labelledby": heading.id },
    h("header", null, heading, iconButton("close", t("close"), () => dialog.close())),
    h("div", { class: "sheet-body" }, content));
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose();
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

let count = 0;

/** A short question with fields; resolves to what the form says when it is sent. */
export function ask(title, fields, { submit, send, danger = false }) {
  const button = h("button", { type: "submit", class: danger ? "danger" : "primary" }, submit);
  const form = h("form", {
    class: "form",
    onsubmit: async event => {
      event.preventDefault();
      button.disabled = true;
      const done = await attempt(async () => {
        await send(Object.fromEntries(new FormData(form)));
        return true;
      });
      button.disabled = false;
      if (done) dialog.close();
    },
  }, fields, h("div", { class: "row end" }, h("button", { type: "button", class: "plain", onclick: () => dialog.close() }, t("cancel")), button));
  const dialog = sheet(title, form);
  return dialog;
}

export function field(label, control, hint) {
  const id = control.id || `field-${++count}`;
  control.id = id;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return h("div", { class: "field" }, h("label", { for: id }, label), control, hint && h("small", { id: `${id}-hint` }, hint));
}

export function select(name, options, chosen, props = {}) {
  return h("select", { name, ...props }, options.map(([value, words]) => h("option", { value, selected: String(value) === String(chosen) }, words)));
}

/** A button with a list under it; arrows move, Escape closes, a press outside too. */
export function menu(label, trigger, entries) {
  const list = h("div", { class: "menu", role: "menu", hidden: true, "aria-label": label });
  const root = h("div", { class: "menu-root" }, trigger, list);
  trigger.setAttribute("aria-haspopup", "menu");
  trigger.setAttribute("aria-expanded", "false");
  const items = () => [...list.querySelectorAll("[role^=menuitem]:not([disabled])")];
  const close = () => {
    list.hidden = true;
    trigger.setAttribute("aria-expanded", "false");
  };
  const open = () => {
    list.replaceChildren(...entries().filter(Boolean).map(entry => entry.divider ? h("hr") : h("button", {
      type: "button", role: entry.checked === undefined ? "menuitem" : "menuitemcheckbox", class: entry.danger ? "danger" : "",
      "aria-checked": entry.checked === undefined ? null : String(entry.checked), disabled: entry.disabled ?? false, tabindex: -1,
      onclick: () => {
        close();
        trigger.focus();
        entry.run();
      },
    }, h("span", null, entry.label), entry.key && h("kbd", null, entry.key))));
    list.hidden = false;
    trigger.setAttribute("aria-expanded", "true");
    items()[0]?.focus();
  };
  trigger.addEventListener("click", () => (list.hidden ? open() : close()));
  root.addEventListener("keydown", event => {
    if (list.hidden) return;
    const all = items();
    const at = all.indexOf(document.activeElement);
    const move = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      all[move % all.length]?.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
      trigger.focus();
    }
  });
  root.addEventListener("focusout", event => {
    if (!root.contains(event.relatedTarget)) close();
  });
  return root;
}
