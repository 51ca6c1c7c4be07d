/* Formater for dødsårsaksregisteret */
proc format;
  value $kap 'A00' - 'B99' = 'Infeksjoner'
             'C00' - 'D48' = 'Svulster'
             'V01' - 'Y98' = 'Ytre årsaker';
  value $drg '014A' = 'Slag' '127' = 'Hjertesvikt';
  value $sone 'A10' - 'A19' = 'Sentrum' 'B10' - 'B19' = 'Vest';
run;
data dod;
  set raa.dod;
  length uarsak $4 kommune $4;
  length sone $3 postnr $4;
  if uarsak in: ('X6', 'X7', 'Y870') then selvmord = 1;
  if substr(uarsak,1,3) = 'R99' then ukjent = 1;
  if 'I20' <= uarsak <= 'I259' then ihd = 1;
  if prxmatch('/^G(30|31)/', uarsak) then demens = 1;
  if sone = 'B12' then delete;
  if atc =: 'N02A' then opioid = 1;
run;
