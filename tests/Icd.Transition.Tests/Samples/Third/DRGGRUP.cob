       IDENTIFICATION DIVISION.
       PROGRAM-ID. DRGGRUP.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  WS-PASIENT.
           05  WS-HOVEDDIAG        PIC X(4).
           05  WS-BIDIAG           PIC X(05) OCCURS 10 TIMES.
           05  WS-POST             PIC X(4).
           05  WS-DRG              PIC X(4).
               88  DRG-SLAG        VALUE '014A' '014B'.
           05  WS-DIAG-KAT         PIC X(3).
               88  DIAG-KREFT      VALUE 'C00' THRU 'C97'.
               88  DIAG-INFARKT    VALUE 'I21' 'I22'.
           05  WS-HYLLE            PIC X(3).
               88  HYLLE-KALD      VALUE 'A10' THRU 'A19'.
       PROCEDURE DIVISION.
           IF WS-HOVEDDIAG(1:1) = 'O'
               MOVE 14 TO WS-MDC.
           IF WS-POST = 'B12' MOVE 1 TO WS-FEIL.
           EVALUATE WS-HOVEDDIAG WHEN 'Z380' MOVE 15 TO WS-MDC
           END-EVALUATE.
