// Text files that the build bundles as strings: starter code sets, guides, glossaries.
declare module '*.tsv' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}
declare module '*.guide' {
  const text: string;
  export default text;
}
/** Ships as a file beside the programs, read when it is first asked for. */
declare module '*.packed' {
  const text: () => string;
  export default text;
}
