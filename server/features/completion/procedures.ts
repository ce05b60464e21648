// Offers the next character of an ICD-10-PCS code: only what the tables allow, each with what it stands for.
import type { ItemDraft } from './item';
import { LENGTH, WHAT_TO_IMPORT, axisName, hasProcedures, isProcedureCode, nextValues } from '../procedure-axes';
import type { Codes } from '../world';

/** So few codes are rather offered whole. */
const FEW = 6;

/** What may follow a beginning; where the codes are not here, one item that says what to import. */
export function procedureDrafts(typed: string, date: string, codes: Codes): ItemDraft[] {
  const code = typed.trim().toUpperCase();
  if (code !== '' && !isProcedureCode(code)) return [];
  if (!hasProcedures(codes))
    return [
      {
        label: typed || 'ICD-10-PCS',
        detail: 'the codes are not on this machine',
        text: typed,
        kind: 'value',
        documentation: `${WHAT_TO_IMPORT}.`,
      },
    ];
  if (code.length >= LENGTH) return [];
  const next = nextValues(code, date, codes);
  const axis = axisName(code, code.length).toLowerCase();
  return next.flatMap((one): ItemDraft[] => {
    const value = code + one.character;
    const whole = one.only && (next.length <= FEW || value.length === LENGTH) ? one.only : undefined;
    return [
      {
        label: whole?.code ?? `${value}…`,
        detail: whole ? whole.title : one.name,
        note: whole ? undefined : axis,
        text: whole?.code ?? value,
        kind: 'code',
        filter: typed || value,
        ...(whole
          ? { data: { set: 'icd-10-pcs', code: whole.code, date } }
          : { retrigger: true, ...(one.meaning && { documentation: one.meaning }) }),
      },
    ];
  });
}
