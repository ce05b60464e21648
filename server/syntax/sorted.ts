// Search in lists that are in order.

/** How many items at the beginning of a list fit. Behind the first that does not, none does. */
export function countFitting<T>(items: ArrayLike<T>, fits: (item: T) => boolean): number {
  let low = 0,
    high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
