* Norsk hoftebruddregister, kobling
use "npr_2022.dta", clear
format hdiag %5s
gen hofte = inlist(substr(hdiag, 1, 4), "S720", "S721", "S722")
gen ost = regexm(bdiag, "^M8[01]")
gen slag = inrange(substr(hdiag,1,3), "I60", "I69")
icd10 gen kols = hdiag, range(J40/J47)
replace fall = 1 if ytre == "W19"
gen prot = inlist(ncsp, "NFB20", "NFB30")
gen bydel = substr(adr, 1, 3) == "B12"
graph export "fig_C12.png", replace
putexcel A1 = "Alder" B1 = "Antall" C12 = 4
