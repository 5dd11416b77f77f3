import { createDatabase } from '../support/servers';
describe('x', () => { it('migrates', async () => { const d = await createDatabase(); await d.drop(); }, 60000); });
