import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, notice } from "./notices.js";
import { download } from "./settings.js";
import { field, select, sheet } from "./sheet.js";

/** Offers the chosen dialog as a dialog test: a script that a person can read, name and change before it is kept. */
export async function saveAsTest(model) {
  const dialog = model.dialog;
  const messages = model.messages(model.chosen.chat);
  if (!dialog || messages.length === 0) {
    notice(t("save.empty"));
    return;
  }
  const bots = await fetch("scripts").then(answer => (answer.ok ? answer.json() : { bots: [] })).catch(() => ({ bots: [] }));
  const area = h("textarea", { class: "script", name: "script", spellcheck: "false", rows: 16 }, scriptOf(model, dialog, messages));
  const name = h("input", { name: "name", value: nameOf(model, messages), required: true, maxlength: 60, autocomplete: "off" });
  const places = [...bots.bots.map(bot => [bot, t("save.into", { bot })]), ["", t("save.download")]];
  const where = select("where", places, places[0][0]);
  const form = h("form", {
    class: "form",
    onsubmit: event => {
      event.preventDefault();
      attempt(async () => {
        const file = `${slug(name.value)}.yml`;
        if (where.value === "") download(file, area.value, "text/yaml");
        else {
          const answer = await fetch(`scripts/${encodeURIComponent(where.value)}/${encodeURIComponent(file)}`, { method: "PUT", headers: { "Content-Type": "application/x-yaml" }, body: area.value });
          if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message ?? answer.statusText);
        }
        notice(t("save.done", { file }));
        box.close();
      });
    },
  }, field(t("save.name"), name), places.length > 1 && field(t("save.where"), where), field(t("save.script"), area),
  h("div", { class: "row end" }, h("button", { type: "button", class: "plain", onclick: () => attempt(() => navigator.clipboard.writeText(area.value).then(() => notice(t("copied")))) }, icon("copy", 16), t("save.copy")),
    h("button", { type: "submit", class: "primary" }, t("save"))));
  const box = sheet(t("save.title"), form);
  name.focus();
  name.select();
}

function nameOf(model, messages) {
  const first = messages.filter(message => model.kindOf(message.authorId) === "customer").slice(0, 2).map(message => message.text);
  return slug(first.join(" ")) || "dialog";
}

function slug(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}

export function scriptOf(model, dialog, messages) {
  return messages.map(message => `${model.kindOf(message.authorId)}: ${message.text}`).join("\n");
}
