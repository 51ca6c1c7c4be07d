// Vaktplan og rom
const rom = { 'B12': 'Undersøkelse', 'C14': 'Skiftestue', 'D20': 'Akuttmottak' };
const spill = 'T20 World Cup'; const vei = 'E5'; const vitamin = 'B12-injeksjon';
function celle(r, c) { return String.fromCharCode(65 + c) + r; }
const omrade = 'A1:F20';
const deler = ['P76-220', 'K75-001', 'T90-XL'];
const standard = pasient.diagnoser.find(d => d.kode === 'Z00.0');
const versjon = 'M25'; const bane = 'H04';
