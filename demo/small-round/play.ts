import type { Actor } from '../actor';
import { Chance } from '../chance';
import { City } from '../city';
import { advanceTo } from '../clock';
import { gatherAccount, type Account } from '../account';
import { playAwards } from './award-scene';
import { playCall } from './call-scene';
import { playGuideList } from './guide-list-scene';
import { playNeeds } from './needs-scene';
import { setUpCast } from './people';
import { playProjects } from './project-scene';
import { playReview } from './review-scene';

/** The small round once played. */
export interface Played {
  readonly account: Account;
  readonly signIns: City['signIns'];
}

/** Plays the small round from its first need to its last payment, as the people in it would. */
export async function playSmallRound(
  administrator: Actor,
  rules: { readonly ruleSet: any; readonly screening: any },
  seed: number,
  say: (line: string) => void,
): Promise<Played> {
  const chance = new Chance(seed);
  const city = await City.open(administrator);
  say('建立单位与人员 units and people');
  const cast = await setUpCast(city);
  say('2020-02  需求征集、街道核查、专家筛选 needs, the street’s check, screening');
  const { selectedIds } = await playNeeds(cast, rules.screening, chance);
  say('2020-02  项目指引清单 the guide list');
  await playGuideList(cast, selectedIds);
  say('2020-03  发布申报与投标 the call and the bids');
  const called = await playCall(cast, rules.ruleSet);
  say('2020-04  开标、资格审查、专家评审 opening, qualification, review');
  const { panelId } = await playReview(cast, called, chance);
  say('2020-05  立项、公示、异议、定向委托、签约 awards, notice, objection, commission, contracts');
  await playAwards(cast, called);
  say('2020-06  实施、监测、评估与付款 projects, monitoring, evaluation, payments');
  await playProjects(cast, called, chance);
  await advanceTo(administrator, '2021-03-01T10:00:00+08:00');
  say('2021-03  结项 close');
  const ids = { ...called, panelIds: [panelId] };
  return { account: await gatherAccount(cast, ids, rules), signIns: city.signIns };
}
