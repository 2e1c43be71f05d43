/** What lies over the page: the palette, the sheet of shortcuts, the help beside it. */
class Over {
  palette = $state(false);
  keys = $state(false);
  help = $state(false);
  /** A pack to be begun from anywhere. */
  newPack = $state(false);
}

export const over = new Over();
