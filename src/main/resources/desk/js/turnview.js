import { api } from "./api.js";
import { h, icon } from "./dom.js";
import { named, t } from "./i18n.js";
import { jsonTree } from "./json.js";
import { attempt, notice } from "./notices.js";
import { misunderstood, wordsOf } from "./turns.js";

const GUESSES = 5;

/** One turn of a bot of the runtime in a line: what it was taken for, and which handler spoke. */
export function turnHead(turn, open, toggle) {
  const lost = misunderstood(turn);
  const best = turn.understanding?.ranking?.[0];
  const sure = turn.understanding?.intent && best ? best.confidence.toFixed(2) : "";
  return h("button", { type: "button", class: `exchange-head turn-head ${lost ? "lost" : ""}`, "aria-expanded": String(open), onclick: toggle },
    h("span", { class: "way bot", title: t("turn.one") }, icon("bot", 15), h("span", { class: "sr" }, t("turn.one"))),
    h("span", { class: "turn-words" }, h("b", null, lost ? t("turn.lost") : nameOf(turn)), sure && h("span", { class: "muted" }, sure)),
    turn.happening === "Message" && h("q", { class: "turn-said", dir: "auto" }, wordsOf(turn)));
}

/** "intent price.ask" is "price.ask"; what else may answer has words of its own. */
function nameOf(turn) {
  const handler = String(turn.handler ?? "");
  const words = named("turn", handler);
  if (words !== handler) return words;
  const [kind, ...rest] = handler.split(" ");
  return kind === "intent" ? rest.join(" ") : [named("turn", kind), ...rest].join(" ");
}

export function turnBody(turn, model) {
  const { ranking = [], entities = [], language } = turn.understanding ?? {};
  return h("div", { class: "exchange-body turn-body" },
    h("dl", { class: "turn-facts" }, h("dt", null, t("turn.handler")), h("dd", null, h("code", null, turn.handler)),
      h("dt", null, t("turn.bot")), h("dd", null, turn.bot),
      language && [h("dt", null, t("turn.language")), h("dd", null, language)]),
    ranking.length > 0 && [h("h3", null, t("turn.ranking")), h("ol", { class: "ranking" }, ranking.slice(0, GUESSES).map(({ intent, confidence }) =>
      h("li", null, h("span", null, intent), h("meter", { min: 0, max: 1, value: confidence, "aria-label": intent }), h("b", null, confidence.toFixed(2)))))],
    turn.happening === "Message" && wordsOf(turn) !== "" && model.beside.teaches && teach(turn, ranking),
    entities.length > 0 && [h("h3", null, t("turn.entities")), h("ul", { class: "entities" }, entities.map(({ type, text, value }) =>
      h("li", null, h("b", null, type), " ", h("span", null, value), value !== text && h("span", { class: "muted" }, ` ‹${text}›`))))],
    h("h3", null, t("turn.memory")), memory(flat(turn.before), flat(turn.after)),
    h("details", { class: "raw" }, h("summary", null, t("turn.raw")), h("div", { class: "json-frame" }, jsonTree({ understanding: turn.understanding, before: turn.before, after: turn.after }))));
}

/** What is remembered, as a table: what changed in the turn stands out. */
function memory(before, after) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (names.length === 0) return h("p", { class: "muted" }, t("turn.nothing"));
  return h("table", { class: "memory" },
    h("thead", null, h("tr", null, h("th", { scope: "col" }, t("turn.slot")), h("th", { scope: "col" }, t("turn.before")), h("th", { scope: "col" }, t("turn.after")))),
    h("tbody", null, names.map(name => h("tr", { class: before[name] === after[name] ? "" : "changed" },
      h("th", { scope: "row" }, name), h("td", null, before[name] ?? "–"), h("td", null, after[name] ?? "–")))));
}

function flat(state) {
  const { form = "", slot = "", misunderstood: times = 0, offered = [], memory: told = {} } = state ?? {};
  const all = {};
  if (form) all[t("turn.form")] = slot ? `${form} › ${slot}` : form;
  for (const [draft, slots] of Object.entries(told.drafts ?? {})) {
    for (const [name, value] of Object.entries(slots)) all[`${draft}.${name}`] = value;
  }
  Object.assign(all, told.values);
  if (offered.length > 0) all[t("turn.offered")] = offered.map(button => button.label).join(", ");
  if (times > 0) all[t("turn.times")] = String(times);
  return all;
}

/** The words go into the training file of the intent that was meant, and the bot learns them. */
function teach(turn, ranking) {
  const select = h("select", { name: "intent", "aria-label": t("teach.intent") }, h("option", { value: "" }, t("teach.choose")));
  const button = h("button", { type: "submit", class: "primary", disabled: true }, t("teach.add"));
  const form = h("form", {
    class: "teach",
    onsubmit: event => {
      event.preventDefault();
      if (select.value === "" || button.disabled) return;
      button.disabled = true;
      attempt(async () => {
        const { file } = await api.teach({ bot: turn.bot, language: turn.understanding.language, intent: select.value, phrase: wordsOf(turn) });
        notice(t("teach.done", { file }));
        form.replaceChildren(h("p", null, icon("check", 16), t("teach.done", { file })));
      }).finally(() => (button.disabled = select.value === ""));
    },
  }, h("p", null, misunderstood(turn) ? t("teach.lost") : t("teach.other"), " ", h("q", { dir: "auto" }, wordsOf(turn))), h("div", { class: "row" }, select, button));
  select.addEventListener("change", () => (button.disabled = select.value === ""));
  api.intents(turn.bot).then(intents => {
    // likelier ones first
    const ranked = ranking.map(({ intent }) => intent).filter(intent => intents.includes(intent));
    select.append(...[...new Set([...ranked, ...intents])].map(intent => h("option", { value: intent }, intent)));
  }).catch(() => form.remove());
  return form;
}
