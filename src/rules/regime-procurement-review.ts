import { pointerTo } from './json-pointer';
import type { Given, LegalLimit } from './legal-limit';
import type { PanelRules } from './rule-set.types';
import { mostPoints } from './who-scores';

type Read = Pick<LegalLimit, 'reads' | 'given'>;

/** The sizes of all panels that judge bids, wherever the rules have them; what is not known of one is no bar to the others. */
export function panelSizes(): readonly Read[] {
  return [
    {
      reads: ['panel'],
      given: ({ panel }) => (panel === undefined ? [] : [sizeOf(panel, pointerTo('panel'))]),
    },
    {
      reads: ['panels'],
      given: ({ panels = [] }) =>
        panels.map((panel, index) => sizeOf(panel, pointerTo('panels', index))),
    },
    {
      reads: ['shortlist'],
      given: ({ shortlist }) =>
        shortlist?.by.variant === 'panel'
          ? [sizeOf(shortlist.by.panel, pointerTo('shortlist', 'by', 'panel'))]
          : [],
    },
  ];
}

/** The share of the price in all points, where the price is scored; a fixed price is not. */
export const priceWeight: Read = {
  reads: ['scoring'],
  given: ({ scoring }) =>
    (scoring.parts ?? []).flatMap((part, index) =>
      part.variant === 'price'
        ? [
            {
              value: part.points / mostPoints(scoring),
              pointer: pointerTo('scoring', 'parts', index, 'points'),
            },
          ]
        : [],
    ),
};

function sizeOf({ size }: PanelRules, at: string): Given {
  return { value: size, pointer: at + pointerTo('size') };
}
