import { Banner } from "./banner.js";
import { compare } from "./compare.js";
import { CustomerPane } from "./customer.js";
import { DialogList } from "./dialogs.js";
import { append, h } from "./dom.js";
import { load, t } from "./i18n.js";
import { Model } from "./model.js";
import { attempt, installNotices, say, trouble } from "./notices.js";
import { OperatorChat } from "./operator.js";
import { Panes } from "./panes.js";
import { saveAsTest } from "./script.js";
import { openSettings } from "./settings.js";
import { shortcuts } from "./shortcuts.js";
import { applyTheme, TopBar } from "./topbar.js";
import { WirePane } from "./wire.js";

applyTheme();
await load(localStorage.getItem("language"));
document.title = t("title");

const model = new Model();
const customer = new CustomerPane(model);
const save = () => attempt(() => saveAsTest(model));
const compared = () => attempt(() => compare(model));
const operator = new OperatorChat(model, save, () => customer.replay());
const dialogs = new DialogList(model);
const wire = new WirePane(model);
const line = {
  element: h("div", { class: "line-split" }, dialogs.element, operator.element),
  focus: () => (model.dialog ? operator.focus() : dialogs.focusSearch()),
};
const panes = new Panes([
  { name: "customer", icon: "user", content: customer },
  { name: "line", icon: "line", content: line },
  { name: "wire", icon: "wire", content: wire },
]);
const top = new TopBar(model, () => openSettings(model));

append(document.body, [
  h("a", { class: "skip", href: "#panes" }, t("skip")),
  top.element, h("div", { class: "bars" }, new Banner(model).element, top.bar), panes.element, panes.tabs,
]);
installNotices();
shortcuts({ panes, customer, operator, dialogs, wire, top, save, compare: compared });

model.topics.on("chosen", () => {
  document.body.dataset.chosen = model.chosen.chat ?? "";
  const address = model.chosen.chat === null ? " " : `#chat=${model.chosen.chat}`;
  if (location.hash !== address.trim()) history.replaceState(null, "", address.trim() || location.pathname);
});
model.topics.on("connection", () => {
  if (model.connection === "lost") say(t("connection.lost"));
});

// a quarter of a second is finer than the seconds that are shown
setInterval(() => {
  top.tick();
  dialogs.tick();
  operator.tick();
}, 250);

// the browser keeps a page that was left, for the way back, with all that it has open
addEventListener("pagehide", () => model.pause());
addEventListener("pageshow", event => event.persisted && begin());

await begin();

async function begin() {
  try {
    await model.start();
    const wanted = Number(new URLSearchParams(location.hash.slice(1)).get("chat"));
    const last = [...model.dialogs.keys()].at(-1);
    if (model.dialogs.has(wanted)) await model.choose({ chat: wanted });
    else if (last !== undefined) await model.choose({ chat: last });
    document.body.dataset.ready = "true";
  } catch (problem) {
    trouble(problem);
    setTimeout(begin, 1500);
  }
}
