import { accessTable, type Act } from '../../src/access/access-table';
import { duties } from '../../src/access/duties';
import { writtenRoutes } from './routes';

const rows = Object.entries(accessTable) as [Act, (typeof accessTable)[Act]][];
const routes = writtenRoutes();

const repeated = (texts: readonly string[]) => texts.filter((text, i) => texts.indexOf(text) !== i);

describe('the access table', () => {
  it('gives every route to one act', () => {
    expect(repeated(rows.map(([, { route }]) => route))).toEqual([]);
  });

  it('writes every route as a verb and a path', () => {
    const shape = /^(GET|POST|PUT|PATCH|DELETE) (\/([a-z0-9-]+|\{[a-z][A-Za-z]*\}))+$/;
    expect(rows.filter(([, { route }]) => !shape.test(route))).toEqual([]);
  });

  it('lets somebody do every act, or says why everybody may', () => {
    const dumb = rows.filter(([, { allow }]) =>
      'public' in allow ? allow.public.trim() === '' : allow.length === 0,
    );
    expect(dumb).toEqual([]);
  });

  it('knows every duty that it speaks of', () => {
    const spoken = rows.flatMap(([, { allow }]) => ('public' in allow ? [] : allow));
    const known = ['anyone', ...Object.keys(duties)];
    expect(spoken.filter(({ duty }) => !known.includes(duty))).toEqual([]);
  });

  it('asks for If-Match on changes alone, and excuses only a POST from its key', () => {
    const isRead = (route: string) => route.startsWith('GET ');
    expect(rows.filter(([, { route, ifMatch }]) => ifMatch && isRead(route))).toEqual([]);
    expect(
      rows.filter(([, { route, withoutKey }]) => withoutKey && !route.startsWith('POST ')),
    ).toEqual([]);
  });
});

describe('the routes of the controllers', () => {
  it('name one act each', () => {
    expect(routes.filter(({ acts }) => acts.length !== 1)).toEqual([]);
  });

  it('stand where the access table has them', () => {
    const written = routes.map(({ acts, route }) => `${acts[0]}: ${route}`).sort();
    const declared = rows.map(([act, { route }]) => `${act}: ${route}`).sort();
    expect(written).toEqual(declared);
  });
});
