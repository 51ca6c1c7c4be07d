* Cardiovascular disease, I00-I99;
data work.cvd;
  set npr.episodes;
  length hdia $5 bdia1 $5;
  if hdia =: 'I';
  if hdia in: ('E10' 'E11' 'E13' 'E14') then diabetes = 1;
  if substrn(hdia, 1, 3) in ('J40', 'J41', 'J42', 'J43', 'J44') then copd = 1;
  if 'S00' <=: hdia <=: 'T98' then injury = 1;
  if prxmatch('/^F1[0-9]/', hdia) then alcohol = 1;
  kat = substr(hdia, 1, 3);
run;
proc format;
  value $icdgrp
    'A00'-'B99' = 'Infections'
    'C00'-'D48' = 'Tumours'
    'I00'-'I99' = 'Circulatory';
run;
data work.parts;
  set inv.parts;
  if partno in ('B12', 'C40', 'M10') then bolt = 1;
  if shelf = 'D12' then delete;
run;
