import { api } from "./api.js";
import { h, icon } from "./dom.js";
import { t } from "./i18n.js";

/** What of the portal stands, and what each part rests on: pages, examples, or the simulator's own choice. */
export async function coverage() {
  const { methods, events, errors, observed, assumed } = await api.coverage();
  const stand = methods.filter(method => method.stands && method.page);
  const rows = [];
  const search = h("input", { type: "search", placeholder: t("settings.coverageSearch"), "aria-label": t("settings.coverageSearch"), oninput: () => {
    const words = search.value.trim().toLowerCase();
    rows.forEach(({ row, text }) => (row.hidden = words !== "" && !text.includes(words)));
  } });
  const row = one => {
    const element = h("tr", { class: one.stands === false ? "missing" : "" },
      h("th", { scope: "row" }, one.name, one.stands === false && h("small", null, ` ${t("settings.missing")}`)),
      h("td", null, h("span", { class: `mark ${one.mark}`, title: t(`mark.${one.mark}`) }, t(`mark.${one.mark}.short`)),
        one.words.length > 0 && h("ul", { class: "basis-words" }, one.words.map(words => h("li", null, words)))),
      h("td", null, h("code", { class: "codes" }, one.errors.join("\n"))));
    rows.push({ row: element, text: `${one.name} ${one.errors.join(" ")} ${one.words.join(" ")} ${one.mark}`.toLowerCase() });
    return element;
  };
  const table = (title, list) => h("details", { class: "field-group", open: true }, h("summary", null, title, h("small", null, String(list.length))),
    h("div", { class: "table-frame" }, h("table", null, h("thead", null, h("tr", null, ["settings.method", "settings.basis", "settings.errorsOf"].map(name => h("th", { scope: "col" }, t(name))))), h("tbody", null, list.map(row)))));
  const sentences = (title, list) => h("details", { class: "field-group" }, h("summary", null, title, h("small", null, String(list.length))), h("ul", { class: "sentences" }, list.map(words => h("li", null, words))));
  return [
    h("p", { class: "muted" }, t("settings.coverageWords", { stand: stand.length, all: methods.filter(method => method.page).length })),
    h("label", { class: "search" }, icon("search", 16), search),
    table(t("settings.methods"), methods),
    table(t("settings.events"), events),
    h("details", { class: "field-group" }, h("summary", null, t("settings.errors"), h("small", null, String(errors.length))), h("p", { class: "sentences" }, h("code", null, errors.join("  ")))),
    sentences(t("settings.assumed"), assumed),
    sentences(t("settings.observed"), observed),
  ];
}
