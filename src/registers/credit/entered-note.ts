import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { CreditKind, CreditNoteEntity } from './credit-note.entity';
import { refuseCredit } from './credit.refusals';
import type { CreditRepository } from './credit.repository';

/** What officers enter by hand. */
const ENTERED: readonly CreditKind[] = ['listing', 'annual-check', 'evaluation', 'project'];

/**
 * An entry that was entered by hand and stands.
 * @throws ACCESS.NOT_FOUND, CREDIT.NOT_ENTERED, CREDIT.ENDED_ALREADY of one that was annulled
 */
export async function standingEntry(
  ctx: Context,
  repository: CreditRepository,
  noteId: string,
): Promise<CreditNoteEntity> {
  const note = await repository.find(ctx, noteId);
  if (note === null) throw refuseAccess('ACCESS.NOT_FOUND');
  const isEntered = note.notedBy !== null && note.projectId === null;
  if (!isEntered || !ENTERED.includes(note.kind)) throw refuseCredit('CREDIT.NOT_ENTERED');
  if ((await repository.findAnnulment(ctx, noteId)) !== null) {
    throw refuseCredit('CREDIT.ENDED_ALREADY');
  }
  return note;
}
