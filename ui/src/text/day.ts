// Days as a person types them, and as the desk keeps them.
import { upperFirst } from "./said";

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

/** Reads “14 January 2027”, “Thu 14 Jan 2027”, “14/1/2027” or “2027-01-14”; null when it is no day. */
export function dayOf(words: string): string | null {
  const said = words.trim().toLowerCase();
  const kept = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (kept) return iso(Number(kept[1]), Number(kept[2]), Number(kept[3]));
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(said);
  if (figures) return iso(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const named = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,})\.?,?\s+(\d{4})$/.exec(said);
  if (!named) return null;
  const month = months.findIndex((name) => name.startsWith(named[2]!)) + 1;
  return month ? iso(Number(named[3]), month, Number(named[1])) : null;
}

/** Says a kept day with its weekday: “Thursday 14 January 2027”. Anything else stays as it is. */
export function dayInWords(kept: string | null): string {
  if (!kept || !/^\d{4}-\d{2}-\d{2}$/.test(kept)) return kept ?? "";
  const date = new Date(`${kept}T00:00:00Z`);
  const weekday = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][date.getUTCDay()];
  const month = months[date.getUTCMonth()]!;
  return `${weekday} ${date.getUTCDate()} ${upperFirst(month)} ${date.getUTCFullYear()}`;
}

/** Says a moment in the reader’s own time: “Sunday 22 November 2026, 02:45”. */
export function momentSaid(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${dayInWords(day)}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}
