// The desk counts in bytes of UTF-8; the page counts in UTF-16 units. Everything that crosses goes through here.

const bytesOf = (codePoint: number) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);

/** Counts the bytes before a UTF-16 offset. An offset inside a character counts as the character's beginning. */
export function bytesBefore(text: string, offset: number): number {
  let bytes = 0;
  let at = 0;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (next > offset) break;
    bytes += bytesOf(codePoint);
    at = next;
  }
  return bytes;
}

/** Finds the UTF-16 offset of a byte. A byte inside a character gives the character's beginning. */
export function offsetOfByte(text: string, byte: number): number {
  let bytes = 0;
  let at = 0;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    bytes += bytesOf(codePoint);
    if (bytes > byte) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** Length in bytes of UTF-8. */
export const byteLength = (text: string): number => bytesBefore(text, text.length);
