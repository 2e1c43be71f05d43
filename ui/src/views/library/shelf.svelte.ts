// The library by inspection: shown at once by what documents say of themselves, then by what they quote as well.
import { asTrouble, desk } from "../../desk/here";
import type { InspectionRow } from "../../desk/types";
import { app } from "../../state/app.svelte";

export class Shelf {
  inspections = $state.raw<InspectionRow[]>([]);
  loaded = $state(false);
  private asked = 0;

  async load() {
    const mine = (this.asked += 1);
    try {
      for (const check of [false, true]) {
        const reply = await desk.inspections({ check });
        if (mine !== this.asked) return;
        if (check || !this.loaded) this.inspections = reply.inspections;
        this.loaded = true;
      }
    } catch (thrown) {
      app.tell(asTrouble(thrown));
    }
  }
}
