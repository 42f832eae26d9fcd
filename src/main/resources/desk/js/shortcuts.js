import { showKeys } from "./topbar.js";

/** The page by keyboard. Alt with a letter works while typing; single signs only where nothing is typed. */
export function shortcuts({ panes, customer, operator, dialogs, wire, top, save, compare }) {
  const withAlt = {
    ArrowDown: () => dialogs.step(1),
    ArrowUp: () => dialogs.step(-1),
    KeyN: () => top.nextTimer(),
    KeyT: () => operator.take(),
    KeyH: () => operator.toggleNote(),
    KeyS: save,
    KeyR: compare,
    KeyC: () => {
      panes.open("customer", false);
      customer.openForm();
    },
    Digit1: () => panes.open("customer"),
    Digit2: () => panes.open("line"),
    Digit3: () => panes.open("wire"),
  };
  document.addEventListener("keydown", event => {
    if (document.querySelector("dialog[open]")) return;
    const typing = event.target.matches("input, textarea, select");
    let run = null;
    if (event.altKey && !event.ctrlKey && !event.metaKey) run = withAlt[event.code];
    else if ((event.ctrlKey || event.metaKey) && event.code === "KeyF" && event.target.closest(".operator-side")) run = () => operator.openFind();
    else if (!typing && event.key === "/") run = () => (panes.front === "wire" ? wire.focusSearch() : dialogs.focusSearch());
    else if (!typing && event.key === "?") run = showKeys;
    if (run) {
      event.preventDefault();
      run();
    }
  });
}
