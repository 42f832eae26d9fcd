import { api } from "./api.js";
import { fill, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { attempt } from "./notices.js";
import { Replay } from "./replay.js";
import { stepsOf } from "./script.js";
import { field, select, sheet } from "./sheet.js";

/** Replays the chosen dialog or a kept script in a new chat, and shows what is different, side by side. */
export async function compare(model) {
  const sources = [...dialogSource(model), ...(await keptSources(model))];
  if (sources.length === 0) throw new Error(t("replay.nothing"));
  const what = select("what", sources.map((source, index) => [index, source.title]), 0);
  const line = select("line", [...model.lines.values()].map(({ id, name }) => [id, name || `#${id}`]), sources[0].line);
  const table = h("div", { class: "replay-rows", role: "table", tabindex: "0", "aria-label": t("replay.title") });
  const verdict = h("p", { class: "verdict", role: "status" }, t("replay.words"));
  const show = h("button", { type: "button", hidden: true }, icon("user", 16), t("replay.show"));
  const start = h("button", { type: "submit", class: "primary" }, icon("again", 16), t("replay.start"));
  let running = null;
  const form = h("form", {
    class: "replay-form",
    onsubmit: event => {
      event.preventDefault();
      attempt(run);
    },
  }, field(t("replay.what"), what), field(t("customer.line"), line), start);
  const box = sheet(t("replay.title"), h("div", { class: "replay" }, form, h("div", { class: "replay-head" }, verdict, show), table), { wide: true, onclose: () => running && (running.stopped = true) });
  what.addEventListener("change", () => (line.value = sources[Number(what.value)].line ?? line.value));
  show.addEventListener("click", () => {
    box.close();
    attempt(() => model.choose({ customer: running.customer.id, chat: running.chat }));
  });
  start.focus();

  async function run() {
    const source = sources[Number(what.value)];
    running = new Replay(model, source.steps, rows => fill(table, head(source), rows.map(rowOf)));
    start.disabled = true;
    show.hidden = true;
    table.dataset.state = "running";
    verdict.className = "verdict";
    verdict.textContent = t("replay.running");
    fill(table, head(source));
    try {
      const rows = await running.run({ line: Number(line.value), connector: source.connector, name: source.name });
      const other = rows.filter(row => row.same === false).length;
      const same = rows.filter(row => row.same === true).length;
      verdict.classList.add(other === 0 ? "good" : "bad");
      fill(verdict, icon(other === 0 ? "check" : "warn", 18), other === 0 ? t("replay.same", { count: same }) : t("replay.other", { count: other }));
    } finally {
      table.dataset.state = "done";
      start.disabled = false;
      show.hidden = running.customer === null;
    }
  }
}

function dialogSource(model) {
  const { dialog, customer } = model;
  const messages = dialog === null ? [] : model.messages(dialog.chatId);
  if (messages.length === 0) return [];
  return [{ title: t("replay.dialog", { name: customer?.name ?? "" }), before: t("replay.before"), steps: stepsOf(model, dialog, messages, model.exchanges), name: customer?.name ?? "Olga", connector: dialog.connector, line: dialog.lineId }];
}

/** Dialog tests of the bots' folders: a file has one dialog or several, with settings of its own and of each. */
async function keptSources(model) {
  const folders = await Promise.all(model.beside.bots.map(async bot => ({ bot, files: await api.scripts(bot) })));
  return folders.flatMap(({ bot, files }) => files.flatMap(({ file, script }) => {
    const { dialog, dialogs, ...settings } = script ?? {};
    const each = dialog ? [["", dialog]] : Object.entries(dialogs ?? {});
    return each.map(([name, one]) => {
      const { dialog: steps = one, ...own } = Array.isArray(one) ? {} : one;
      const { customer = "Olga", channel = "livechat" } = { ...settings, ...own };
      return { title: `${bot}/${file}${name ? ` › ${name}` : ""}`, before: t("replay.script"), steps, name: customer || "…", connector: channel, line: lineOf(model, bot) };
    });
  })).filter(({ steps }) => Array.isArray(steps) && steps.some(step => step.customer !== undefined || step.presses !== undefined));
}

/** The line that a bot greets on: its lines are called after it. */
function lineOf(model, bot) {
  const lines = [...model.lines.values()];
  return (lines.find(({ name }) => name?.endsWith(`(${bot})`)) ?? lines[0])?.id;
}

function head(source) {
  return h("div", { class: "replay-row replay-titles", role: "row" }, h("span", { role: "columnheader" }, source.before), h("span", { role: "columnheader" }, t("replay.now")));
}

function rowOf(row) {
  if (row.act) {
    const [[name, value]] = Object.entries(row.act);
    return h("div", { class: `replay-row act ${name}`, role: "row" }, h("span", { role: "cell", "aria-colspan": 2 }, h("small", null, t(`step.${name}`)), value !== true && h("span", { class: "said-words", dir: "auto" }, String(value))));
  }
  const [left, right] = differing(row);
  const sign = row.greeting ? t("replay.greeting") : row.same ? "" : row.expected === null ? t("replay.more") : row.actual === null ? t("replay.less") : t("replay.differs");
  return h("div", { class: `replay-row ${row.same ? "same" : "other"}`, role: "row" }, cell(row.expected, left), cell(row.actual, right, sign));
}

function cell(step, parts, sign = "") {
  if (step === null) return h("div", { role: "cell", class: "none" }, "–", sign && h("small", { class: "sign" }, sign));
  const words = step.problem ? [icon("warn", 15), step.problem]
    : step.handoff !== undefined ? t("step.handoff", { to: step.handoff }) : step.finish ? t("step.finish") : parts;
  return h("div", { role: "cell", class: step.aside !== undefined ? "aside" : "" }, sign && h("small", { class: "sign" }, sign),
    h("div", { class: "said-words", dir: "auto" }, words),
    step.buttons && h("div", { class: "keys" }, step.buttons.map(label => h("span", { class: "key base" }, label))));
}

/** The words of both, with what is different between the same beginning and the same end marked. */
function differing({ expected, actual, same }) {
  const [one, other] = [expected, actual].map(step => step?.bot ?? step?.aside ?? "");
  if (same || one === "" || other === "" || one === other) return [one, other];
  let from = 0;
  while (from < Math.min(one.length, other.length) && one[from] === other[from]) from++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - from && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one, other].map(text => [text.slice(0, from), h("mark", null, text.slice(from, text.length - end)), text.slice(text.length - end)]);
}
