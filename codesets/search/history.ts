// Where the book puts what is past: a personal or family history of a disease has one code for its whole chapter.

/** Whose history: the patient's own or the family's. */
export type Past = 'personal' | 'family';

interface Chapter {
  readonly codes: RegExp;
  readonly personal: readonly [words: string, code: string];
  readonly family?: readonly [words: string, code: string];
}

const CHAPTERS: readonly Chapter[] = [
  { codes: /^[AB]/, personal: ['infectious parasitic', 'Z8619'], family: ['infectious parasitic', 'Z831'] },
  { codes: /^C/, personal: ['malignant neoplasm', 'Z859'], family: ['malignant neoplasm', 'Z809'] },
  { codes: /^D[0-4]/, personal: ['benign neoplasm', 'Z86018'] },
  { codes: /^D/, personal: ['diseases blood', 'Z862'], family: ['diseases blood', 'Z832'] },
  { codes: /^E(08|09|1[0-3])/, personal: ['endocrine metabolic', 'Z8639'], family: ['diabetes', 'Z833'] },
  { codes: /^E/, personal: ['endocrine metabolic', 'Z8639'], family: ['endocrine metabolic', 'Z8349'] },
  { codes: /^F/, personal: ['mental behavioral', 'Z8659'], family: ['mental behavioral', 'Z818'] },
  { codes: /^G/, personal: ['diseases nervous system', 'Z8669'], family: ['diseases nervous system', 'Z820'] },
  { codes: /^H/, personal: ['diseases nervous system sense organs', 'Z8669'], family: ['eye disorders', 'Z83518'] },
  { codes: /^I/, personal: ['diseases circulatory system', 'Z8679'], family: ['diseases circulatory system', 'Z8249'] },
  { codes: /^J/, personal: ['diseases respiratory system', 'Z8709'], family: ['diseases respiratory system', 'Z836'] },
  { codes: /^K/, personal: ['diseases digestive system', 'Z8719'], family: ['diseases digestive system', 'Z8379'] },
  { codes: /^L/, personal: ['diseases skin subcutaneous', 'Z872'], family: ['diseases skin subcutaneous', 'Z840'] },
  { codes: /^M/, personal: ['diseases musculoskeletal system', 'Z8739'], family: ['diseases musculoskeletal system', 'Z8269'] },
  { codes: /^N[0-3]/, personal: ['diseases urinary system', 'Z87448'], family: ['kidney', 'Z841'] },
  { codes: /^N[45]/, personal: ['diseases male genital organs', 'Z87438'] },
  { codes: /^N/, personal: ['diseases female genital tract', 'Z8742'] },
  { codes: /^O/, personal: ['complications pregnancy', 'Z8759'] },
  { codes: /^S.[23]/, personal: ['healed traumatic fracture', 'Z8781'] },
  { codes: /^S/, personal: ['healed physical injury trauma', 'Z87828'] },
  { codes: /^R/, personal: ['specified conditions', 'Z87898'] },
];

/** How the book calls the past of what has this code. */
export function pastOf(code: string, past: Past): { readonly words: readonly string[]; readonly code: string } | undefined {
  const named = CHAPTERS.find(({ codes }) => codes.test(code))?.[past];
  return named && { words: named[0].split(' '), code: named[1] };
}
