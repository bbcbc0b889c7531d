// Times and days in the words and the time zone of the service, as the server writes them.

const { lang, dataset } = document.documentElement;
const zone = { timeZone: dataset.zone };

const CLOCK = new Intl.DateTimeFormat(lang, { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
// Year, month and day in the order that sorts.
const DAY = new Intl.DateTimeFormat("sv", zone);
const DATE = new Intl.DateTimeFormat(lang, { ...zone, day: "numeric", month: "long" });
const THIS_YEAR = new Intl.DateTimeFormat(lang, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
const BEFORE = new Intl.DateTimeFormat(lang, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

export function clockOf(moment) {
  return CLOCK.format(new Date(moment));
}

/** The day as 2026-05-03. */
export function dayOf(moment) {
  return DAY.format(new Date(moment));
}

/** "3 May". */
export function dateOf(moment) {
  return DATE.format(new Date(moment));
}

/** "Today", "Yesterday", "Sunday 3 May", or "3 May 2025" of another year. */
export function wordsOfDay(day, now = new Date()) {
  if (day === dayOf(now)) return "Today";
  if (day === dayOf(now - 24 * 60 * 60 * 1000)) return "Yesterday";
  // Without its comma after the day of the week, which some browsers write and the server does not.
  if (day.slice(0, 4) === dayOf(now).slice(0, 4)) return THIS_YEAR.format(new Date(day)).replace(",", "");
  return BEFORE.format(new Date(day));
}
