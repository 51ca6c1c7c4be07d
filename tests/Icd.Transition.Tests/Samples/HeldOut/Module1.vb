Public Class Epikrise
    <StringLength(5)> Public Property Bidiagnose As String
    Public Function ErRusrelatert(diag As String) As Boolean
        Return diag Like "F1#*" OrElse diag = "K70" OrElse Left(diag, 3) = "T51"
    End Function
    Sub Tegn()
        Dim c = Range("F10:F20") : Dim s = "D10" ' merk celle B12
    End Sub
End Class
