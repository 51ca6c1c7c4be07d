Option Explicit
' Report of diagnoses J00-J99
Public Function Gruppe(diagnose As String) As String
    Select Case Left$(diagnose, 3)
        Case "I20" To "I25": Gruppe = "Hjerte"
        Case "J44": Gruppe = "KOLS"
    End Select
    If diagnose Like "E1[0-4]*" Then Gruppe = "Diabetes"
    If Left(diagnose, 1) = "F" Then Gruppe = "Psykisk"
End Function
Public Sub Fyll()
    Range("A10").Value = "Sum"
    Worksheets(1).Range("B12:C20").ClearContents
    Cells(1, 1) = "=SUM(B10:B20)"
    ActiveSheet.PageSetup.PaperSize = xlPaperA4
End Sub
