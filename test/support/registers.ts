import type { Context } from '../../src/platform/database/context';
import { Door } from '../../src/platform/database/door';
import { creditCode } from './credit-codes';
import type { Actor, Stage } from './stage';

/** A person with one duty at a unit; at the top one unless said otherwise. */
export function officer(stage: Stage, duty: string, scopeId = stage.cityId): Promise<Actor> {
  return stage.person(`${duty} of the tests`, [{ duty, scopeKind: 'unit', scopeId }]);
}

/** Work done by the system itself, in one transaction, for what no route does. */
export function inSystem<T>(stage: Stage, work: (ctx: Context) => Promise<T>): Promise<T> {
  return stage.get(Door).asSystem(stage.cityId, 'test', work);
}

let next = 0;

/** The registration of a service institution that nobody registered yet. */
export function institution(changes: object = {}) {
  next += 1;
  return {
    kind: 'service-institution',
    name: `广州市番禺区第${next}社会工作服务中心`,
    creditCode: creditCode('service-institution', next),
    registeredOn: '2015-06-01',
    assessmentGrade: '4A',
    ...changes,
  };
}
