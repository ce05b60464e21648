// What the system said of a file, for a person.

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'access to it is denied',
  EPERM: 'access to it is denied',
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file of that name is there already',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk cannot be written to',
  ELOOP: 'its link leads in a circle',
  EIO: 'the disk does not answer',
  EMFILE: 'too many files are open',
  ERR_STRING_TOO_LONG: 'it is larger than 500 MB',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  ENAMETOOLONG: 'its name is too long',
};

/** A part of a sentence; the system's own words where there are no better ones. */
export function reason(error: unknown): string {
  const { code, message }: Partial<NodeJS.ErrnoException> = error instanceof Error ? error : {};
  return WORDS[code ?? ''] ?? message ?? 'no reason was given';
}
