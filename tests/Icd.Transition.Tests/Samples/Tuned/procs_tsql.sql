CREATE PROCEDURE dbo.GetDiabetes @Year int AS
BEGIN
    SELECT p.Id, d.DiagnoseKode
    FROM dbo.Pasient p JOIN dbo.Diagnose d ON d.PasientId = p.Id
    WHERE (d.DiagnoseKode LIKE 'E10%' OR d.DiagnoseKode LIKE 'E11%' OR d.DiagnoseKode LIKE 'O24%')
      AND d.DiagnoseKode NOT LIKE 'E10.9'
      AND PATINDEX('[CD]%', d.DiagnoseKode) = 0
END
GO
DECLARE @icd10 nvarchar(6);
CREATE TABLE dbo.Dodsarsak ([Lopenr] int, [Underliggende_icd10] [char](4) NULL, [Kommune] char(4));
SELECT * FROM dbo.Dodsarsak WHERE LEFT(Underliggende_icd10, 1) IN ('V','W','X','Y');
SELECT * FROM dbo.Seter WHERE Sete = 'C12' OR Sete = 'D14';
IF LEN(@icd10) > 5 RAISERROR('for lang', 16, 1);
