import type { Actor } from '../actor';
import { Chance } from '../chance';
import { City } from '../city';
import { gatherCityAccount, type CityAccount } from './account';
import { planBidders } from './bidders';
import { playBids } from './bids-scene';
import { playCall } from './call-scene';
import { setUpCast } from './cast';
import { playGuideList } from './guide-list-scene';
import { playNeeds } from './needs-scene';
import { playOpening } from './opening-scene';
import { playRegistration } from './register-scene';
import { playReview } from './review-scene';
import { playAwards } from './award-scene';
import { signContracts } from './contracts-scene';
import { playProjects } from './project-scene';
import { Year } from './year';

/** Legal time at which the year begins. */
export const CITY_STARTS_AT = '2019-11-29T08:30:00+08:00';

/** Plays the city's round from the first collection of needs to the last payment, as the people in it would. */
export async function playCityRound(
  administrator: Actor,
  rules: { readonly ruleSet: any; readonly screening: any },
  seed: number,
  say: (line: string) => void,
): Promise<{ readonly account: CityAccount; readonly signIns: City['signIns'] }> {
  const chance = new Chance(seed);
  const city = await City.open(administrator);
  const year = new Year(administrator, CITY_STARTS_AT);
  say('建立单位与人员 units and people');
  const cast = await setUpCast(city, chance);
  say('2019-12 … 2020-02  四次需求征集 four collections of needs');
  await playNeeds(cast, rules.screening, chance, year);
  say('2020-03  项目指引清单 the guide list');
  await playGuideList(cast, year);
  say('2020-03  申报公告 the call');
  const announced = await playCall(cast, rules.ruleSet, year);
  const bidders = await playRegistration(cast, planBidders(chance), year);
  say('2020-03 … 04  申报 the bids');
  const { round, sent } = await playBids(cast, announced, bidders, year);
  say('2020-04  开标与资格审查 opening and qualification');
  await playOpening(cast, round.lots[0].id, sent, year);
  say('2020-04  专家评审 review');
  const panelIds = await playReview(cast, round.lots[0].id, sent, chance, year);
  say('2020-05  立项、公示、异议、委托 awards');
  await playAwards(cast, round, bidders, year);
  say('2020-05  合同 contracts');
  await signContracts(cast, round.id, bidders, year);
  say('2020-06 … 2021-02  实施、监测、评估与付款 projects');
  await playProjects({ cast, roundId: round.id, bidders, sent, chance, year });
  await year.goTo('2021-03-05T10:00:00+08:00');
  say('2021-03  结项 close');
  const told = { roundId: round.id, lotId: round.lots[0].id, panelIds, bidders, sent, year };
  return {
    account: await gatherCityAccount(cast, told, { ...rules, ruleSet: round.ruleSet }),
    signIns: city.signIns,
  };
}
