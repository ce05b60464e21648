// A type without its `readonly`: a value whose fields are still being read.

export type Writable<T> = { -readonly [K in keyof T]: T[K] };
