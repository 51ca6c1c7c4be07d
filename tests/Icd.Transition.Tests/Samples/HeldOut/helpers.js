export const RE_CODE = /^[A-Z]\d\d\.?\d{0,2}[A-Z]?$/;
export const isSelfHarm = dx => dx >= 'X60' && dx <= 'X84';
const map = { I21: 'Hjerteinfarkt', I63: 'Hjerneinfarkt', J18: 'Lungebetennelse' };
if (pasient.diagnoser.some(d => d.kode.slice(0, 3) === 'N18')) markNyresvikt();
const keys = ['F5', 'F10', 'F12']; const iso = 'ISO A4'; const chord = 'C69'; const hexa = '#B22A10';
const route = '/api/E18/status'; const seats = { row: 'C12' };
const licence = 'M12'; const gearbox = 'T56'; const sector = "S14";
