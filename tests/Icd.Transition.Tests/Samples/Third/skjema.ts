import { z } from 'zod';

export const DiagnoseSchema = z.object({
  kode: z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/, 'Ugyldig ICD-10-kode'),
  icd10: z.string().min(3).max(6),
  takst: z.string().regex(/^[A-Z]?\d{2,3}[a-z]{0,2}$/),
  flight: z.string().max(6),
});

export const hyppige = ['I10', 'E11.9', 'J18.9', 'N39.0'] as const;
export const farger = { primary: '#E10600', bg: '#F00', accent: '#B12' };
export const stoler = ['A12', 'B12', 'C12', 'D12'];
export const ruter = { E6: 'Oslo-Trondheim', E18: 'Oslo-Kristiansand', E39: 'Stavanger-Bergen' };

export function ikon(diagnosis: Condition): string {
  const code = diagnosis.code?.coding?.[0]?.code ?? '';
  if (code.startsWith('F')) return 'brain';
  if (/^[ST]/.test(code)) return 'bandage';
  if (code >= 'O00' && code <= 'O99') return 'baby';
  const group = diagnosis.icd10.slice(0, 3);
  const hex = '0x' + 'F00'; const pin = 'D13';
  return group;
}
const svg = '<path d="M10 10 L20 20 C30 30 40 40 50 50 Z"/>';
const msg = { E11000: 'duplicate key', E404: 'not found', F12: 'debug' };
window.addEventListener('keydown', e => { if (e.key === 'F10' || e.code === 'F12') e.preventDefault(); });
