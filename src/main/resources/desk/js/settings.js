import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { fill, h, icon } from "./dom.js";
import { named, t } from "./i18n.js";
import { jsonTree } from "./json.js";
import { lineSettings } from "./lines.js";
import { attempt, notice } from "./notices.js";
import { ask, field, select, sheet } from "./sheet.js";

const PAGES = { lines: lineSettings, users, connectors, bots, apps, webhooks, snapshot, coverage };

/** Everything of the portal that is set rather than said. */
export function openSettings(model, first = "lines") {
  const page = h("div", { class: "settings-page" });
  const nav = h("nav", { class: "settings-nav", "aria-label": t("settings.title") }, Object.keys(PAGES).map(name =>
    h("button", { type: "button", "data-page": name, onclick: () => show(name) }, t(`settings.${name}`))));
  const show = async name => {
    nav.querySelectorAll("button").forEach(button => (button.dataset.page === name ? button.setAttribute("aria-current", "page") : button.removeAttribute("aria-current")));
    await attempt(async () => {
      const content = await PAGES[name](model, () => show(name));
      fill(page, h("h3", null, t(`settings.${name}`)), content);
      page.scrollTop = 0;
    });
  };
  const dialog = sheet(t("settings.title"), h("div", { class: "settings" }, nav, page), { wide: true });
  nav.querySelector(`[data-page="${first}"]`).focus();
  show(first);
  return dialog;
}

function cards(things, render) {
  return things.length === 0 ? h("p", { class: "muted" }, t("settings.none")) : h("ul", { class: "cards" }, things.map(thing => h("li", { class: "card" }, render(thing))));
}

function users(model, again) {
  const act = run => attempt(async () => {
    await run();
    again();
  });
  const employees = [...model.users.values()].filter(user => user.kind === "employee");
  return [
    h("div", { class: "row" }, h("button", { type: "button", class: "primary", onclick: () => ask(t("settings.newUser"), [
      field(t("customer.name"), h("input", { name: "name", required: true, maxlength: 100, autocomplete: "off" })),
      field(t("settings.position"), h("input", { name: "position", maxlength: 100, autocomplete: "off" })),
    ], { submit: t("add"), send: async values => {
      const user = await api.employ(values);
      if (user?.id) model.users.set(user.id, user);
      model.topics.touch("users");
      again();
    } }) }, icon("plus", 16), t("settings.newUser"))),
    cards(employees, user => [
      avatar(user.name, { color: user.color, presence: user.active ? user.presence : undefined }),
      h("div", null, h("b", null, user.name), h("br"), h("small", null, [user.position, `#${user.id}`, user.active ? null : t("settings.dismissed")].filter(Boolean).join(" · "))),
      user.active && select("presence", ["online", "away", "offline"].map(value => [value, t(`presence.${value}`)]), user.presence, {
        "aria-label": `${t("settings.presence")}: ${user.name}`, class: "narrow",
        onchange: event => act(() => api.presence(user.id, event.target.value).then(changed => model.users.set(user.id, { ...user, presence: changed.presence }))),
      }),
      h("button", { type: "button", class: "plain", onclick: () => act(() => api.presence(user.id, user.active ? "dismissed" : "online").then(changed => model.users.set(user.id, { ...user, active: changed.active, presence: changed.presence }))) }, t(user.active ? "settings.dismiss" : "settings.reinstate")),
    ]),
  ];
}

function connectors(model) {
  return cards([...model.connectors.values()], connector => h("div", null, h("b", null, connector.name ?? named("channel", connector.code)), " ", h("code", null, connector.code)));
}

function bots(model) {
  return cards([...model.users.values()].filter(user => user.kind === "bot"), bot => [
    avatar(bot.name, { kind: "bot" }),
    h("div", null, h("b", null, bot.name), " ", h("code", null, `#${bot.id}`), h("br"), h("small", null, [...model.lines.values()].filter(line => line.welcomeBot === bot.id).map(line => t("settings.greets", { line: line.name })).join(", "))),
  ]);
}

async function apps() {
  return cards(await api.list("apps"), app => h("div", null, h("b", null, app.name ?? app.clientId), h("br"), h("small", null, [app.clientId, [app.scope].flat().join(", "), app.handlerUrl].filter(Boolean).join(" · "))));
}

async function webhooks(model, again) {
  return [
    h("div", { class: "row" }, h("button", { type: "button", class: "primary", onclick: () => ask(t("settings.newWebhook"), [
      field(t("settings.user"), select("userId", model.employees.map(user => [user.id, user.name]), model.employees[0]?.id)),
      field(t("settings.scope"), h("input", { name: "scope", value: "imopenlines,imbot,im,imconnector,user,crm", required: true })),
    ], { submit: t("add"), send: async ({ userId, scope }) => {
      await api.add("webhooks", { userId: Number(userId), scope: scope.split(/[\s,]+/).filter(Boolean) });
      again();
    } }) }, icon("plus", 16), t("settings.newWebhook"))),
    cards(await api.list("webhooks"), webhook => [
      h("div", null, h("code", null, webhook.url), h("br"), h("small", null, [model.nameOf(webhook.userId), [webhook.scope].flat().join(", ")].filter(Boolean).join(" · "))),
      h("button", { type: "button", class: "plain", onclick: () => attempt(() => navigator.clipboard.writeText(webhook.url).then(() => notice(t("copied")))) }, icon("copy", 16), t("save.copy")),
    ]),
  ];
}

function snapshot(model) {
  const restore = h("input", { type: "file", accept: "application/json", class: "sr", tabindex: -1, "aria-hidden": "true", onchange: () => attempt(async () => {
    const text = await restore.files[0].text();
    await api.restore(JSON.parse(text));
    await model.start();
    notice(t("settings.done"));
  }) });
  return [
    h("p", { class: "muted" }, t("settings.snapshotWords")),
    h("div", { class: "row" },
      h("button", { type: "button", onclick: () => attempt(async () => download("portal.json", JSON.stringify(await api.snapshot()), "application/json")) }, icon("save", 16), t("settings.download")),
      h("button", { type: "button", onclick: () => restore.click() }, t("settings.restore")), restore,
      h("button", { type: "button", class: "danger", onclick: () => ask(t("settings.reset"), h("p", null, t("settings.resetWords")), { submit: t("settings.reset"), danger: true, send: async () => {
        await api.reset();
        await model.start();
        notice(t("settings.done"));
      } }) }, t("settings.reset"))),
  ];
}

async function coverage() {
  const { methods, assumed } = await api.coverage();
  return [
    h("details", { class: "field-group" }, h("summary", null, t("mark.assumed"), h("small", null, String(Object.keys(assumed).length))), h("div", { class: "fields wide" }, jsonTree(assumed))),
    h("table", null,
      h("thead", null, h("tr", null, h("th", { scope: "col" }, `${t("settings.method")} (${methods.length})`), h("th", { scope: "col" }, t("settings.scope")))),
      h("tbody", null, methods.map(method => h("tr", null, h("td", null, method.name), h("td", null, [method.scope].flat().join(", ")))))),
  ];
}

export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
