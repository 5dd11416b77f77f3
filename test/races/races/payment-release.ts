import { PaymentsStory, taken } from '../../support/payments-story';
import { seedPayingRound, seedProject } from '../../support/seed-project';
import type { Stage } from '../../support/stage';
import { countIn, effectsOfAct, type Race, type Trial } from '../race';

/** A paying round of the seed has money for so many projects. */
const PROJECTS_PER_ROUND = 16;

/** Fifty releases, by three checkers, of one sight of a payment: one is taken, and it stands on one line of one batch. */
export const paymentRelease: Race = {
  name: 'payment-release',
  zh: '同一笔付款的复核放行',
  en: 'the release of one payment',
  startsAt: '2020-06-12T09:00:00+08:00',
  refusals: ['HTTP.STALE', 'STATE.OUT_OF_ORDER'],
  async prepare(stage) {
    const ofCity = { duty: 'checker', scopeKind: 'unit', scopeId: stage.cityId } as const;
    const checkers = [
      await stage.person('李核', [ofCity]),
      await stage.person('周核', [ofCity]),
      await stage.person('吴核', [ofCity]),
    ];
    let rounds = 0;
    const prepareRound = async (howMany: number): Promise<Trial[]> => {
      const no = (rounds += 1);
      const round = await seedPayingRound(stage, `race-${no}`);
      const story = new PaymentsStory(stage, round);
      const prepareOne = async (_: unknown, n: number): Promise<Trial> => {
        const project = await seedProject(stage, round, `第${no}轮第${n + 1}项`);
        taken(await story.claim(project, 'first'));
        const { id } = taken(await story.enter(project, 'first'));
        const path = `/v1/payments/${id}/release`;
        return {
          call: (of) => {
            const checker = checkers[of % checkers.length]!;
            return checker.post(path, undefined, { ifMatch: 1, key: `${id}-${of}` });
          },
          effects: () => effectsOf(stage, id),
        };
      };
      return Promise.all(Array.from({ length: howMany }, prepareOne));
    };
    return async (howMany) => {
      const trials: Trial[] = [];
      while (trials.length < howMany) {
        const some = Math.min(PROJECTS_PER_ROUND, howMany - trials.length);
        trials.push(...(await prepareRound(some)));
      }
      return trials;
    };
  },
};

async function effectsOf(stage: Stage, id: string) {
  return {
    released: await countIn(stage, `payments WHERE id = $1 AND state = 'released'`, [id]),
    'lines of a batch': await countIn(
      stage,
      `payments p JOIN batches b ON b.id = p.batch_id WHERE p.id = $1 AND p.line_no IS NOT NULL`,
      [id],
    ),
    ...(await effectsOfAct(stage, { kind: 'payment', id }, 'release', id)),
  };
}
