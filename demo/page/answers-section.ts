import { both, html, named, type Markup, type Names } from './html';
import { table } from './table';
import type { ToldRound } from './told-round';

const STATES: Names = {
  upheld: ['成立', 'upheld'],
  dismissed: ['不成立', 'dismissed'],
  rejected: ['不受理', 'not admitted'],
  moot: ['不再需要答复', 'moot'],
};

/** What people objected to, and what they were answered. */
export function objectionsSection({ challenges, awards }: ToldRound): Markup {
  return html`<section>
    <h2 id="objections">${both('异议与答复', 'Objections and answers')}</h2>
    ${table(
      both(`${challenges.length}件异议`, `${challenges.length} objections`),
      [
        { zh: '对象', en: 'About' },
        { zh: '理由', en: 'Grounds' },
        { zh: '结果', en: 'Result' },
        { zh: '答复', en: 'Answer' },
      ],
      challenges.map(({ awardId, grounds, state, reason }) => [
        awards.find((award) => award.awardId === awardId)?.title ?? '—',
        grounds,
        named(STATES, state),
        reason,
      ]),
    )}
  </section>`;
}

/** Everything that was tried and refused. */
export function refusalsSection({ refusals }: ToldRound): Markup | string {
  if (refusals === undefined) return '';
  const codes = new Set(refusals.map(({ code }) => code)).size;
  return html`<section>
    <h2 id="refusals">${both('被拒绝的操作', 'What was refused')}</h2>
    <p>
      ${both(
        `一年里真实尝试了${refusals.length}次不该成功的操作，${codes}种代码，全部当场拒绝，没有留下任何一半做完的事。`,
        `${refusals.length} acts that must not succeed were really tried: ${codes} codes, each refused on the spot, nothing half-done.`,
      )}
    </p>
    ${table(
      both('谁做了什么，得到什么答复', 'Who tried what, and what they were told'),
      [
        { zh: '代码', en: 'Code', isShort: true },
        { zh: '时间', en: 'When', isShort: true },
        { zh: '谁', en: 'Who', isShort: true },
        { zh: '做了什么', en: 'Tried' },
        { zh: '答复', en: 'Told' },
      ],
      refusals.map(({ code, at, by, tried, told }) => [
        html`<code>${code}</code>`,
        at.slice(0, 10),
        by,
        tried,
        told,
      ]),
    )}
  </section>`;
}

/** What in the account is real, and what was made up. */
export function truthSection({ truth, rules }: ToldRound): Markup {
  const said = truth ?? {
    real: [
      {
        zh: `规则各项的出处见规则“${rules.ruleSet.code}”的 provenance。`,
        en: 'The rule set says of each of its values where it comes from.',
      },
    ],
    invented: [{ zh: '人员、机构、文本和分数。', en: 'People, organizations, texts and scores.' }],
  };
  const list = (items: readonly { zh: string; en: string }[]) =>
    html`<ul>
      ${items.map(({ zh, en }) => html`<li>${zh} <span class="en" lang="en">${en}</span></li> `)}
    </ul>`;
  return html`<section>
    <h2 id="truth">${both('哪些是真的，哪些是虚构的', 'What is real and what is invented')}</h2>
    <h3>${both('真实', 'Real')}</h3>
    ${list(said.real)}
    <h3>${both('虚构', 'Invented')}</h3>
    ${list(said.invented)}
  </section>`;
}
