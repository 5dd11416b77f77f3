import { disability } from './disability';
import { elderly } from './elderly';
import { other } from './other';
import { relief } from './relief';
import type { Category, Theme } from './theme';
import { youth } from './youth';

export type { Category, Theme };

/** Every theme by its category. */
export const themes: Readonly<Record<Category, readonly Theme[]>> = {
  elderly,
  disability,
  youth,
  relief,
  other,
};
