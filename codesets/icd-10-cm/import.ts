// Reads the ICD-10-CM order file: every category and code with its long title.
import type { Importer } from '../import';
import { fiscalYear, isOrderFile, readOrderFile } from '../order-file';
import { readBlocks } from '../rows';
import blocks from './blocks.tsv';

/** The order file of one fiscal year. Chapters and blocks are ours, since the file has none. */
export const icd10cmOrder: Importer = {
  recognises: (text) => isOrderFile(text, 'icd-10-cm'),
  read: (text, names, edition) => [
    {
      set: 'icd-10-cm',
      title: 'ICD-10-CM diagnosis codes',
      publisher: 'CMS and NCHS',
      licence: 'Public domain',
      ...fiscalYear(names, edition),
      rows: readOrderFile(text, 'icd-10-cm'),
      blocks: readBlocks(blocks),
    },
  ],
};
