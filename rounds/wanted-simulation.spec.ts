import { readWanted } from './wanted-simulation';

describe('readWanted', () => {
  it('takes a file alone, and plays forty bids from the first seed', () => {
    expect(readWanted(['rules.yaml'])).toMatchObject({ file: 'rules.yaml', bids: 40, seed: 1 });
  });

  it('takes everything that can be asked for', () => {
    const args = [
      'r.yaml',
      '--bids',
      '1000',
      '--seed',
      '0',
      '--explain',
      '7',
      '--json',
      'out.json',
    ];
    expect(readWanted(args)).toEqual({
      ...{ file: 'r.yaml', bids: 1000, seed: 0, explain: 7, json: 'out.json' },
    });
  });

  it.each([
    ['no file', []],
    ['two files', ['a.yaml', 'b.yaml']],
    ['no bid', ['a.yaml', '--bids', '0']],
    ['half a bid', ['a.yaml', '--bids', '1.5']],
    ['too many bids', ['a.yaml', '--bids', '20001']],
    ['a seed that is no number', ['a.yaml', '--seed', 'luck']],
    ['a bid numbered zero', ['a.yaml', '--explain', '0']],
    ['an option that is not there', ['a.yaml', '--fast']],
  ])('is nothing that can be played with %s', (_, args) => {
    expect(readWanted(args)).toBeNull();
  });
});
