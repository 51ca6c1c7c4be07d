const opening = ['E4', 'E5', 'C3'];
const sicilianEco = { code: 'B20', name: 'Sicilian' };
const notes = ['C4', 'D4', 'A440'];
if (key === 'F11') toggleFullScreen();
const uuid = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
const gpu = 'A100';
const phones = ['S22', 'S23', 'A54', 'P30'];
const size = name.length > 5;
const re = /^[a-z]\d{2}$/;
el.diagnostics.push(diagnostic.code);
function diagnose(problem) { return problem.kind === 'E20'; }
