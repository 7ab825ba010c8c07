import { findPersonalNumbers } from './personal-number.ts';

/** For what must be logged although it may hold a text: personal numbers become `******-****`. */
export const maskPersonalNumbers = (text: string): string => {
  let masked = '';
  let from = 0;
  for (const finding of findPersonalNumbers(text)) {
    masked += `${text.slice(from, finding.start)}******-****`;
    from = finding.end;
  }
  return masked + text.slice(from);
};

/** `avd34@sjoland.example` → `a…@sjoland.example`: enough to recognise one's own mailbox. */
export const maskMailbox = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 1 ? '…' : `${[...address][0] ?? ''}…${address.slice(at)}`;
};
