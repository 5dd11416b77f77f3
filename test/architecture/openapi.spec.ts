import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStage, type Stage } from '../support/stage';

const FILE = join(__dirname, '../../openapi.json');

/** The published contract is what the code generates; a change of it is seen in review, as a change of the file. */
describe('openapi.json', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  it('is what the service serves; UPDATE_OPENAPI=1 writes it anew', async () => {
    const served = await stage.nobody.ok.get('/openapi.json');
    if (process.env.UPDATE_OPENAPI) {
      writeFileSync(FILE, `${JSON.stringify(served, null, 2)}\n`);
    }
    expect(served).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });

  it('names every act once, says who may, and lets every refusal be a problem', async () => {
    const { paths } = await stage.nobody.ok.get('/openapi.json');
    const operations = Object.values<any>(paths).flatMap((path) => Object.values<any>(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      expect(operation.description).toContain('Who may:');
      const refused = Object.entries<any>(operation.responses).filter(
        ([status]) => status >= '400',
      );
      expect(refused.length).toBeGreaterThan(0);
    }
  });
});
