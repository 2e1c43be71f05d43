// The library by inspection: shown at once by what documents say of themselves, then by what they quote as well.
import { asTrouble, desk } from "../../desk/here";
import type { Inspections, InspectionsRequest } from "../../desk/types";
import { app } from "../../state/app.svelte";
import { anything } from "../../text/shelf";

type Asked = Omit<InspectionsRequest, "check">;

/** How many inspections are shown at first, and how many more each time. */
export const step = 100;
const whole: Asked = { wanted: anything, most: step, chosen: [] };

class Shelf {
  found = $state.raw<Inspections | null>(null);
  /** Ticked documents that are no longer in the library. */
  gone = $state.raw<string[]>([]);
  private asked = whole;
  private checking = false;

  async load(asked: Asked) {
    this.asked = asked;
    try {
      const found = await desk.inspections({ ...asked, check: false });
      if (asked !== this.asked) return;
      this.take(found);
      // The desk remembers what papers quote until something changes that could put one elsewhere.
      if (found.checked || this.checking) return;
      this.checking = true;
      const held = await desk.inspections({ ...asked, check: true }).finally(() => (this.checking = false));
      if (asked === this.asked) this.take(held);
      // Something else was asked for meanwhile; that is known by now as well.
      else await this.load({ ...this.asked });
    } catch (thrown) {
      app.tell(asTrouble(thrown));
    }
  }
  private take(found: Inspections) {
    this.found = found;
    this.gone = this.asked.chosen.filter((id) => !found.chosen.includes(id));
  }

  /** The choices of a person go with the screen; the whole library is there when they come back. */
  leave() {
    if (this.asked.most > step || Object.values(this.asked.wanted).some(Boolean)) void this.load(whole);
  }
}

/** Kept while the window is open, so that coming back to the library shows it at once. */
export const shelf = new Shelf();
