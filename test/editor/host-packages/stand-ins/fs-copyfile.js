// Stands in for @vscode/fs-copyfile, which needs a compiler: VS Code's git extension copies files with it.
const { promises } = require('node:fs');

exports.cp = promises.cp;
