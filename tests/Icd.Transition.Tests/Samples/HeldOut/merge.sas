%let kols = 'J40' 'J41' 'J42' 'J43' 'J44';
data hjerte; set npr.avdopphold;
  where hoveddiag1 in: ('I20','I21','I22','I23','I24','I25');
  array diag{20} $5 diag1-diag20;
  if substr(hoveddiag1,1,1) eq 'F' then psyk = 1;
  if 'C00' <= substr(hoveddiag1,1,3) <= 'C97' then kreft = 1;
  if hoveddiag1 = 'Z511' then cyto = 1;
  if kjoretoy = 'M10' then delete;
run;
