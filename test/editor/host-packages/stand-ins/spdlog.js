// Stands in for @vscode/spdlog, which needs a compiler: appends the host's log lines to the file that VS Code names.
const { appendFileSync } = require('node:fs');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** A logger with the methods that VS Code calls; lines below its level are dropped. */
function createLogger(file) {
  let lowest = levels.indexOf('info');
  const logger = {
    getLevel: () => lowest,
    setLevel: (level) => { lowest = level; },
  };
  for (const setting of ['setPattern', 'clearFormatters', 'flush', 'drop']) logger[setting] = () => {};
  levels.forEach((level, rank) => {
    logger[level] = (text) => {
      if (rank >= lowest) append(file, `${new Date().toISOString()} [${level}] ${text}\n`);
    };
  });
  return logger;
}

function append(file, line) {
  try {
    appendFileSync(file, line);
  } catch (error) {
    // The log folder is deleted while the host shuts down; there is nobody left to read the line.
    if (error.code !== 'ENOENT') throw error;
  }
}

exports.createRotatingLogger = exports.createAsyncRotatingLogger = (_name, file) => Promise.resolve(createLogger(file));
exports.setFlushOn = exports.setLevel = exports.shutdown = () => {};
