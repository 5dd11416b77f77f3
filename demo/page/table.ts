import type { Markup } from './html';
import { html } from './html';

/** A column of a table: what stands above it, and whether numbers stand in it. */
export interface Column {
  readonly zh: string;
  readonly en: string;
  readonly isNumber?: true;
  /** What stands in it is not broken into lines. */
  readonly isShort?: true;
}

type Cell = string | number | Markup | readonly Markup[] | null;

/** A table that says what it is about; each column is named in both languages. */
export function table(
  caption: Markup,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(
          (column) =>
            html`<th scope="col" ${classOf(column)}>
              ${column.zh}<span lang="en" class="en">${column.en}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, n) => cellOf(cell, n, columns[n]!))}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function cellOf(cell: Cell, n: number, column: Column): Markup {
  const named = classOf(column);
  return n === 0 ? html`<th scope="row" ${named}>${cell}</th>` : html`<td ${named}>${cell}</td>`;
}

function classOf({ isNumber, isShort }: Column): Markup {
  return isNumber ? html`class="number"` : isShort ? html`class="short"` : html``;
}
