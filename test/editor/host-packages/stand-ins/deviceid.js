// Stands in for @vscode/deviceid, which needs a compiler: no device is ever identified.
exports.getDeviceId = () => Promise.resolve('superbill-host');
