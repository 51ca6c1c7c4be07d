import { Component } from '@angular/core';

export interface Registration {
  icd10Code: string;
  paperSize: 'A4' | 'A5';
}

const PATTERN = /^[A-Z]\d{2}(\.\d{1,2})?$/;
const PREGNANCY = ['O00', 'O01', 'O02', 'O03', 'O04'];

export function chapter(diagnosisCode: string): string {
  if (diagnosisCode.startsWith('C') || diagnosisCode.startsWith('D0')) return 'neoplasm';
  switch (diagnosisCode.charAt(0)) {
    case 'F': return 'mental';
    default: return diagnosisCode.slice(0, 3);
  }
}

export const isHeart = (c: Registration) => /^I(0|1|2|5)/.test(c.icd10Code);
export const covid = ['U07.1', 'U07.2'].includes(picked.icd10Code);
const field = { name: 'icd10Code', maxLength: 5 };
const shortcuts = { F10: 'menu', save: 'F12' };
const tile = grid['C10'];
const sku = "M54";
const wing = ['A10', 'A11'];
