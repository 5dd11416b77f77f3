import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';

/** A code that one place of the rules says of something in another. */
export interface NamedCode {
  readonly code: string;
  readonly pointer: string;
}

/** Something that has a code. */
export interface Coded {
  readonly code: string;
}

/** The codes of a list of codes, each with its place. */
export function codesIn(codes: readonly string[] | undefined, at: string): NamedCode[] {
  return (codes ?? []).map((code, index) => ({ code, pointer: at + pointerTo(index) }));
}

/** The codes that the entries of a list name under one name, each with its place; entries without it name nothing. */
export function codesUnder(
  name: string,
  entries: readonly object[] | undefined,
  at: string,
): NamedCode[] {
  return (entries ?? []).flatMap((entry, index) => {
    const code = (entry as Readonly<Record<string, string | undefined>>)[name];
    return code === undefined ? [] : [{ code, pointer: at + pointerTo(index, name) }];
  });
}

/** A refusal for every named code that is none of the known ones. */
export function unknownOf(
  named: readonly NamedCode[],
  known: readonly Coded[] | undefined,
  refuse: (code: string, pointer: string) => Refusal,
): Refusal[] {
  const codes = new Set(known?.map(({ code }) => code));
  return named
    .filter(({ code }) => !codes.has(code))
    .map(({ code, pointer }) => refuse(code, pointer));
}

/** A refusal for every code that was named before: it would be said twice what holds for it. */
export function namedTwice(named: readonly NamedCode[]): Refusal[] {
  const seen = new Set<string>();
  return named.flatMap(({ code, pointer }) => {
    if (seen.has(code)) return [refuseRules('RULES.NAMED_TWICE', { code }, pointer)];
    seen.add(code);
    return [];
  });
}
