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
        shown = Number(line.ID);
        keep(model, line);
        again();
      },
    }) }, icon("plus", 16), t("settings.newLine")));
  if (shown === null) return [bar, h("p", { class: "muted" }, t("settings.none"))];
  const [answer, known] = await Promise.all([api.lines(), api.lineFields()]);
  return [bar, form(shown, answer.find(line => Number(line.ID) === shown), known, model, again)];
}

function form(id, values, known, model, again) {
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
  const queue = queueBox(model, values.QUEUE ?? []);
  const queueOf = () => [...queue.querySelectorAll("input:checked")].map(box => box.value).join();
  const queueBefore = queueOf();
  frames[1].frame.querySelector(".fields").append(queue);
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
        if (queueOf() !== queueBefore) changed.push(["QUEUE", queueOf().split(",").filter(Boolean).map(user => ({ ENTITY_TYPE: "user", ENTITY_ID: Number(user) }))]);
        if (changed.length > 0) keep(model, await api.saveLine(id, Object.fromEntries(changed)));
        notice(t("settings.saved"));
        again();
      });
    },
  }, h("label", { class: "search" }, icon("search", 16), search), frames.map(({ frame }) => frame), h("div", { class: "row end sticky" }, h("button", { type: "submit", class: "primary" }, t("save"))));
}

function keep(model, line) {
  const id = Number(line.ID);
  model.lines.set(id, { id, name: line.LINE_NAME, active: line.ACTIVE === "Y", queue: line.QUEUE, welcomeBot: line.WELCOME_BOT_ENABLE === "Y" ? Number(line.WELCOME_BOT_ID) : 0 });
  model.topics.touch("lines");
}

/** Who stands in the queue; the order of those who stood there before is kept. */
function queueBox(model, queue) {
  const rest = model.employees.map(user => user.id).filter(id => !queue.includes(id));
  return h("fieldset", { class: "wide queue-box" }, h("legend", null, t("settings.queue")), [...queue, ...rest].map(id =>
    h("label", { class: "row" }, h("input", { type: "checkbox", value: id, checked: queue.includes(id) }), model.nameOf(id))));
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
