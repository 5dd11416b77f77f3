import type { FundingBody } from './round-story';

/**
 * What the officers of a body read of a round and of another thing of it, without what names the one round or the moment: two
 * rounds that differ only in sealed bids must give the same.
 */
export async function seenByOfficers(
  { organizer, approver, supervisor }: FundingBody,
  roundId: string,
  thingId: string,
): Promise<string[]> {
  const paths = [
    '/v1/tasks',
    `/v1/rounds/${roundId}`,
    `/v1/rounds/${roundId}/questions`,
    `/v1/questions/${thingId}`,
    '/v1/bids',
    `/v1/public/gz/rounds/${roundId}`,
    `/v1/public/gz/rounds/${roundId}/answers`,
    `/v1/public/gz/notices?limit=200&roundId=${roundId}`,
  ];
  const seen: string[] = [];
  for (const officer of [organizer, approver, supervisor]) {
    for (const path of paths) seen.push(withoutNames((await officer.get(path)).text));
    const { items } = await officer.ok.get('/v1/events?limit=200');
    const ofRound = items.filter(({ subject }: any) => [roundId, thingId].includes(subject.id));
    seen.push(ofRound.map(({ name }: any) => name).join());
  }
  return seen;
}

const withoutNames = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replace(/[0-9a-f]{32,64}/g, 'digest')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+\+08:00/g, 'moment')
    .replace(/第\d+社会/g, '某社会')
    .replace(/small-\d+/g, 'code');
