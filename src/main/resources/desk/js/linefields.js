import { h, icon } from "./dom.js";
import { named, t } from "./i18n.js";
import { field, select } from "./sheet.js";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** One plain setting: {name, element, value()}, the value as the portal takes it. */
export function box(one, value, model) {
  const control = controlOf(one, value, model);
  const words = named("field", one.name);
  if (control.type === "checkbox") {
    control.id = `field-${one.name}`;
    return { name: one.name, element: h("div", { class: "check" }, control, h("label", { for: control.id }, words, h("code", null, one.name))), value: () => (control.checked ? "Y" : "N") };
  }
  const element = field(words, control, null);
  element.append(h("code", null, one.name));
  if (one.name.includes("TEXT") || /_(LIKE|DISLIKE)$/.test(one.name)) element.classList.add("wide");
  return { name: one.name, element, value: () => control.value };
}

function controlOf(one, value, model) {
  if (one.kind === "flag") return h("input", { type: "checkbox", name: one.name, checked: value === "Y" });
  if (one.kind === "choice") return select(one.name, (one.choices ?? []).map(choice => [choice, choiceWords(one.name, choice)]), value);
  if (one.name.endsWith("_BOT_ID")) {
    const bots = [...model.users.values()].filter(user => user.kind === "bot");
    return select(one.name, [["0", "–"], ...bots.map(bot => [bot.id, bot.name])], value);
  }
  if (one.kind === "number") return h("input", { type: "number", name: one.name, value });
  return one.name.includes("TEXT") ? h("textarea", { name: one.name, rows: 2 }, value) : h("input", { type: "text", name: one.name, value, autocomplete: "off" });
}

function choiceWords(name, choice) {
  const own = named("choice", `${name}.${choice}`);
  return own === `${name}.${choice}` ? named("choice", choice) : own;
}

/** Settings that are lists or have parts. */
export function structured(values, model) {
  return [
    set("WORKTIME_DAYOFF", DAYS.map(day => [day, t(`weekday.${day}`)]), values.WORKTIME_DAYOFF ?? [], chosen => chosen.join(",")),
    holidays(values.WORKTIME_HOLIDAYS ?? []),
    card(values.DEFAULT_OPERATOR_DATA ?? {}),
    ...["KPI_FIRST_ANSWER_LIST", "KPI_FURTHER_ANSWER_LIST"].map(name => set(name, model.employees.map(user => [String(user.id), user.name]), (values[name] ?? []).map(String), chosen => chosen.map(Number))),
  ];
}

function set(name, options, chosen, valueOf) {
  const boxes = options.map(([value, words]) => ({ value, words, control: h("input", { type: "checkbox", value, checked: chosen.includes(value) }) }));
  return {
    name,
    element: fieldset(name, boxes.map(({ words, control }) => h("label", { class: "row" }, control, words))),
    value: () => valueOf(boxes.filter(({ control }) => control.checked).map(({ value }) => value)),
  };
}

function fieldset(name, content) {
  return h("fieldset", { class: "wide queue-box" }, h("legend", null, named("field", name)), content, h("code", null, name));
}

function holidays(dates) {
  const control = h("input", { type: "text", name: "WORKTIME_HOLIDAYS", value: dates.filter(Boolean).join(", "), autocomplete: "off" });
  const element = field(named("field", "WORKTIME_HOLIDAYS"), control);
  element.append(h("code", null, "WORKTIME_HOLIDAYS"));
  return { name: "WORKTIME_HOLIDAYS", element, value: () => control.value.split(/[\s,;]+/).filter(Boolean).join(",") };
}

/** What stands in for an operator's own profile: a name and a picture. */
function card(data) {
  const parts = ["NAME", "AVATAR"].map(part => [part, h("input", { type: "text", value: data[part] ?? "", "aria-label": `${named("field", "DEFAULT_OPERATOR_DATA")}: ${part}`, placeholder: part, autocomplete: "off" })]);
  return {
    name: "DEFAULT_OPERATOR_DATA",
    element: fieldset("DEFAULT_OPERATOR_DATA", parts.map(([, control]) => control)),
    value: () => Object.fromEntries(parts.map(([part, control]) => [part, control.value]).filter(([, value]) => value !== "")),
  };
}

/** Who is asked, and in which order: people, and departments with all who work there. */
export function queueField(line, model) {
  const key = place => `${place.ENTITY_TYPE}:${place.ENTITY_ID}`;
  const all = [...model.employees.map(user => ({ ENTITY_TYPE: "user", ENTITY_ID: user.id })), ...[...model.departments.values()].map(({ id }) => ({ ENTITY_TYPE: "department", ENTITY_ID: id }))];
  const stands = (line.places ?? []).filter(place => all.some(other => key(other) === key(place)));
  const places = [...stands, ...all.filter(place => !stands.some(other => key(other) === key(place)))];
  const list = h("ol", { class: "queue-places" });
  const nameOf = place => (place.ENTITY_TYPE === "user" ? model.nameOf(place.ENTITY_ID) : model.departments.get(place.ENTITY_ID)?.name ?? "");
  list.append(...places.map(place => {
    const name = nameOf(place);
    const control = h("input", { type: "checkbox", checked: stands.includes(place) });
    const item = h("li", null, h("label", { class: "row" }, control, name, place.ENTITY_TYPE === "department" && h("small", null, t("settings.department"))),
      h("button", { type: "button", class: "iconic", "aria-label": t("settings.up", { name }), title: t("settings.up", { name }), onclick: event => {
        item.previousElementSibling?.before(item);
        event.currentTarget.focus();
        item.dispatchEvent(new Event("input", { bubbles: true }));
      } }, icon("up2", 16)));
    item.place = place;
    item.control = control;
    return item;
  }));
  return {
    name: "QUEUE",
    element: h("fieldset", { class: "wide queue-box" }, h("legend", null, named("field", "QUEUE")), h("p", { class: "muted wide" }, t("settings.queueWords")), list, h("code", null, "QUEUE")),
    value: () => [...list.children].filter(item => item.control.checked).map(item => item.place),
  };
}
