/** Questions asked again and again, of which only the newest counts: an answer or a failure that comes after a newer question is dropped. */
export class Newest {
  private last = 0;
  private waiting = false;

  async ask<Reply>(work: () => Promise<Reply>): Promise<Reply | undefined> {
    const mine = ++this.last;
    this.waiting = true;
    try {
      const reply = await work();
      return mine === this.last ? reply : undefined;
    } catch (thrown) {
      if (mine !== this.last) return undefined;
      throw thrown;
    } finally {
      if (mine === this.last) this.waiting = false;
    }
  }

  /** Something changed: an answer on its way is of before, and is dropped. Says whether there was one, which is to be asked for again. */
  overtaken(): boolean {
    const was = this.waiting;
    this.last += 1;
    this.waiting = false;
    return was;
  }
}
