def psykisk = ['F32', 'F33', 'F41', 'F43'] as Set
def korridor = ['F1', 'F2', 'F3']
boolean muskel(String diagnosekode) { diagnosekode[0] == 'M' || diagnosekode.startsWith('M54') }
def versjoner = ['G11', 'G12']
