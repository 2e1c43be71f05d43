/** What a view says of itself in the bar at the top. */
class Bar {
  trail = $state("");

  /** Shows a trail while a view stands; the reply clears it. */
  show(trail: string): () => void {
    this.trail = trail;
    return () => {
      if (this.trail === trail) this.trail = "";
    };
  }
}

export const bar = new Bar();
