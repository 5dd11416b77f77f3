export { Credit } from './credit';
export { CreditModule } from './credit.module';
export { CreditNoteEntity } from './credit-note.entity';
