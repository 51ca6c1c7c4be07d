Sub Fyll()
    Range("B12").Value = "Sum": Range("C10:C20").Copy
    Sheets("Ark1").Cells(1, 1) = "E11"
    If diag >= "M00" And diag <= "M99" Then gruppe = "muskel"
    If Mid(hoveddiagnose, 1, 3) = "G40" Then gruppe = "epilepsi"
    Select Case hoveddiagnose: Case "R07.4", "R10.4": gruppe = "symptom": End Select
End Sub
