import { api } from "./api.js";
import { h, icon } from "./dom.js";
import { named, t } from "./i18n.js";
import { attempt, notice } from "./notices.js";
import { ask, field, select } from "./sheet.js";

const GROUPS = [
  ["general", /^(ACTIVE|LINE_NAME|LANGUAGE_ID|TEMPORARY|CONFIRM_CLOSE|OPERATOR_DATA|QUICK_ANSWERS|CATEGORY|AGREEMENT)/],
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
        shown = line?.id ?? shown;
        if (line?.id) model.lines.set(line.id, line);
        model.topics.touch("lines");
        again();
      },
    }) }, icon("plus", 16), t("settings.newLine")));
  if (shown === null) return [bar, h("p", { class: "muted" }, t("settings.none"))];
  const [answer, known] = await Promise.all([api.line(shown), api.lineFields()]);
  return [bar, form(shown, answer, known.fields ?? known, model, again)];
}

function form(id, line, known, model, again) {
  const values = line.fields ?? line;
  const controls = new Map();
  const search = h("input", { type: "search", placeholder: t("settings.search"), "aria-label": t("settings.search"), oninput: () => filter(search.value.trim().toLowerCase()) });
  const groups = new Map(GROUPS.map(([name]) => [name, []]));
  for (const one of known) {
    const group = GROUPS.find(([, pattern]) => pattern.test(one.name))[0];
    const control = controlOf(one, values[one.name] ?? one.initial ?? "", model);
    controls.set(one.name, { control, before: valueOf(control), box: null });
    const box = boxOf(one, control);
    controls.get(one.name).box = box;
    control.addEventListener("input", () => box.classList.toggle("changed", valueOf(control) !== controls.get(one.name).before));
    groups.get(group).push({ box, words: `${one.name} ${one.words ?? ""} ${named("field", one.name)}`.toLowerCase() });
  }
  const frames = [...groups].filter(([, boxes]) => boxes.length > 0).map(([name, boxes], index) => ({
    boxes,
    frame: h("details", { class: "field-group", open: index < 2 }, h("summary", null, t(`group.${name}`), h("small", null, String(boxes.length))), h("div", { class: "fields" }, boxes.map(({ box }) => box))),
  }));
  const filter = words => frames.forEach(({ frame, boxes }, index) => {
    const found = boxes.filter(({ box, words: all }) => !(box.hidden = words !== "" && !all.includes(words)));
    frame.hidden = found.length === 0;
    frame.open = words !== "" || index < 2;
  });
  return h("form", {
    class: "form",
    onsubmit: event => {
      event.preventDefault();
      attempt(async () => {
        const changed = [...controls].filter(([, { control, before }]) => valueOf(control) !== before).map(([name, { control }]) => [name, valueOf(control)]);
        if (changed.length > 0) await api.saveLine(id, Object.fromEntries(changed));
        notice(t("settings.saved"));
        again();
      });
    },
  }, h("label", { class: "search" }, icon("search", 16), search), frames.map(({ frame }) => frame), h("div", { class: "row end sticky" }, h("button", { type: "submit", class: "primary" }, t("save"))));
}

function controlOf(one, value, model) {
  if (one.kind === "flag") return h("input", { type: "checkbox", name: one.name, checked: value === "Y" });
  if (one.kind === "choice") return select(one.name, (one.choices ?? []).map(choice => [choice, choice]), value);
  if (one.name.endsWith("_BOT_ID")) {
    const bots = [...model.users.values()].filter(user => user.kind === "bot");
    return select(one.name, [["0", "-"], ...bots.map(bot => [bot.id, bot.name])], value);
  }
  if (one.kind === "number") return h("input", { type: "number", name: one.name, value });
  return one.name.includes("TEXT") ? h("textarea", { name: one.name, rows: 2 }, value) : h("input", { type: "text", name: one.name, value, autocomplete: "off" });
}

function valueOf(control) {
  return control.type === "checkbox" ? (control.checked ? "Y" : "N") : control.value;
}

function boxOf(one, control) {
  const title = named("field", one.name);
  const words = title === one.name ? one.words ?? readable(one.name) : title;
  if (control.type === "checkbox") {
    control.id = `field-${one.name}`;
    return h("div", { class: "check" }, control, h("label", { for: control.id }, words, h("code", null, one.name)));
  }
  const box = field(words, control, null);
  box.append(h("code", null, one.name));
  if (one.name.includes("TEXT")) box.classList.add("wide");
  return box;
}

function readable(name) {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words[0].toUpperCase() + words.slice(1);
}
