// Runs one measurement: a module that prints its lines, in its default function if it has one.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { default: bench } = await import(pathToFileURL(path.resolve(process.argv[2])).href);
await bench.default?.();
