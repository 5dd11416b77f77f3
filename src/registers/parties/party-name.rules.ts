import { refuseParties } from './party.refusals';

/**
 * What a name may be made of. Other scripts, invisible and direction marks, emoji are left out: they are how one
 * organization is made to look like another.
 */
const READABLE =
  /^[\p{Script=Han}A-Za-z0-9Ａ-Ｚａ-ｚ０-９ ()（）[\]【】「」《》“”"'‘’·・.,，、:：&＆+\-—–/]+$/u;
const LETTER = /\p{L}/u;
const MAX_LENGTH = 100;

/**
 * A name as it is stored: in normal form C, so that one name has one spelling.
 * @param pointer where in the request it stands
 * @throws PARTIES.NAME_UNREADABLE
 */
export function toName(text: string, pointer: string): string {
  const name = text.normalize('NFC');
  const isTrimmed = name === name.trim() && !name.includes('  ');
  const isReadable = READABLE.test(name) && LETTER.test(name);
  if (!isReadable || !isTrimmed || name.length > MAX_LENGTH) {
    throw refuseParties('PARTIES.NAME_UNREADABLE', {}, pointer);
  }
  return name;
}

/**
 * A name as it is compared: width, case, spaces and punctuation do not tell two names apart, nor do letters and digits that
 * are drawn alike (O and 0; I, l and 1).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
}
