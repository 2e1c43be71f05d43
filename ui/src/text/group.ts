/** Groups a list by a key, keeping the order in which keys first appear. */
export function grouped<Thing>(things: Thing[], keyOf: (thing: Thing) => string): [key: string, things: Thing[]][] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups];
}
