// Reads the ICD-10-PCS order file: every table row header and code with its long title.
import type { Importer } from '../import';
import { fiscalYear, isOrderFile, readOrderFile } from '../order-file';

/** The order file of one fiscal year. */
export const icd10pcsOrder: Importer = {
  recognises: (text) => isOrderFile(text, 'icd-10-pcs'),
  read: (text, names, edition) => [
    {
      set: 'icd-10-pcs',
      title: 'ICD-10-PCS procedure codes',
      publisher: 'CMS',
      licence: 'Public domain',
      ...fiscalYear(names, edition),
      rows: readOrderFile(text, 'icd-10-pcs'),
    },
  ],
};
