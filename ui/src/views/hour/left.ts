// How long is left, said in one way wherever the hour is in view.

/** “50 min”, “2 h 5 min”; a meeting that has begun says so. */
export function leftSaid(minutes: number): string {
  if (minutes <= 0) return "The meeting has begun";
  if (minutes <= 90) return `${minutes} min`;
  return [`${Math.floor(minutes / 60)} h`, minutes % 60 ? `${minutes % 60} min` : ""].filter(Boolean).join(" ");
}
