import { api } from "./api.js";
import { h, icon } from "./dom.js";
import { box, queueField, structured } from "./linefields.js";
import { named, t } from "./i18n.js";
import { attempt, notice } from "./notices.js";
import { ask, field, select } from "./sheet.js";

const GROUPS = [
  ["general", /^(ACTIVE|LINE_NAME|LANGUAGE_ID|TEMPORARY|CONFIRM_CLOSE|OPERATOR_DATA|DEFAULT_OPERATOR|QUICK_ANSWERS|CATEGORY|AGREEMENT)/],
  ["queue", /^(QUEUE|CHECK_AVAILABLE|WATCH_TYPING|MAX_CHAT|TYPE_MAX_CHAT|SESSION_PRIORITY|SEND_NOTIFICATION)/],
  ["bot", /^WELCOME_BOT/],
  ["welcome", /^(WELCOME|SEND_WELCOME|USE_WELCOME|IGNORE_WELCOME)/],
  ["noanswer", /^NO_ANSWER/],
  ["worktime", /^WORKTIME/],
  ["close", /^(CLOSE|FULL_CLOSE|AUTO_)/],
  ["vote", /^VOTE/],
  ["kpi", /^KPI/],
  ["crm", /^CRM/],
  ["other", /./],
];

let shown = null;

/** The settings of a line, grouped; only what was changed is sent. */
export async function lineSettings(model, again) {
  const lines = [...model.lines.values()];
  if (!lines.some(line => line.id === shown)) shown = lines[0]?.id ?? null;
  const bar = h("div", { class: "row" },
    lines.length > 0 && select("line", lines.map(line => [line.id, line.name || `#${line.id}`]), shown, { "aria-label": t("customer.line"), onchange: event => {
      shown = Number(event.target.value);
      again();
    } }),
    h("button", { type: "button", onclick: () => ask(t("settings.newLine"), [field(t("customer.name"), h("input", { name: "LINE_NAME", required: true, maxlength: 100, autocomplete: "off" }))], {
      submit: t("add"),
      send: async values => {
        const line = await api.addLine({ ...values, ACTIVE: "Y" });
        shown = Number(line.ID);
        await model.readPortal();
        again();
      },
    }) }, icon("plus", 16), t("settings.newLine")));
  if (shown === null) return [bar, h("p", { class: "muted" }, t("settings.none"))];
  const [answer, known] = await Promise.all([api.lines(), api.lineFields()]);
  return [bar, form(model.lines.get(shown), answer.find(line => Number(line.ID) === shown), known, model, again)];
}

function form(line, values, known, model, again) {
  const search = h("input", { type: "search", placeholder: t("settings.search"), "aria-label": t("settings.search"), oninput: () => filter(search.value.trim().toLocaleLowerCase()) });
  const fields = [...known.map(one => box(one, values[one.name] ?? one.initial ?? "", model)), queueField(line, model), ...structured(values, model)];
  const before = new Map(fields.map(one => [one.name, JSON.stringify(one.value())]));
  const changed = one => JSON.stringify(one.value()) !== before.get(one.name);
  const groups = GROUPS.map(([name, pattern]) => ({ name, pattern, fields: [] }));
  for (const one of fields) {
    groups.find(({ pattern }) => pattern.test(one.name)).fields.push(one);
    one.element.addEventListener("input", () => one.element.classList.toggle("changed", changed(one)));
  }
  const frames = groups.filter(group => group.fields.length > 0).map(({ name, fields: inside }, index) => ({
    inside,
    frame: h("details", { class: "field-group", open: index < 2 }, h("summary", null, t(`group.${name}`), h("small", null, String(inside.length))), h("div", { class: "fields" }, inside.map(({ element }) => element))),
  }));
  const none = h("p", { class: "muted", hidden: true }, t("wire.nothingFound"));
  const filter = words => {
    frames.forEach(({ frame, inside }, index) => {
      const found = inside.filter(({ element, name }) => !(element.hidden = words !== "" && !`${name} ${named("field", name)}`.toLocaleLowerCase().includes(words)));
      frame.hidden = found.length === 0;
      frame.open = words !== "" || index < 2;
    });
    none.hidden = frames.some(({ frame }) => !frame.hidden);
  };
  return h("form", {
    class: "form",
    onsubmit: event => {
      event.preventDefault();
      attempt(async () => {
        const wanted = fields.filter(changed);
        if (wanted.length > 0) {
          await api.saveLine(line.id, Object.fromEntries(wanted.map(one => [one.name, one.value()])));
          await model.readPortal();
        }
        notice(t("settings.saved"));
        again();
      });
    },
  }, h("label", { class: "search" }, icon("search", 16), search), frames.map(({ frame }) => frame), none, h("div", { class: "row end sticky" }, h("button", { type: "submit", class: "primary" }, t("save"))));
}
