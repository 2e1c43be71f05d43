// Days in the words of the desk: “15 September 2026”, “1 to 2 September 2026”, “on 1 and 2 September 2026”.
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day, a month or a year in words. */
export function daySaid(kept: string): string {
  const [year, month, day] = kept.split("-");
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** A day or days in words. */
export function daysSaid(kept: string): string {
  const [from, to = from] = kept.split("/") as [string, string?];
  if (from === to) return daySaid(from);
  if (from.length < 10 || to.length < 10 || from.slice(0, 4) !== to.slice(0, 4)) return `${daySaid(from)} to ${daySaid(to)}`;
  const words = daySaid(from).split(" ");
  return `${words.slice(0, from.slice(0, 7) === to.slice(0, 7) ? 1 : 2).join(" ")} to ${daySaid(to)}`;
}

/** Days as a sentence has them. */
export function visitedSaid(kept: string): string {
  const [from, to = from] = kept.split("/") as [string, string?];
  const days = daysSaid(kept);
  if (from === to) return `${from.length === 10 ? "on" : "in"} ${days}`;
  return later(from, 1) === to ? `on ${days.replace(" to ", " and ")}` : `from ${days}`;
}

/** The first day that words of the desk mean: “September 2026” is its first. Empty when they name none. */
export function firstDayOf(words: string | null): string {
  const [, day = "1", month, year] = /(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})$/.exec(words ?? "") ?? [];
  const two = (number: number) => String(number).padStart(2, "0");
  return year ? `${year}-${two(Math.max(0, months.indexOf(month ?? "")) + 1)}-${two(Number(day))}` : "";
}

/** A day so many days on. */
export function later(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** Today, where the person is. */
export const today = (): string => new Date().toLocaleDateString("sv-SE");

/** Bank holidays in England, as far as the invented meetings go. */
const holidays = [
  "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03",
  "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28", "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
];
const works = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.includes(day);

/** The day that is so many working days before another; null where the bank holidays are not known. */
export function workingDaysBefore(day: string, count: number): string | null {
  let at = day;
  for (let left = count; left > 0; left -= works(at) ? 1 : 0) at = later(at, -1);
  return at.slice(0, 4) >= holidays[0]!.slice(0, 4) && at.slice(0, 4) <= holidays.at(-1)!.slice(0, 4) ? at : null;
}
