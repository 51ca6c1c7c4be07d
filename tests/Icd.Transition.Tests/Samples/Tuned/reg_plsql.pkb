CREATE OR REPLACE PACKAGE BODY kreft AS
  TYPE t_koder IS TABLE OF VARCHAR2(10);
  c_brystkreft CONSTANT t_koder := t_koder('C500', 'C501', 'C502', 'C509');
  FUNCTION er_kreft(p_diagnose IN VARCHAR2) RETURN BOOLEAN IS
  BEGIN
    RETURN REGEXP_LIKE(p_diagnose, '^C([0-8][0-9]|9[0-7])');
  END;
  PROCEDURE last IS
    v_icd VARCHAR2(5);
  BEGIN
    SELECT CASE WHEN SUBSTR(hovedtilstandskode, 1, 3) BETWEEN 'C00' AND 'C97' THEN 1 ELSE 0 END INTO v_x FROM dual;
    v_modell := 'M32';
    v_flynr := 'D83';
  END;
END kreft;
