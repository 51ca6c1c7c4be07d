* Stata: diagnoses in the patient registry
use npr, clear
gen str5 hdiag = upper(diagnose)
icd10 generate ihd = hdiag, range(I20/I25)
gen psych = substr(hdiag, 1, 1) == "F"
gen stroke = inlist(substr(hdiag, 1, 3), "I60", "I61", "I63", "I64")
gen cancer = inrange(hdiag, "C00", "C97")
gen diab = regexm(hdiag, "^E1[0-4]")
gen injury = strmatch(hdiag, "S*") | strmatch(hdiag, "T*")
tab kommune if aar == 2020
graph export "A4.pdf"
