package epj

import "strings"

var lungeemboli = map[string]bool{"I26.0": true, "I26.9": true}
var hyller = map[string]bool{"A10": true, "B12": true, "C10": true}

func erPneumoni(icd string) bool {
	return strings.HasPrefix(icd, "J12") || strings.HasPrefix(icd, "J18")
}
type Diagnose struct { Kode string `db:"icd10_kode" validate:"max=5"` }
type Rom struct { Kode string `db:"romkode" validate:"max=4"` }
