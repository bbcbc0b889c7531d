// Behind the time of a meeting: what the reader's own clock shows when it begins, where it shows something else.

const { lang, dataset } = document.documentElement;
const parts = { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const here = new Intl.DateTimeFormat(lang, parts);
const there = new Intl.DateTimeFormat(lang, { ...parts, timeZone: dataset.zone });

for (const time of document.querySelectorAll("time[data-elsewhere]")) {
  const moment = new Date(time.dataset.elsewhere);
  if (here.format(moment) === there.format(moment)) continue;
  const words = document.createElement("span");
  words.className = "meta";
  words.textContent = ` (${here.format(moment)} where you are)`;
  time.after(words);
}
