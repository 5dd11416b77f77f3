import { barChart } from './bars';
import { both, html, named, type Markup, type Names } from './html';
import { table } from './table';
import type { ToldRound } from './told-round';

const STATES: Names = {
  selected: ['入选', 'selected'],
  kept: ['留待下次', 'kept for next time'],
  notSelected: ['未入选', 'not selected'],
  merged: ['合并', 'merged'],
  rejected: ['不采纳', 'not taken up'],
};

/** What residents asked for and what became of it. */
export function needsSection({ needs, streets }: ToldRound): Markup {
  return html`<section>
    <h2 id="needs">${both('居民要什么', 'What residents asked for')}</h2>
    ${streets === undefined ? '' : byStreet(needs, streets.needs)}
    <details>
      <summary>${both(`全部${needs.length}条需求`, `All ${needs.length} needs`)}</summary>
      ${table(
        both('需求与结果', 'Needs and what became of them'),
        [
          { zh: '需求', en: 'Need' },
          { zh: '附议', en: 'Asked by', isNumber: true },
          { zh: '结果', en: 'Result' },
          { zh: '理由', en: 'Why' },
        ],
        needs.map(({ title, askedBy, state, reason }) => [
          title,
          askedBy,
          named(STATES, state),
          reason,
        ]),
      )}
    </details>
  </section>`;
}

function byStreet(needs: readonly any[], streetOf: Readonly<Record<string, string>>): Markup {
  const names = [...new Set(Object.values(streetOf))];
  const rows = names.map((name) => {
    const own = needs.filter(({ id }) => streetOf[id] === name);
    const selected = own.filter(({ state }) => state === 'selected').length;
    return { name, count: own.length, selected };
  });
  return html`<figure>
      <figcaption>
        ${both('各街道的需求', 'Needs by street')}<i class="key pale"></i>提出 asked<i
          class="key dark"
        ></i
        >入选 selected
      </figcaption>
      ${barChart(
        '各街道的需求',
        rows.map(({ name, count, selected }) => ({
          label: name,
          whole: count,
          part: selected,
          told: `${count}条，入选${selected}条`,
        })),
      )}
    </figure>
    ${table(
      both('各街道的需求', 'Needs by street'),
      [
        { zh: '街道', en: 'Street' },
        { zh: '提出', en: 'Asked', isNumber: true },
        { zh: '入选', en: 'Selected', isNumber: true },
      ],
      rows.map(({ name, count, selected }) => [name, count, selected]),
    )}`;
}
