import type { Chance } from '../chance';
import type { BidPlan } from './bids';

const GOOD = [
  '需求把握准确，对象名单已经落实。',
  '方案可行，时间表与人手相称。',
  '预算有依据，三家比价附后。',
  '成效指标可测，前后测设计得当。',
  '团队在本地扎根，熟悉服务对象。',
  '风险预案具体，责任到人。',
] as const;
const FAIR = [
  '方案基本可行，成效指标需进一步量化。',
  '服务频次偏密，建议按季度调整。',
  '志愿者来源写得不够具体。',
  '人员费占比偏高，请说明岗位设置。',
  '与街道现有服务的衔接需再明确。',
  '物资领用的管理办法应补充。',
] as const;
const POOR = [
  '服务对象不够聚焦，预算依据不足。',
  '方案与需求脱节，偏重活动场次。',
  '团队缺少相应资质，执行存疑。',
  '指标以人次为主，看不出改变。',
  '自筹资金来源没有证明材料。',
  '内容与已有服务重复，新增价值有限。',
] as const;

/** What an expert writes below the scores. */
export function commentOn(merit: BidPlan['merit'], chance: Chance): string {
  const mean = (merit.need + merit.plan + merit.team + merit.budget + merit.effect) / 5;
  const said = mean >= 15 ? GOOD : mean >= 12 ? FAIR : POOR;
  const [first, second] = chance.of('comment').shuffled(said);
  return `${first}${second}`;
}
