import { feedAudiencesOf } from './feed-audience';

describe('feedAudiencesOf', () => {
  it('names the public, each person and each party', () => {
    const audience = { public: true, personIds: ['p1', 'p2'], partyIds: ['o1'] } as const;
    expect(feedAudiencesOf(audience)).toEqual(['public', 'person:p1', 'person:p2', 'party:o1']);
  });

  it('names a unit and every unit above it, each once, and none beside or below', () => {
    expect(feedAudiencesOf({ unitPaths: ['city.north.first', 'city.south'] })).toEqual([
      'unit:city',
      'unit:city.north',
      'unit:city.north.first',
      'unit:city.south',
    ]);
  });

  it('names nobody where the event names nobody', () => {
    expect(feedAudiencesOf({})).toEqual([]);
  });
});
