/** The page's words: one flat JSON file a language; English stands in for what a language lacks. */

export const LANGUAGES = { en: "English", ru: "Русский", de: "Deutsch" };

let language = "en";
let words = {};
let plurals = new Intl.PluralRules("en");

async function read(code) {
  const answer = await fetch(`i18n/${code}.json`);
  return answer.ok ? answer.json() : {};
}

export async function load(wanted) {
  const first = wanted ?? navigator.languages.map(tag => tag.slice(0, 2)).find(code => code in LANGUAGES);
  language = first in LANGUAGES ? first : "en";
  const [english, own] = await Promise.all([read("en"), language === "en" ? {} : read(language)]);
  words = { ...english, ...own };
  plurals = new Intl.PluralRules(language);
  document.documentElement.lang = language;
}

export const current = () => language;

/** t("queue.waiting", {count: 3}) takes "queue.waiting.few" where the language has that form for the number. */
export function t(key, values = {}) {
  const form = "count" in values ? `${key}.${plurals.select(values.count)}` : key;
  const text = words[form] ?? words[`${key}.other`] ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** The words for a code of the portal, or the code itself where there are none. */
export function named(prefix, code) {
  return words[`${prefix}.${code}`] ?? code;
}

export function clockTime(instant, seconds = true) {
  return new Intl.DateTimeFormat(language, {
    hour: "2-digit", minute: "2-digit", second: seconds ? "2-digit" : undefined, hourCycle: "h23", timeZone: "UTC",
  }).format(instant);
}

export function day(instant) {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(instant);
}

/** 0:07, 12:30, 3:00:00, 2 d 04:10:00 - always the same width for the same length of time. */
export function span(millis) {
  const total = Math.max(0, Math.ceil(millis / 1000));
  const two = number => String(number).padStart(2, "0");
  const days = Math.floor(total / 86400);
  const hours = Math.floor(total / 3600) % 24;
  const minutes = Math.floor(total / 60) % 60;
  if (days > 0) return `${t("time.days", { count: days })} ${two(hours)}:${two(minutes)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}
