/* Nattlig last til dødsårsaksregisteret */
INSERT INTO rapport (gruppe, antall)
SELECT 'Selvmord', COUNT(*) FROM dodsfall WHERE underliggende_arsak BETWEEN 'X60' AND 'X84'
UNION ALL
SELECT 'Lungekreft', COUNT(*) FROM dodsfall WHERE SUBSTR(underliggende_arsak, 1, 3) = 'C34'
UNION ALL
SELECT 'Covid', COUNT(*) FROM dodsfall WHERE underliggende_arsak IN ('U071','U072');
ALTER TABLE dodsfall ALTER COLUMN icd10_kode TYPE character varying(4);
CREATE INDEX ix_kap ON dodsfall (left(icd10_kode, 1));
SELECT navn FROM kontor WHERE etasje = 3 AND romnr = 'C34';
SELECT * FROM ordre WHERE varenr IN ('S12','S13','S14') AND status = 'F20';
DELETE FROM logg WHERE feilkode LIKE 'E5%';
SELECT * FROM pasient WHERE blodtype = 'A' AND allel = 'B27';
