/** The control face of the simulated portal: all that this page asks of the server goes through here. */

const ROOT = "/simulator/";

/** An answer that is none of the good ones, in the server's words. */
export class Refused extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function call(verb, path, body, type = "application/json") {
  let answer;
  try {
    answer = await fetch(ROOT + path, {
      method: verb,
      headers: body === undefined ? {} : { "Content-Type": type },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, "UNREACHABLE", "the simulator does not answer");
  }
  const text = await answer.text();
  let json = null;
  try {
    json = text === "" ? null : JSON.parse(text);
  } catch {
    json = { message: text };
  }
  if (!answer.ok) {
    throw new Refused(answer.status, json?.error ?? answer.statusText, json?.error_description || json?.error || json?.message || answer.statusText);
  }
  return json;
}

const get = path => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);
const remove = path => call("DELETE", path);

export const api = {
  state: () => get("state"),

  chat: (id, before, limit = 200) => get(`dialogs/${id}?limit=${limit}${before === undefined ? "" : `&before=${before}`}`),
  openCustomer: (line, connector, name) => post("customers", { line, connector, name }).then(customer => ({ ...customer, lineId: customer.line, chatId: null })),
  say: (customer, text, files) => post(`customers/${customer}/say`, files?.length ? { text, files } : { text }),
  press: (customer, messageId, button) => post(`customers/${customer}/press`, { messageId, button }),
  rate: (customer, good) => post(`customers/${customer}/vote`, { good }),
  customerTypes: customer => post(`customers/${customer}/typing`),

  /** answer, say, skip, transfer, finish, spam, join, intercept, silent, pin, vote: with the parameters of the portal's method. */
  operate: (chat, user, act, body) => post(`chats/${chat}/operators/${user}/${act}`, body),
  presence: (user, presence) => post(`operators/${user}/presence`, { presence }),

  settle: () => post("settle", { timeout: "PT5S" }),
  clock: change => post("clock", change),

  faults: () => get("faults").then(({ calls, events }) => [...calls, ...events.map(trouble => ({ ...trouble, event: trouble.kind.toLowerCase() }))]),
  addFault: fault => post("faults", fault),
  clearFaults: () => remove("faults"),
  expireTokens: () => post("tokens/expire", { all: true }),

  exchanges: chat => get(`dialogs/${chat}/exchanges`),
  exchange: id => get(`exchanges/${id}`),

  lineFields: () => get("fields"),
  lines: () => get("lines"),
  lineHours: id => get(`lines/${id}/hours`),
  addLine: fields => post("lines", fields),
  saveLine: (id, fields) => post(`lines/${id}`, fields),
  employ: user => post("users", user),
  place: (user, place) => post(`users/${user}`, place),
  foundDepartment: department => post("departments", department),
  lead: (department, head) => post(`departments/${department}`, { head }),
  install: (app, step) => post(`apps/${encodeURIComponent(app)}/${step}`),
  switchConnector: (code, line, change) => post(`connectors/${encodeURIComponent(code)}/lines/${line}`, change),
  openConnector: (code, line) => post(`connectors/${encodeURIComponent(code)}/lines/${line}/settings`),
  list: what => get(what),
  add: (what, body) => post(what, body),

  turns: (chat, quiet = false) => get(`turns?chat=${chat}${quiet ? "&quiet=true" : ""}`),
  intents: bot => get(`intents/${encodeURIComponent(bot)}`),
  teach: lesson => post("phrases", lesson),
  scripts: bot => get(`scripts/${encodeURIComponent(bot)}`),
  saveScript: (bot, file, script) => call("PUT", `scripts/${encodeURIComponent(bot)}/${encodeURIComponent(file)}`, script, "application/yaml"),

  snapshot: () => get("snapshot"),
  restore: snapshot => call("PUT", "snapshot", snapshot),
  reset: () => post("reset"),
  coverage: () => get("coverage"),
};
