// Times of day, and minutes that are left.

/** Reads “18:00”, “18.00”, “1800”, “6pm” or “6.30 pm” as hours and minutes; null when it is no time. */
export function timeOf(words: string): { hours: number; minutes: number } | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(words.trim());
  if (!found || (!found[2] && !found[3])) return null;
  const half = found[3]?.toLowerCase();
  let hours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  if (half && (hours < 1 || hours > 12)) return null;
  if (half) hours = (hours % 12) + (half === "pm" ? 12 : 0);
  return hours < 24 && minutes < 60 ? { hours, minutes } : null;
}

/** The next moment with that time of day. */
export function nextAt({ hours, minutes }: { hours: number; minutes: number }, now: Date): Date {
  const at = new Date(now);
  at.setHours(hours, minutes, 0, 0);
  if (at <= now) at.setDate(at.getDate() + 1);
  return at;
}

export const timeSaid = (moment: number): string => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** “50 min”, “2 h 5 min”; a meeting that has begun says so. */
export function leftSaid(minutes: number): string {
  if (minutes <= 0) return "The meeting has begun";
  if (minutes <= 90) return `${minutes} min`;
  return [`${Math.floor(minutes / 60)} h`, minutes % 60 ? `${minutes % 60} min` : ""].filter(Boolean).join(" ");
}

/** Divides minutes by weight, whole and at least one each. */
export function shares(minutes: number, weights: number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((minutes * weight) / all)));
}
