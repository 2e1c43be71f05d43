// The library by inspection: shown at once by what documents say of themselves, then by what they quote as well.
import { asTrouble, desk } from "../../desk/here";
import type { InspectionRow } from "../../desk/types";
import { app } from "../../state/app.svelte";

class Shelf {
  inspections = $state.raw<InspectionRow[]>([]);
  loaded = $state(false);
  private asked = 0;
  /** What the documents said of themselves when their quotations were checked last. */
  private checked = "";

  async load() {
    const mine = (this.asked += 1);
    try {
      const { inspections } = await desk.inspections({ check: false });
      if (mine !== this.asked) return;
      const plain = JSON.stringify(inspections);
      // Nothing changed that could put a document elsewhere.
      if (plain === this.checked) return;
      this.inspections = inspections;
      this.loaded = true;
      const held = await desk.inspections({ check: true });
      if (mine !== this.asked) return;
      this.inspections = held.inspections;
      this.checked = plain;
    } catch (thrown) {
      app.tell(asTrouble(thrown));
    }
  }
}

/** Kept while the window is open, so that coming back to the library does not check everything again. */
export const shelf = new Shelf();
