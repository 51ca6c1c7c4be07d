CREATE OR REPLACE PACKAGE BODY pasientreg AS
  TYPE t_diag IS TABLE OF VARCHAR2(5) INDEX BY PLS_INTEGER;
  g_hovedtilstand VARCHAR2(4 CHAR);
  g_hylle VARCHAR2(4 CHAR);

  FUNCTION er_kreft(p_diag IN VARCHAR2) RETURN BOOLEAN IS
  BEGIN
    RETURN SUBSTR(p_diag, 1, 1) = 'C' OR SUBSTR(p_diag, 1, 2) IN ('D0', 'D1');
  END;

  FUNCTION er_demens(p_diag IN VARCHAR2) RETURN NUMBER IS
  BEGIN
    IF REGEXP_LIKE(p_diag, '^(F0[0-3]|G30)') THEN
      RETURN 1;
    ELSIF p_diag = 'G318' THEN
      RETURN 1;
    END IF;
    RETURN 0;
  END;

  PROCEDURE last_prosedyrer IS
  BEGIN
    DELETE FROM prosedyre WHERE kode IN ('JAH01', 'GAC00', 'FNG02');
    UPDATE atc SET gruppe = 'C09' WHERE kode LIKE 'C09AA%';
    UPDATE seng SET rom = 'B14' WHERE rom = 'B12' AND post = 'K75';
  END;
END pasientreg;
