// Stands in for @vscode/native-watchdog, which needs a compiler: our hosts end with their process group instead.
exports.start = () => {};
