/** Puts words on the clipboard; false when the window may not. */
export async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // Some engines refuse the clipboard to pages of a program; the older way still works there.
    const home = document.querySelector("dialog[open]") ?? document.body;
    const box = document.createElement("textarea");
    box.value = words;
    box.className = "unseen";
    home.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }
}
