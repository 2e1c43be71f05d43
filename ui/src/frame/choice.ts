import { tick } from "svelte";

/** A choice from a list whose value is kept elsewhere. Once it was dealt with the list shows what is kept, whatever came of it, unless somebody has chosen again. */
export async function chosenIn(list: HTMLSelectElement, keep: (value: string) => Promise<unknown>, kept: () => string) {
  const { value } = list;
  await keep(value);
  await tick();
  if (list.value === value) list.value = kept();
}
