// Where things stand on a line of time, so that what is written beside them does not meet.

export type Moment<Thing> = { day: string; thing: Thing };
export type Placed<Thing> = Moment<Thing> & { left: number; lane: number };

/** The first day a date or range may mean: “2026-09” is 1 September. */
export function firstDay(written: string | null): string {
  const [year, month = "01", day = "01"] = (written ?? "").split("/")[0]!.split("-");
  return year ? `${year}-${month}-${day}` : "";
}

const dayOf = (written: string) => Date.parse(`${written}T00:00:00Z`) / 86_400_000;

/** Places moments between 0 and 100, oldest first; those closer than `apart` go to different lanes. */
export function placed<Thing>(moments: Moment<Thing>[], apart: number): Placed<Thing>[] {
  const known = moments.filter(({ day }) => !Number.isNaN(dayOf(day))).sort((a, b) => a.day.localeCompare(b.day));
  const first = known.length ? dayOf(known[0]!.day) : 0;
  const whole = known.length ? dayOf(known.at(-1)!.day) - first : 0;
  const ends: number[] = [];
  return known.map((moment) => {
    const left = whole ? ((dayOf(moment.day) - first) / whole) * 100 : 0;
    const free = ends.findIndex((end) => end <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = left + apart;
    return { ...moment, left, lane };
  });
}

/** The first of January of each year between two days, to draw beside the line: at most `most` of them. */
export function yearsBetween(first: string, last: string, most: number): { year: number; left: number }[] {
  const [from, to] = [dayOf(first), dayOf(last)];
  const years: number[] = [];
  for (let year = Number(first.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year += 1) years.push(year);
  const step = Math.max(1, Math.ceil(years.length / most));
  return years.filter((_, index) => index % step === 0).map((year) => ({ year, left: ((dayOf(`${year}-01-01`) - from) / (to - from)) * 100 }));
}
