/**
 * The text of a file, whatever wrote it: UTF-8, UTF-16 with its mark, or else Windows-1252, which older spreadsheets write.
 * Null for what is no text.
 */
export function textOfFile(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  return text.includes('\u0000') ? null : text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
