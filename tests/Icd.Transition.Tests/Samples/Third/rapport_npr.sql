-- Månedsrapport, somatikk
CREATE TABLE dbo.Opphold (
    OppholdId     bigint       NOT NULL PRIMARY KEY,
    Hdiag         char(4)      NOT NULL,
    Bdiag1        varchar(5)   NULL,
    Drg           char(4)      NOT NULL,
    Postnr        char(4)      NOT NULL,
    Hprnr         char(9)      NULL,
    Prosedyre1    char(5)      NULL,
    Avdeling      varchar(6)   NULL
);
GO
SELECT o.Avdeling,
       SUM(CASE WHEN o.Hdiag LIKE 'J44%' THEN 1 ELSE 0 END) AS Kols,
       SUM(CASE WHEN o.Hdiag LIKE 'S72[0-2]%' THEN 1 ELSE 0 END) AS Hoftebrudd,
       SUM(CASE WHEN LEFT(o.Hdiag, 3) BETWEEN 'I60' AND 'I69' THEN 1 ELSE 0 END) AS Hjerneslag,
       SUM(CASE WHEN o.Drg IN ('014A', '014B', '127') THEN 1 ELSE 0 END) AS DrgSlag,
       SUM(CASE WHEN o.Prosedyre1 LIKE 'NFB%' THEN 1 ELSE 0 END) AS Proteser,
       SUM(CASE WHEN o.Prosedyre1 BETWEEN 'NFB20' AND 'NFB49' THEN 1 ELSE 0 END) AS Totalproteser,
       SUM(CASE WHEN o.Avdeling IN ('A10', 'B12', 'C20') THEN 1 ELSE 0 END) AS Kirurgisk
FROM dbo.Opphold o
WHERE o.Hdiag <> 'Z038'
  AND PATINDEX('Z51%', o.Hdiag) = 0
  AND o.Postnr BETWEEN '5003' AND '5099'
GROUP BY o.Avdeling;
GO
CREATE FUNCTION dbo.fnKapittel(@kode varchar(10)) RETURNS int AS
BEGIN
    RETURN CASE
        WHEN @kode >= 'A00' AND @kode < 'C00' THEN 1
        WHEN @kode >= 'C00' AND @kode < 'D49' THEN 2
        ELSE 0 END;
END
GO
INSERT INTO dbo.Utelatt (Kode, Begrunnelse) VALUES ('Z763', N'frisk ledsager'), ('Z764', N'annen ledsager');
INSERT INTO dbo.Hylle (Plass, Vare) VALUES ('E11', N'bandasje'), ('E12', N'sprøyter');
INSERT INTO dbo.Takst (Kode, Belop) VALUES ('L35', 125.50), ('M10', 42.00), ('H42', 99.00);
