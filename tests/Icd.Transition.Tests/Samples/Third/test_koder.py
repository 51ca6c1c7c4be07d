import pytest
@pytest.mark.parametrize("kode", ["A09.9", "G43.1", "H25.9"])
def test_gyldig(kode): assert er_icd10(kode)
@pytest.mark.parametrize("rom", ["A09", "G43", "H25"])
def test_rom(rom): assert er_rom(rom)
def test_tom(): assert diagnose("S06.0").tittel
def test_pin(): assert pin("D13").mode == OUT
