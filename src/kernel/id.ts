import { v7, validate, version } from 'uuid';

/** The identifier of anything stored: a UUID of version 7 in lower case, so that keys sort by the time they were made. */
export type Id = string;

/** Makes a new identifier. */
export function newId(): Id {
  return v7();
}

/** Whether a text is an identifier as `newId` makes them; upper case is not, so that one thing has one spelling. */
export function isId(text: string): boolean {
  return validate(text) && version(text) === 7 && text === text.toLowerCase();
}
