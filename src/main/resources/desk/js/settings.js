import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { coverage } from "./coverage.js";
import { fill, h, icon } from "./dom.js";
import { named, t } from "./i18n.js";
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
    await model.readPortal();
    again();
  });
  const employees = [...model.users.values()].filter(user => user.kind === "employee");
  const departments = [...model.departments.values()];
  const places = departments.map(({ id, name }) => [id, name]);
  const change = run => values => run(values).then(() => model.readPortal()).then(again);
  return [
    h("div", { class: "row" }, h("button", { type: "button", class: "primary", onclick: () => ask(t("settings.newUser"), [
      field(t("customer.name"), h("input", { name: "name", required: true, maxlength: 100, autocomplete: "off" })),
      field(t("settings.position"), h("input", { name: "position", maxlength: 100, autocomplete: "off" })),
      field(t("settings.department"), select("department", places, places[0]?.[0])),
    ], { submit: t("add"), send: change(({ department, ...user }) => api.employ({ ...user, department: Number(department) })) }) }, icon("plus", 16), t("settings.newUser"))),
    cards(employees, user => [
      avatar(user.name, { color: user.color, presence: user.active ? user.presence : undefined }),
      h("div", null, h("b", null, user.name), h("br"), h("small", null, [user.position, `#${user.id}`, user.active ? null : t("settings.dismissed")].filter(Boolean).join(" · "))),
      user.active && departments.length > 1 && select("department", places, user.departments[0], { "aria-label": `${t("settings.department")}: ${user.name}`, class: "narrow", onchange: event => act(() => api.place(user.id, { department: Number(event.target.value) })) }),
      user.active && select("presence", ["online", "away", "offline"].map(value => [value, t(`presence.${value}`)]), user.presence, {
        "aria-label": `${t("settings.presence")}: ${user.name}`, class: "narrow", onchange: event => act(() => api.presence(user.id, event.target.value)),
      }),
      h("button", { type: "button", class: "plain", onclick: () => act(() => api.presence(user.id, user.active ? "dismissed" : "online")) }, t(user.active ? "settings.dismiss" : "settings.reinstate")),
    ]),
    h("h4", null, t("settings.departments")),
    cards(departments, ({ id, name, head }) => [
      h("div", null, h("b", null, name), h("br"), h("small", null, [`#${id}`, employees.filter(user => user.departments.includes(id)).map(user => user.name).join(", ")].filter(Boolean).join(" · "))),
      h("label", { class: "row small" }, t("settings.head"), select("head", [[0, t("settings.nobody")], ...model.employees.map(user => [user.id, user.name])], head, { class: "narrow", onchange: event => act(() => api.lead(id, Number(event.target.value))) })),
    ]),
    h("div", { class: "row" }, h("button", { type: "button", onclick: () => ask(t("settings.newDepartment"), [
      field(t("customer.name"), h("input", { name: "name", required: true, maxlength: 100, autocomplete: "off" })),
    ], { submit: t("add"), send: change(api.foundDepartment) }) }, icon("plus", 16), t("settings.newDepartment"))),
  ];
}

async function connectors(model, again) {
  const all = await api.list("connectors");
  const act = run => attempt(async () => {
    await run();
    again();
  });
  const brought = all.filter(connector => !connector.builtIn);
  return [
    cards(all, connector => [
      h("div", null, h("b", null, connector.name ?? named("channel", connector.code)), " ", h("code", null, connector.code), h("br"),
        h("small", null, connector.builtIn ? `${t("settings.builtIn")} · ${keeps(connector)}` : connector.clientId),
        !connector.builtIn && h("ul", { class: "hookups" }, [...model.lines.values()].map(line => hookup(connector, line, act)))),
    ]),
    brought.length === 0 && h("p", { class: "muted" }, t("settings.noConnectors")),
  ];
}

function keeps(connector) {
  const what = ["buttons", "markup", "typing"].filter(name => connector[name]).map(name => t(`settings.${name}`));
  return what.length > 0 ? t("settings.keeps", { what: what.join(", ") }) : t("settings.onlyText");
}

/** A brought connector on one line: switched as in the contact center, its error as the connector itself would say. */
function hookup(connector, line, act) {
  const on = connector.lines.find(one => one.line === line.id) ?? { active: false, error: false, connected: false };
  const box = (name, checked, change) => h("label", { class: "row" }, h("input", { type: "checkbox", checked, onchange: () => act(() => api.switchConnector(connector.code, line.id, change)) }), t(name));
  return h("li", null, h("b", null, line.name || `#${line.id}`), box("settings.active", on.active, { active: !on.active }), on.active && box("settings.failed", on.error, { error: !on.error }),
    on.active && !on.connected && h("small", null, t("settings.notConnected")),
    connector.settingsUrl && h("button", { type: "button", class: "plain", onclick: () => attempt(() => api.openConnector(connector.code, line.id)) }, t("settings.page")));
}

async function bots(model) {
  const lines = await api.list("lines");
  const all = [...model.users.values()].filter(user => user.kind === "bot");
  const stepsIn = bot => lines.filter(line => ["NO_ANSWER_BOT_ID", "WORKTIME_DAYOFF_BOT_ID", "CLOSE_BOT_ID", "AUTO_CLOSE_BOT_ID"].some(name => Number(line[name]) === bot.id)).map(line => t("settings.stepsIn", { line: line.LINE_NAME }));
  const greets = bot => [...model.lines.values()].filter(line => line.welcomeBot === bot.id).map(line => t("settings.greets", { line: line.name }));
  return all.length === 0 ? h("p", { class: "muted" }, t("settings.noBots")) : cards(all, bot => [
    avatar(bot.name, { kind: "bot" }),
    h("div", null, h("b", null, bot.name), " ", h("code", null, `#${bot.id}`), h("br"), h("small", null, [...greets(bot), ...stepsIn(bot)].join(" · "))),
  ]);
}

async function apps(model, again) {
  const act = run => attempt(async () => {
    await run();
    again();
  });
  const SCOPE = "imopenlines,imbot,im,imconnector,user,crm";
  return [
    h("div", { class: "row" }, h("button", { type: "button", class: "primary", onclick: () => ask(t("settings.newApp"), [
      field(t("settings.handler"), h("input", { name: "handlerUrl", type: "url", placeholder: "http://127.0.0.1:8080/", autocomplete: "off" }), t("settings.handlerWords")),
      field(t("settings.scope"), h("input", { name: "scope", value: SCOPE, required: true })),
    ], { submit: t("add"), send: ({ handlerUrl, scope }) => api.add("apps", { scope: scope.split(/[\s,]+/).filter(Boolean), ...(handlerUrl ? { handlerUrl } : {}) }).then(again) }) }, icon("plus", 16), t("settings.newApp"))),
    cards(await api.list("apps"), app => [
      h("div", null, h("b", null, app.name ?? app.clientId), h("br"), h("small", null, [[app.scope].flat().join(", "), app.handlerUrl, t(app.installed ? "settings.installed" : "settings.pending")].filter(Boolean).join(" · "))),
      !app.installed && h("button", { type: "button", onclick: () => act(() => api.install(app.clientId, "install")) }, t("settings.install")),
      h("button", { type: "button", class: "plain", onclick: () => act(() => api.install(app.clientId, "uninstall")) }, t("settings.uninstall")),
    ]),
  ];
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

export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
