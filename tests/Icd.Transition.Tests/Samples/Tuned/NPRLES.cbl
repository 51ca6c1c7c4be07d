       IDENTIFICATION DIVISION.
       PROGRAM-ID. NPRLES.
      * GRUPPERING AV HOVEDDIAGNOSE, I20-I25 ER HJERTE
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  EPISODE.
           05  HOVEDDIAGNOSE      PIC X(5).
           05  BIDIAGNOSE         PIC XXXXX.
           05  AVDELING           PIC X(4).
           05  ROM                PIC X(3) VALUE 'B12'.
       01  WS-KODE                PIC X(5).
           88  HJERTEINFARKT      VALUES 'I21' 'I22'.
           88  KREFT              VALUES 'C00' THRU 'C97'.
       PROCEDURE DIVISION.
           IF HOVEDDIAGNOSE(1:1) = 'F'
               PERFORM PSYKIATRI
           END-IF.
           IF HOVEDDIAGNOSE(1:3) = 'E11'
               ADD 1 TO ANTALL-DIABETES
           END-IF.
           MOVE 'E18' TO VEINUMMER.
