// Says on the terminal what is being done, and how long it takes.

/** A function that prints a line with the seconds since it was made: `[  3.1 s] VS Code is open`. */
export function sayer() {
  const start = performance.now();
  return (text) => console.log(`[${seconds(performance.now() - start).padStart(7)}] ${text}`);
}

/** A duration for people: `3.1 s`. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** An error whose message is a sentence with a remedy: printed alone, without a stack. */
export function sentence(message) {
  return Object.assign(new Error(message), { sentence: true });
}

/** Prints an error as a person should see it. */
export function sayError(error) {
  console.error(error?.sentence ? `\n${error.message}\n` : error);
}
