import * as fc from 'fast-check';
import { toInstant } from '../../kernel/instant';
import { decodeContent, requireRevision, requireTaking, type MetLot } from './take-bid';

const opensAt = toInstant('2020-03-10T00:00:00+08:00');
const closesAt = toInstant('2020-04-11T00:00:00+08:00');
const at = (base: Date, ms: number) => new Date(base.getTime() + ms);
const lot = (changes: Partial<MetLot> = {}): MetLot => ({
  state: 'open',
  roundState: 'announced',
  opensAt,
  closesAt,
  revision: 2,
  at: opensAt,
  ...changes,
});
const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('requireTaking', () => {
  it('takes a bid at the opening moment, and a millisecond before the close', () => {
    expect(() => requireTaking(lot())).not.toThrow();
    expect(() => requireTaking(lot({ at: at(closesAt, -1) }))).not.toThrow();
  });

  it('refuses a bid received at the closing moment, and a millisecond after', () => {
    for (const ms of [0, 1]) {
      const late = lot({ at: at(closesAt, ms) });
      expect(() => requireTaking(late)).toThrow(refused('BIDS.DEADLINE_PASSED'));
    }
  });

  it('knows nothing of a lot a millisecond before its call opens, nor of one in a draft', () => {
    const early = lot({ at: at(opensAt, -1) });
    expect(() => requireTaking(early)).toThrow(refused('ACCESS.NOT_FOUND'));
    const draft = lot({ state: 'planned', roundState: 'draft' });
    expect(() => requireTaking(draft)).toThrow(refused('ACCESS.NOT_FOUND'));
  });

  it('takes a bid on time although nobody has announced the call yet', () => {
    const late = lot({ state: 'planned', roundState: 'approved' });
    expect(() => requireTaking(late)).not.toThrow();
  });

  it('refuses a late bid although nobody has closed the lot yet', () => {
    expect(() => requireTaking(lot({ at: closesAt }))).toThrow(refused('BIDS.DEADLINE_PASSED'));
  });

  it('refuses a bid in a lot that was cancelled, and in one that goes on without it', () => {
    const cancelled = lot({ state: 'cancelled', roundState: 'cancelled' });
    expect(() => requireTaking(cancelled)).toThrow(refused('BIDS.CALL_CANCELLED'));
    const closed = lot({ state: 'closed' });
    expect(() => requireTaking(closed)).toThrow(refused('BIDS.DEADLINE_PASSED'));
  });
});

describe('requireRevision', () => {
  it('passes the revision in force, and refuses an older one and one that does not exist', () => {
    expect(() => requireRevision(lot(), 2)).not.toThrow();
    for (const named of [1, 3]) {
      expect(() => requireRevision(lot(), named)).toThrow(refused('BIDS.REVISION_OUTDATED'));
    }
  });
});

describe('decodeContent', () => {
  it('gives back the bytes of whatever was encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 3_000 }), (bytes) => {
        expect(decodeContent(Buffer.from(bytes).toString('base64'))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each(['e30', 'e30=\n', 'e3-_', ' e30=', 'e3!0=', 'e31='])('refuses %j', (text) => {
    expect(() => decodeContent(text)).toThrow(refused('BIDS.CONTENT_NOT_BASE64'));
  });

  it('refuses an empty content and one above 170 KB, and takes one of exactly 170 KB', () => {
    const sized = (bytes: number) => Buffer.alloc(bytes, 'x').toString('base64');
    expect(decodeContent(sized(174_080))).toHaveLength(174_080);
    for (const bytes of [0, 1, 174_081]) {
      expect(() => decodeContent(sized(bytes))).toThrow(refused('BIDS.CONTENT_SIZE'));
    }
  });
});
